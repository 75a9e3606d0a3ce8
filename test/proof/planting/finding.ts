/** What came of the search for a bug in one place. */
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

/** What came of it in each place where it was looked for. */
export interface Findings {
  readonly worlds?: Finding;
  readonly tests?: Finding;
}
