/** What came of the search for a bug. */
export interface Finding {
  /** How it was found, in a line; none if it was not. */
  readonly found?: string;
  /** What there was to see otherwise. */
  readonly missed?: string;
  /** Why nothing can be said of it. */
  readonly broken?: string;
  /** Requests that were judged for it, or tests that were run. */
  readonly judged: number;
}
