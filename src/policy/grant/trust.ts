import { endedConditions, expiryConditions, sourceConditions } from './grant-conditions';
import { byCodeUnit } from '../base';
import { ALWAYS, and, condition, Conditions, merge, Statement } from '../document';

/** Whether a vendor uses an external ID. */
export type ExternalIdRule = 'required' | 'optional' | 'unsupported';

/** A session tag that the vendor may set, with the values it may set it to; none for any value. */
export interface SessionTag {
  readonly key: string;
  readonly values?: readonly string[];
}

/** Principals of one vendor. */
export interface Principals {
  /** ARNs as they stand in `Principal`; none for a vendor that is not known yet. */
  readonly arns: readonly string[];
  /** Patterns that `aws:PrincipalArn` must match, for a trusted account. */
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
}

/** One set of principals with the external IDs that it may present. */
export interface TrustedParty {
  /** The place of the declaration, for errors. */
  readonly field: string;
  readonly principals: Principals;
  /** None only where the vendor sends none or the customer gave a reason. */
  readonly externalIds: readonly string[];
  readonly sessionTags?: readonly SessionTag[];
}

/** What every trust statement carries. */
export interface TrustContext {
  readonly expiresAt?: string;
  readonly sourceIps?: readonly string[];
  readonly suspended?: boolean;
}

/** Conditions that narrow a trusted account to some of its principals. */
export function principalConditions({ principalArns, organizationId }: Principals): Conditions {
  return and(
    // A condition survives that the vendor deletes and re-creates its role; an ARN in Principal does not.
    principalArns ? condition('ArnLike', 'aws:PrincipalArn', principalArns) : ALWAYS,
    organizationId === undefined ? ALWAYS : condition('StringEquals', 'aws:PrincipalOrgID', organizationId),
  );
}

/**
 * The statements of a role's trust policy: one for each pair of principals and external IDs, never crossed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function trustStatements(parties: readonly TrustedParty[], context: TrustContext): Statement[] {
  const known = parties.filter((party) => party.principals.arns.length > 0);
  if (context.suspended || known.length === 0) {
    // A trust policy cannot be empty. A denial to everybody also holds against what others add to the role.
    return [refuse(ALWAYS)];
  }
  const { expiresAt } = context;
  const end = expiresAt === undefined ? [] : [refuse(endedConditions({ expiresAt }))];
  return merge([...known.flatMap((party) => partyStatements(party, context)), ...end]);
}

function refuse(conditions: Conditions): Statement {
  return { effect: 'Deny', principals: { AWS: ['*'] }, actions: ['sts:AssumeRole'], resources: [], conditions };
}

function partyStatements({ field, principals, externalIds, sessionTags = [] }: TrustedParty, context: TrustContext): Statement[] {
  const shared = and(principalConditions(principals), expiryConditions(context), sourceConditions(context));
  const statement = (action: string, conditions: Conditions): Statement =>
    ({ effect: 'Allow', principals: { AWS: sorted(principals.arns) }, actions: [action], resources: [], conditions: and(shared, conditions), from: [field] });
  const assume = statement('sts:AssumeRole', externalIds.length > 0 ? condition('StringEquals', 'sts:ExternalId', externalIds) : ALWAYS);
  if (sessionTags.length === 0) {
    return [assume];
  }
  // A call that sets tags needs both actions; the external ID is checked on the first, the tags on the second.
  return [assume, statement('sts:TagSession', and(
    condition('ForAllValues:StringEquals', 'aws:TagKeys', sessionTags.map((tag) => tag.key)),
    ...sessionTags.map(({ key, values }) => (values ? condition('StringEqualsIfExists', `aws:RequestTag/${key}`, values) : ALWAYS)),
  ))];
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnit);
}
