/** A mistake in the library itself, of the kind that a programmer makes: one text in the place of another, in one file. */
export interface SourceBug {
  readonly name: string;
  /** Below `src/`. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
  /** The file of tests that has to fail, where what is wrong is no answer to a request, such as a warning; otherwise the random worlds find it. */
  readonly foundBy?: string;
  /** Why no request can show it; the nearest thing to it that one could. */
  readonly nearest?: string;
}
