import * as fc from 'fast-check';
import { QUOTAS } from '../../../src/policy/aws';
import { ALWAYS, condition, Statement, valuesOf } from '../../../src/policy/document';
import { documentSize, INLINE_POLICY_NAME, pack, Packed, statementSize } from '../../../src/policy/write';
import { longStatement, pairs } from '../arbitraries';

const INLINE = { inline: QUOTAS.roleInline, managedPolicies: 10 };
const MANAGED = { managedPolicies: 10 };

function objects(count: number, length = 100): Statement {
  return {
    effect: 'Allow',
    actions: ['s3:GetObject'],
    resources: Array.from({ length: count }, (_, i) => `${i}`.padEnd(length, '-')),
    conditions: ALWAYS,
  };
}

function documents({ inline, managed }: Packed): ReadonlyArray<readonly Statement[]> {
  return inline ? [inline, ...managed] : managed;
}

test('what fits goes into the inline policy, in order', () => {
  const statements = [objects(3), { ...objects(2), actions: ['s3:PutObject'] }];
  expect(pack(statements, INLINE, 'access')).toEqual({ inline: statements, managed: [] });
});

test('nothing gives an empty inline policy, or none', () => {
  expect(pack([], INLINE, 'access')).toEqual({ inline: [], managed: [] });
  expect(pack([], MANAGED, 'access')).toEqual({ managed: [] });
});

test('what overflows goes on in a managed policy, which is filled before the next', () => {
  const { inline, managed } = pack([objects(200)], INLINE, 'access');
  expect(managed).toHaveLength(2);
  expect(QUOTAS.roleInline - documentSize(inline!)).toBeLessThan(103);
  expect(QUOTAS.managedPolicy - documentSize(managed[0])).toBeLessThan(103);
  expect(pairs([...inline!, ...managed.flat()])).toEqual(pairs([objects(200)]));
});

test('a document is filled to the last character', () => {
  const statement = objects(1, 5000);
  const rest = QUOTAS.managedPolicy - documentSize([statement]) - 1;
  const exact = objects(1, 100 + rest - statementSize(objects(1, 100)));
  expect(documentSize([statement, exact])).toBe(QUOTAS.managedPolicy);
  expect(pack([statement, exact], MANAGED, 'access').managed).toHaveLength(1);
  expect(pack([statement, objects(1, 101 + rest - statementSize(objects(1, 100)))], MANAGED, 'access').managed).toHaveLength(2);
});

test('one statement may fill a document alone', () => {
  const statement = objects(1, 100 + QUOTAS.managedPolicy - documentSize([objects(1)]));
  expect(documentSize([statement])).toBe(QUOTAS.managedPolicy);
  expect(pack([statement], MANAGED, 'access').managed).toEqual([[statement]]);
});

test.each([
  ['one inline policy and ten managed ones', INLINE, objects(800), /received "\d{5} characters of policy"; one inline policy and 10 managed policies hold 71680; declare folders higher up/],
  ['ten managed policies', MANAGED, objects(700), /received "\d{5} characters of policy"; 10 managed policies hold 61440; declare folders higher up/],
  ['one inline policy alone', { inline: 500, managedPolicies: 0 }, objects(10), /one inline policy and 0 managed policies hold 500/],
  ['a statement of one value that is larger than an inline policy', { inline: 500, managedPolicies: 0 }, objects(1, 7000), /a policy holds 500; use shorter/],
  ['a statement of one value that is larger than a policy', MANAGED, objects(1, 7000), /received "\d{4} characters in one statement"; a policy holds 6144; use shorter prefixes \(parameters: .*\) or fewer conditions/],
])('fails for more than fits into %s', (_, capacity, statement, message) => {
  expect(() => pack([statement], capacity, 'access')).toThrow(expect.objectContaining({ code: 'ManagedPoliciesExceeded', field: 'access' }));
  expect(() => pack([statement], capacity, 'access')).toThrow(message);
});

test('a statement that is too large for the inline policy moves to a managed one, where there is room', () => {
  const { inline, managed } = pack([objects(1, 50), objects(1, 5000)], { inline: 300, managedPolicies: 1 }, 'access');
  expect([inline, managed]).toEqual([[objects(1, 50)], [[objects(1, 5000)]]]);
});

test('a statement whose lists are both larger than a policy is cut in both', () => {
  const key = 'kms:EncryptionContext:aws:s3:arn';
  const long = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`.padEnd(100, '-'));
  const statement: Statement = {
    effect: 'Allow',
    actions: ['kms:Decrypt'],
    resources: long('key', 65),
    conditions: condition('StringLike', key, long('place', 70)),
    divisible: { operator: 'StringLike', key },
  };
  const packed = documents(pack([statement], { managedPolicies: 10 }, 'access'));
  expect(pairs(packed.flat())).toEqual(pairs([statement]));
  packed.forEach((document) => expect(documentSize(document)).toBeLessThanOrEqual(QUOTAS.managedPolicy));
});

describe('for any statements', () => {
  const capacity = fc.record({
    inline: fc.option(fc.constantFrom<number>(QUOTAS.roleInline, QUOTAS.groupInline), { nil: undefined }),
    managedPolicies: fc.constant(100),
  });

  test('the documents together allow what the statements did, and each is within its quota', () => {
    fc.assert(fc.property(fc.array(longStatement, { maxLength: 6 }), capacity, (statements, room) => {
      const packed = pack(statements, room, 'access');
      expect(pairs(documents(packed).flat())).toEqual(pairs(statements));
      expect(documentSize(packed.inline ?? [])).toBeLessThanOrEqual(room.inline ?? Infinity);
      packed.managed.forEach((document) => expect(documentSize(document)).toBeLessThanOrEqual(QUOTAS.managedPolicy));
      packed.managed.forEach((document) => expect(document).not.toEqual([]));
    }));
  });

  test('no document but the last has room for one more value', () => {
    fc.assert(fc.property(fc.array(longStatement, { maxLength: 6 }), capacity, (statements, room) => {
      const packed = documents(pack(statements, room, 'access'));
      packed.slice(0, -1).forEach((document, i) => {
        const quota = i === 0 && room.inline !== undefined ? room.inline : QUOTAS.managedPolicy;
        const comma = document.length > 0 ? 1 : 0;
        const free = quota - documentSize(document) - comma;
        expect(Math.min(...smallestPieces(packed[i + 1][0]))).toBeGreaterThan(free);
      });
    }));
  });

  test('the same statements always give the same documents', () => {
    fc.assert(fc.property(fc.array(longStatement, { maxLength: 4 }), capacity, (statements, room) => {
      expect(JSON.stringify(pack(statements, room, 'access'))).toBe(JSON.stringify(pack(statements, room, 'access')));
    }), { numRuns: 20 });
  });
});

/** The sizes of the least that can be cut off a statement: the first value of one of its lists, or all of it. */
function smallestPieces(statement: Statement): number[] {
  const { resources, conditions, divisible } = statement;
  const pieces: Statement[] = [statement, { ...statement, resources: resources.slice(0, 1) }];
  if (divisible) {
    const { operator, key } = divisible;
    const [first] = valuesOf(conditions, operator, key);
    pieces.push({ ...statement, conditions: condition(operator, key, first) });
  }
  return pieces.map(statementSize);
}

test('every comma between statements counts', () => {
  const [a, b, c] = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'].map((action): Statement => ({ ...objects(1, 1000), actions: [action] }));
  const sized = (length: number): Statement => ({ ...objects(1, length), actions: ['s3:ListBucket'] });
  const last = 100 + QUOTAS.managedPolicy - documentSize([a, b, c, sized(100)]);
  expect(documentSize([a, b, c, sized(last)])).toBe(QUOTAS.managedPolicy);
  expect(pack([a, b, c, sized(last)], MANAGED, 'access').managed).toEqual([[a, b, c, sized(last)]]);
  expect(pack([a, b, c, sized(last + 1)], MANAGED, 'access').managed).toEqual([[a, b, c], [sized(last + 1)]]);
});

test('the inline policy keeps its name, for another one would be added beside it', () => {
  expect(INLINE_POLICY_NAME).toBe('VendorS3Access');
});
