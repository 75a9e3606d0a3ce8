import { AccessError, ErrorCode } from '../../policy/base';

/** What is wrong with one field. */
export interface FieldError {
  /** `externalId`, `buckets[0].prefix`, and so on. */
  readonly field: string;
  readonly code: ErrorCode;
  /** What was received, and what to do; without code and field. */
  readonly message: string;
}

/** Collects what is wrong with the fields of a form, instead of stopping at the first. */
export class Form {
  private readonly found = new Map<string, FieldError>();

  /** What is wrong, once for each field. */
  public get errors(): FieldError[] {
    return [...this.found.values()];
  }

  /**
   * Runs a check; nothing if it fails.
   *
   * @param shownAt the field that the customer can change, where the check itself names another
   */
  public check<T>(run: () => T, shownAt?: string): T | undefined {
    try {
      return run();
    } catch (e) {
      if (!(e instanceof AccessError)) {
        throw e;
      }
      const field = shownAt ?? e.field;
      if (!this.found.has(field)) {
        this.found.set(field, { field, code: e.code, message: e.detail });
      }
      return undefined;
    }
  }
}
