import * as fc from 'fast-check';
import { reference } from '../../src/policy/base';
import { ALWAYS, condition, Statement, valuesOf } from '../../src/policy/document';
import { KeyPattern } from '../../src/policy/pattern';

/** Pieces that a pattern is made of, each whole: an escape is never torn. */
const PIECES = ['a', 'b', '/', '-', '${$}', '${*}', '${?}', '*', '?', reference('Ref', 9)];

/** Patterns that often start alike. */
export const pattern: fc.Arbitrary<KeyPattern> = fc.record({
  stem: fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join('')),
  open: fc.boolean(),
  listable: fc.constant(true),
});

/** A key that a pattern covers, or nearly does. */
export function keyNear({ stem, open }: KeyPattern): fc.Arbitrary<string> {
  const filler = fc.constantFrom('', 'a', 'b', '/', '*', '?', '$', 'a/b');
  return fc.array(filler, { minLength: 8, maxLength: 8 }).map((fillers) => {
    let next = 0;
    const literal = stem.replace(/\$\{([*?$])\}|[*?]/g, (_, escaped: string | undefined) => escaped ?? fillers[next++]);
    return literal + (open ? fillers[7] : fillers[6].slice(0, 1));
  });
}

const ACTION_SETS = [['s3:GetObject'], ['s3:GetObject', 's3:GetObjectVersion'], ['s3:ListBucket'], ['s3:PutObject']];

/** Statements that now and then differ in their resources only. */
export const statement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('Allow' as const, 'Deny' as const),
  principals: fc.option(fc.constantFrom(
    { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root'] }, { AWS: ['arn:aws:iam::444455556666:root', 'arn:aws:iam::111122223333:root'] }, '*' as const,
  ), { nil: undefined }),
  actions: fc.constantFrom(...ACTION_SETS),
  resources: fc.array(fc.constantFrom('arn:aws:s3:::a/*', 'arn:aws:s3:::b/*', 'arn:aws:s3:::c', '*'), { maxLength: 3 }),
  conditions: fc.constantFrom(
    ALWAYS,
    condition('Bool', 'aws:SecureTransport', 'true'),
    condition('Bool', 'AWS:securetransport', 'true'),
    condition('StringEquals', 'aws:ResourceAccount', '111122223333'),
    condition('StringLike', 's3:prefix', ['a/*', 'b/*']),
  ),
  from: fc.option(fc.constantFrom(['access[0]'], ['access[1]'], ['access[0]', 'access[2]']), { nil: undefined }),
});

const KEY = 's3:prefix';

/** Different values of different lengths. */
function values(prefix: string, maxCount: number): fc.Arbitrary<string[]> {
  return fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: maxCount })
    .map((lengths) => lengths.map((length, i) => `${prefix}${i}${'x'.repeat(length)}`));
}

/** Long statements: most with a list of values that may be divided, as listings and uses of keys have. */
export const longStatement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 1, arbitrary: values('arn:aws:s3:::b/', 60).map((resources): Statement => ({ effect: 'Allow', actions: ['s3:GetObject'], resources, conditions: ALWAYS })) },
  {
    weight: 2,
    arbitrary: fc.record({ resources: values('arn:aws:s3:::b', 3), prefixes: values('p', 60) }).map(({ resources, prefixes }): Statement => ({
      effect: 'Allow', actions: ['s3:ListBucket'], resources, conditions: condition('StringLike', KEY, prefixes), divisible: { operator: 'StringLike', key: KEY },
    })),
  },
);

/** What statements allow, pair by pair of resource and divisible condition value. */
export function pairs(statements: readonly Statement[]): string[] {
  return statements.flatMap(({ effect, actions, resources, conditions, divisible }) => {
    const listed = divisible ? valuesOf(conditions, divisible.operator, divisible.key) : [''];
    return resources.flatMap((resource) => listed.map((value) => JSON.stringify([effect, actions, resource, value])));
  }).sort();
}
