import { ErrorCode } from './codes';
import { cut, oneLine, show, withoutReferences } from './show';

/** The longest place and field in a message. */
const NAMED = 300;

/** The longest advice. */
const ADVISED = 1000;

/**
 * A declaration that cannot be compiled.
 *
 * The core knows the field and the value; whoever calls it knows the place and adds it with `at`.
 */
export class AccessError extends Error {
  // Not enumerable, as in Node.js's own errors: the message says it all, and is printed with what can be enumerated.
  public readonly code!: ErrorCode;
  public readonly field!: string;
  public readonly detail!: string;

  constructor(code: ErrorCode, field: string, detail: string, place?: string) {
    const where = place === undefined ? `${code}:` : `${code} [${cut(place, NAMED)}]`;
    super(oneLine(withoutReferences(`${where} ${cut(field, NAMED)}: ${detail}`)));
    Object.defineProperties(this, {
      name: { value: 'VendorS3AccessError' },
      code: { value: code },
      field: { value: field },
      detail: { value: detail },
    });
  }

  /** The same error with the place (a construct path, a file) in its message. */
  public at(place: string): AccessError {
    const located = new AccessError(this.code, this.field, this.detail, place);
    // Where it came from, under the new message: Node.js prints the stack, not the message.
    const frames = /\n {4}at [^]*$/.exec(this.stack ?? '')?.[0] ?? '';
    located.stack = `${located.name}: ${located.message}${frames}`;
    return located;
  }
}

/** Throws an `AccessError` that says what was received and what to do. */
export function fail(code: ErrorCode, field: string, received: unknown, remedy: string): never {
  // A remedy may list names that a definition brought along.
  throw new AccessError(code, field, `received ${show(received)}; ${cut(remedy, ADVISED)}`);
}
