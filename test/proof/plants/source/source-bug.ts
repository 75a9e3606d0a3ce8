/** A mistake in the library itself, of the kind that a programmer makes: one text in the place of another, in one file. */
export interface SourceBug {
  readonly name: string;
  /** Below `src/`. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** The file of tests that has to fail, where random worlds do not find it, or what is wrong is no answer to a request. */
  readonly foundBy?: string;
  /** Why random worlds do not find it: what they would have to draw. One that they find in spite of this is no longer so. */
  readonly unseen?: string;
}
