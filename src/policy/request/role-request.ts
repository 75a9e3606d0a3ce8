import { BOUNDS, checkAccountId, checkRegion, partitionOf, PrincipalKind } from '../aws';
import { Issues, reference } from '../base';
import { Statement } from '../document';
import { Location, ScopeWords } from '../grant';
import { VendorData, VendorFacts } from '../vendor';
import { Surroundings } from './access-request';
import { checkAccess } from './check-access';
import { checkCompanions } from './companions';
import { DeclaredAccess } from './declared-access';
import { checkExternalIds } from './external-ids';
import { BucketInput, plainAccess } from './plain-access';
import { checkRoleName } from './role-name';
import { checkTrust, trustedParties } from './trust-request';
import { checkRoleVendor } from './vendor-request';

/** A role, as people type it: in a form, or as options of a command. */
interface RoleRequest {
  readonly vendor: VendorData;
  readonly kind: PrincipalKind;
  readonly principalArn?: string;
  /** The account that has the role, and owns the buckets; none where it is known only at deployment. */
  readonly accountId?: string;
  /** Where the buckets lie; none where it is known only at deployment. */
  readonly region?: string;
  readonly externalId?: string;
  readonly roleName?: string;
  readonly buckets: readonly BucketInput[];
  /** How a folder and the whole bucket are called where they are typed. */
  readonly words: ScopeWords;
}

/** A role, checked. */
export interface CheckedRole {
  readonly vendor: VendorFacts;
  readonly surroundings: Surroundings;
  readonly trust: Statement[];
  /** None where neither the vendor nor the customer decides. */
  readonly roleName?: string;
  /** What the vendor needs of its own buckets. */
  readonly companions: readonly Location[];
  /** The customer's buckets, in the order in which they were typed. */
  readonly access: readonly Location[];
}

/** Checks a role, every field of it; what is wrong is found, and nothing comes back then. */
export function checkRole(request: RoleRequest, issues: Issues): CheckedRole | undefined {
  return issues.group((found) => roleOf(request, found));
}

function roleOf(request: RoleRequest, found: Issues): CheckedRole | undefined {
  const region = request.region === undefined ? undefined : found.check(() => checkRegion(request.region!, 'region'));
  const surroundings = surroundingsIn(region);
  const account = (request.accountId === undefined ? undefined : found.check(() => checkAccountId(request.accountId, 'accountId')))
    ?? reference('AccountId', BOUNDS.accountId);
  const vendor = checkRoleVendor(request, surroundings.partition, found);
  return vendor && checkForVendor({ request, vendor, surroundings, account, region }, found);
}

interface ForVendor {
  readonly request: RoleRequest;
  readonly vendor: VendorFacts;
  readonly surroundings: Surroundings;
  readonly account: string;
  readonly region?: string;
}

/** Checks all that depends on the vendor. */
function checkForVendor({ request, vendor, surroundings, account, region }: ForVendor, issues: Issues): CheckedRole | undefined {
  const companions = checkCompanions(vendor, [account], issues, 'accountId');
  const ids = checkExternalIds(vendor, request, issues);
  const trust = ids && checkTrust(trustedParties(vendor, ids.externalIds, 'vendor'), {}, { field: 'externalId', advice: 'use a shorter external ID' }, issues);
  const roleName = checkRoleName([vendor], request.roleName, 'leave it out', issues);
  const declared = request.buckets.flatMap((input, i) => {
    const field = `buckets[${i}]`;
    const location = checkAccess(plainAccess(input, { field, vendor, account, region, words: request.words }), vendor, surroundings, issues);
    return location ? [{ location, named: { field: `${field}.bucketName`, value: input.bucketName } }] : [];
  });
  const known = new DeclaredAccess();
  known.keep(companions.map((location) => ({ location })));
  known.check(declared, issues);
  return trust && { vendor, surroundings, trust, roleName, companions, access: declared.map(({ location }) => location) };
}

/** What follows from a region; where it is not known, nothing does. */
export function surroundingsIn(region: string | undefined): Surroundings {
  if (region === undefined) {
    return { partition: { written: reference('Partition', BOUNDS.partition) } };
  }
  const { partition } = partitionOf(region);
  return { partition: { written: partition, known: partition, chosenBy: { field: 'region', value: region } } };
}
