import { Outcome } from '../aws';

/** All that verifying asks of AWS. */
export interface Attempts {
  /** Who asks, by the vendor's own credentials. */
  identify(): Promise<{ readonly outcome: Outcome; readonly arn?: string }>;

  /** Tries to assume the role. */
  assume(externalId: string | undefined): Promise<{ readonly outcome: Outcome; readonly session?: Session }>;

  /** Lets go of connections. */
  close(): void;
}

/** What can be tried once the role is assumed. */
export interface Session {
  /** Lists keys that start with a prefix; without one it is another request to S3 than with an empty one. */
  list(prefix: string | undefined): Promise<{ readonly outcome: Outcome; readonly keys?: readonly string[] }>;

  /** Reads one byte. */
  get(key: string): Promise<Outcome>;

  /** Writes an object that is not there yet, and never replaces one. */
  put(key: string, body: string): Promise<Outcome>;

  /** Sends an object that S3, where the caller may write it, has to throw away: nothing is there afterwards. */
  putDiscarded(key: string, body: string): Promise<Outcome>;

  /** Deletes an object. It must not be stopped with the rest, for it tidies up, too. */
  remove(key: string): Promise<Outcome>;
}
