import { QUOTAS } from '../aws';
import { byCodeUnit, fail, Issues } from '../base';
import { Statement } from '../document';
import { TrustContext, TrustedParty, trustStatements } from '../grant';
import { VendorFacts } from '../vendor';
import { documentSize } from '../write';

/** How whoever declares the trust can make it shorter. */
interface TrustAdvice {
  readonly field: string;
  readonly advice: string;
}

/** The principals of a vendor, each party with the external IDs that it may present. */
export function trustedParties(vendor: VendorFacts, externalIds: readonly string[], field: string): TrustedParty[] {
  return vendor.parties.map((principals) => ({ field, principals, externalIds, sessionTags: vendor.sessionTags }));
}

/** Checks who is trusted, all together, and compiles it. */
export function checkTrust(
  parties: readonly TrustedParty[], context: TrustContext, { field, advice }: TrustAdvice, issues: Issues,
): Statement[] | undefined {
  issues.check(() => checkPairs(parties));
  return issues.check(() => {
    const statements = trustStatements(parties, context);
    const size = documentSize(statements);
    if (size > QUOTAS.trustPolicy) {
      fail('TrustPolicyTooLarge', field, `${size} characters of trust policy`, `IAM takes ${QUOTAS.trustPolicy} by default; ${advice}`);
    }
    return statements;
  });
}

/** The same principals under two IDs could assume the role with either: that is a rotation, and has its own place. */
function checkPairs(parties: readonly TrustedParty[]): void {
  const seen = new Map<string, string>();
  for (const { field, principals, externalIds } of parties) {
    const ids = JSON.stringify(sorted(externalIds));
    for (const arn of principals.arns) {
      const id = JSON.stringify([arn, sorted(principals.principalArns ?? []), principals.organizationId]);
      const known = seen.get(id);
      if (known !== undefined && known !== ids) {
        fail('TrustDuplicate', field, arn, 'trust each principal once; use nextExternalId to rotate its external ID');
      }
      seen.set(id, ids);
    }
  }
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnit);
}
