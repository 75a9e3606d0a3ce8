import { ErrorCode } from './codes';

/** One thing that is wrong with what somebody declared. */
export interface Issue {
  readonly code: ErrorCode;
  /** The field that it is about, as the place where it was declared calls it. */
  readonly field: string;
  /** The file that it is in, by the name that it was given; none where it is in none. */
  readonly file?: string;
  /** What was received, ready to be read. */
  readonly received: string;
  /** What to do. */
  readonly remedy: string;
}

/** What was received, and what to do: an issue without its code and field. */
export function detailOf({ received, remedy }: Issue): string {
  return `received ${received}; ${remedy}`;
}
