import { divide, halve } from './divide';
import { QUOTAS } from '../aws';
import { fail } from '../base';
import { documentSize, EMPTY_DOCUMENT_SIZE, statementSize } from './size';
import { Statement } from '../document';

/** Name of the inline policy, and of nothing else in the role or group. */
export const INLINE_POLICY_NAME = 'VendorS3Access';

/** Where permissions go, and how much fits there. */
export interface Capacity {
  /** Characters of inline policy; none for managed policies only. */
  readonly inline?: number;
  readonly managedPolicies: number;
}

/** Statements, distributed over policy documents. */
export interface Packed {
  /** None when nothing is inline. */
  readonly inline?: readonly Statement[];
  readonly managed: ReadonlyArray<readonly Statement[]>;
}

/** What each document may hold. */
export function roomsOf({ inline, managedPolicies }: Capacity): number[] {
  return [...inline === undefined ? [] : [inline], ...Array<number>(managedPolicies).fill(QUOTAS.managedPolicy)];
}

/**
 * Distributes statements over one inline policy and as many managed ones as it takes, each filled before the next is
 * begun. A statement that does not fit is divided, so at most the length of one value stays unused in a document.
 */
export function pack(statements: readonly Statement[], capacity: Capacity, field: string): Packed {
  const rooms = roomsOf(capacity);
  const documents: Statement[][] = [];
  let room = 0;

  const open = () => {
    if (documents.length === rooms.length) {
      const available = rooms.reduce((sum, size) => sum + size, 0);
      fail('ManagedPoliciesExceeded', field, `${documentSize(statements)} characters of policy`,
        `${capacity.inline === undefined ? '' : 'one inline policy and '}${capacity.managedPolicies} managed policies hold ${available}; declare folders higher up (parameters: a smaller maxLength, or an allowedPattern without wildcards), or split the access over two constructs`);
    }
    room = rooms[documents.length] - EMPTY_DOCUMENT_SIZE;
    documents.push([]);
  };

  const place = (statement: Statement, size: number) => {
    const document = documents[documents.length - 1];
    room -= size + (document.length > 0 ? 1 : 0);
    document.push(statement);
  };

  // A stack, so that what is left of a statement comes before the next one.
  const waiting = [...statements].reverse();
  for (let statement = waiting.pop(); statement; statement = waiting.pop()) {
    if (documents.length === 0) {
      open();
    }
    const empty = documents[documents.length - 1].length === 0;
    const free = room - (empty ? 0 : 1);
    const size = statementSize(statement);
    if (size <= free) {
      place(statement, size);
      continue;
    }
    const division = divide(statement, free);
    if (division) {
      place(division.head, statementSize(division.head));
      waiting.push(division.tail);
    } else if (!empty) {
      open();
      waiting.push(statement);
    } else {
      // Neither list fits beside the other: both have to get shorter.
      const halves = halve(statement);
      if (!halves) {
        fail('ManagedPoliciesExceeded', field, `${size} characters in one statement`, `a policy holds ${rooms[documents.length - 1]}; use shorter prefixes (parameters: a smaller maxLength, or an allowedPattern without wildcards) or fewer conditions`);
      }
      waiting.push(halves.tail, halves.head);
    }
  }
  return capacity.inline === undefined
    ? { managed: documents }
    : { inline: documents[0] ?? [], managed: documents.slice(1) };
}
