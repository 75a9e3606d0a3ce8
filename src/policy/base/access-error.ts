import { ErrorCode } from './codes';
import { detailOf, Issue } from './issue';
import { cut, oneLine, show, withoutReferences } from './show';

/** The longest place and field in a message. */
const NAMED = 300;

/** The longest advice. */
const ADVISED = 1000;

/**
 * A declaration that cannot be compiled. The message tells the first thing that is wrong with it.
 *
 * The core knows the field and the value; whoever calls it knows the place and adds it with `at`.
 */
export class AccessError extends Error {
  // Not enumerable, as in Node.js's own errors: the message says it all, and is printed with what can be enumerated.
  public readonly code!: ErrorCode;
  public readonly field!: string;
  public readonly detail!: string;
  /** All that is wrong, as far as it was looked for; the first one is that of the message. */
  public readonly issues!: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]], place?: string) {
    const [{ code, field }] = issues;
    const detail = detailOf(issues[0]);
    const where = place === undefined ? `${code}:` : `${code} [${cut(place, NAMED)}]`;
    super(oneLine(withoutReferences(`${where} ${cut(field, NAMED)}: ${detail}`)));
    Object.defineProperties(this, {
      name: { value: 'VendorS3AccessError' },
      code: { value: code },
      field: { value: field },
      detail: { value: detail },
      issues: { value: issues },
    });
  }

  /** The same error with the place (a construct path, a file) in its message. */
  public at(place: string): AccessError {
    return this.moved(this.issues, place);
  }

  /** The same error of what is in a file. */
  public inFile(file: string): AccessError {
    const [first, ...others] = this.issues.map((issue): Issue => ({ ...issue, file }));
    return this.moved([first, ...others], file);
  }

  private moved(issues: AccessError['issues'], place: string): AccessError {
    const located = new AccessError(issues, place);
    // Where it came from, under the new message: Node.js prints the stack, not the message.
    const frames = /\n {4}at [^]*$/.exec(this.stack ?? '')?.[0] ?? '';
    located.stack = `${located.name}: ${located.message}${frames}`;
    return located;
  }
}

/** Throws an `AccessError` that says what was received and what to do. */
export function fail(code: ErrorCode, field: string, received: unknown, remedy: string): never {
  // A remedy may list names that a definition brought along.
  return failWith({ code, field, received: show(received), remedy: cut(remedy, ADVISED) });
}

/** The same, where what was received is told in words. */
export function failWith(issue: Issue): never {
  throw new AccessError([issue]);
}
