import { Conditions, merge, Statement, withCondition } from '../document';
import { byCodeUnit } from '../pattern';

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
export function principalConditions(principals: Principals): Conditions {
  let conditions: Conditions = {};
  if (principals.principalArns) {
    // A condition survives that the vendor deletes and re-creates its role; an ARN in Principal does not.
    conditions = withCondition(conditions, 'ArnLike', 'aws:PrincipalArn', sorted(principals.principalArns));
  }
  if (principals.organizationId !== undefined) {
    conditions = withCondition(conditions, 'StringEquals', 'aws:PrincipalOrgID', principals.organizationId);
  }
  return conditions;
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
    return [{ effect: 'Deny', principals: ['*'], actions: ['sts:AssumeRole'], resources: [], conditions: {} }];
  }
  return merge(known.flatMap((party) => partyStatements(party, context)));
}

function partyStatements(party: TrustedParty, context: TrustContext): Statement[] {
  let shared = principalConditions(party.principals);
  if (context.expiresAt) {
    shared = withCondition(shared, 'DateLessThan', 'aws:CurrentTime', context.expiresAt);
  }
  if (context.sourceIps) {
    shared = withCondition(shared, 'IpAddress', 'aws:SourceIp', context.sourceIps);
  }
  const principals = sorted(party.principals.arns);
  const assume = party.externalIds.length > 0
    ? withCondition(shared, 'StringEquals', 'sts:ExternalId', sorted(party.externalIds))
    : shared;
  const statements: Statement[] = [{ effect: 'Allow', principals, actions: ['sts:AssumeRole'], resources: [], conditions: assume }];
  if (party.sessionTags && party.sessionTags.length > 0) {
    // A call that sets tags needs both actions; the external ID is checked on the first, the tags on the second.
    let tags = withCondition(shared, 'ForAllValues:StringEquals', 'aws:TagKeys', sorted(party.sessionTags.map((tag) => tag.key)));
    for (const tag of party.sessionTags) {
      if (tag.values) {
        tags = withCondition(tags, 'StringEqualsIfExists', `aws:RequestTag/${tag.key}`, sorted(tag.values));
      }
    }
    statements.push({ effect: 'Allow', principals, actions: ['sts:TagSession'], resources: [], conditions: tags });
  }
  return statements;
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnit);
}
