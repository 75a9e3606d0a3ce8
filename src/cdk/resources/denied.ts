import { Stack } from 'aws-cdk-lib';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { BoundAccess, byBucket } from '../bind';
import { ExistingPolicies } from './existing-policy';
import { propertiesInTemplate } from '../tokens';
import { isRootOf } from './key-delegation';
import { warnAtSynth } from '../report';

/** Conditions under which a Deny concerns no request of the vendor's: those without TLS, or after a date. */
const HARMLESS: ReadonlyArray<readonly [operator: RegExp, key: string]> = [
  [/^NumericLessThan/, 's3:tlsversion'],
  [/^DateGreaterThan/, 'aws:currenttime'],
];

/** Somebody whom a Deny may keep out; tokens, or what they are in a template. What the template cannot say is left out. */
export interface Caller<T = string> {
  readonly arn?: T;
  readonly account?: T;
}

/**
 * Warns at synth of a Deny in the app's own bucket policies that may keep the vendor out: a Deny always wins, and nobody would know why.
 *
 * @param callers as the template of a stack can name them
 * @param access what was declared; nothing while everything is refused anyway
 */
export function warnIfDenied(scope: Construct, callers: (stack: Stack) => readonly Caller[], access: () => readonly BoundAccess[]): void {
  scope.node.addValidation({
    validate: () => {
      const policies = new ExistingPolicies();
      byBucket(access()).forEach((declared, bucket) => warnOfDenies(scope, policies, callers, bucket, declared));
      return [];
    },
  });
}

function warnOfDenies(
  scope: Construct, policies: ExistingPolicies, callers: (stack: Stack) => readonly Caller[], bucket: IBucket, declared: readonly BoundAccess[],
): void {
  const actions = [...new Set(declared.flatMap(({ location }) => location.actions))].sort();
  for (const policy of policies.of(bucket)) {
    const stack = Stack.of(policy);
    const known: ReadonlyArray<Caller<unknown>> = stack.resolve(callers(stack));
    const { Statement: statements } = propertiesInTemplate(policy).PolicyDocument ?? {};
    for (const statement of [statements ?? []].flat()) {
      const denied = statement.Effect === 'Deny' ? actions.filter((action) => concerns(statement, action)) : [];
      if (denied.length > 0 && known.some((caller) => reaches(statement, caller)) && !isHarmless(statement.Condition, known)) {
        warnAtSynth(scope, 'bucketPolicyDenies', `bucket policy ${policy.node.path}: it denies ${denied.join(', ')}${keysOf(statement.Condition)}, and a Deny always wins; `
          + 'let the vendor through there (ArnNotLike on aws:PrincipalArn), or acknowledge this where it does not concern the vendor');
      }
    }
  }
}

function keysOf(condition: Record<string, object> | undefined): string {
  const keys = Object.values(condition ?? {}).flatMap((values) => Object.keys(values));
  return keys.length === 0 ? '' : `, by ${keys.join(' and ')}`;
}

function concerns({ Action: action, NotAction: others }: Record<string, unknown>, asked: string): boolean {
  const matches = (patterns: unknown) => [patterns].flat().some((pattern) => typeof pattern !== 'string' || toRegExp(pattern).test(asked));
  return others === undefined ? matches(action) : !matches(others);
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[^*?]/g, (c) => c.replace(/\W/, '\\$&')).replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
}

/** Whether a statement is on a caller; what is not understood may be. */
function reaches({ Principal: principal }: Record<string, any>, { arn, account }: Caller<unknown>): boolean {
  return typeof principal !== 'object' || principal === null
    || [principal.AWS ?? []].flat().some((one) => one === '*' || JSON.stringify(one) === JSON.stringify(arn) || mayBeRootOf(one, account));
}

/** Of an account that is not known, any root may be the one. */
function mayBeRootOf(principal: unknown, account: unknown): boolean {
  return account === undefined ? JSON.stringify(principal).includes(':root') : isRootOf(principal, account);
}

/** All conditions of a statement must hold, so one that spares the vendor is enough. */
function isHarmless(condition: Record<string, Record<string, unknown>> | undefined, callers: ReadonlyArray<Caller<unknown>>): boolean {
  return Object.entries(condition ?? {}).some(([operator, tests]) => Object.entries(tests).some(([key, values]) => {
    const name = key.toLowerCase();
    const given = [values].flat();
    return (/^Bool/.test(operator) && name === 'aws:securetransport' && given.every((value) => String(value) === 'false'))
      || HARMLESS.some(([form, harmless]) => form.test(operator) && name === harmless)
      || (/Not(Equals|Like)/.test(operator) && name === 'aws:principalarn'
        && callers.every(({ arn }) => given.some((value) => JSON.stringify(value) === JSON.stringify(arn))));
  }));
}
