import { PrincipalKind } from '../../src/policy/aws';
import { hasReference, raising } from '../../src/policy/base';
import { Statement } from '../../src/policy/document';
import { Location, Mode, trustStatements } from '../../src/policy/grant';
import { AccessRequest, checkAccess, checkExternalIds, checkRoleVendor, Surroundings, trustedParties } from '../../src/policy/request';
import { Declaration } from '../../src/policy/request/declared-access';
import { VendorData, VendorFacts } from '../../src/policy/vendor';

/** Where a role will be, known at once. */
export const HERE: Surroundings = { partition: { written: 'aws', known: 'aws' } };

/** A vendor, and the principal that completes it, through the door. */
export function plainVendor(
  { data, kind, principalArn }: { data: VendorData; kind: PrincipalKind; principalArn?: string }, { partition: { written } }: Surroundings,
): VendorFacts {
  const partition = { written, known: hasReference(written) ? undefined : written };
  return raising((issues) => checkRoleVendor({ vendor: data, kind, principalArn }, partition, issues));
}

/** Who may assume the role. */
export function plainTrust(vendor: VendorFacts, externalId: string | undefined): Statement[] {
  const { externalIds } = raising((issues) => checkExternalIds(vendor, { externalId }, issues));
  return trustStatements(trustedParties(vendor, externalIds, 'vendor'), {});
}

/** Access to the bucket `orders`, or as said otherwise. */
export function accessRequest(more: Partial<AccessRequest> = {}): AccessRequest {
  const field = 'buckets[0]';
  return {
    field,
    mode: { field: `${field}.mode`, value: 'read' as Mode },
    bucket: { field: `${field}.bucketName`, bucket: { name: 'orders' } },
    owner: { apparent: { field: 'accountId', value: '111122223333' } },
    place: { field: `${field}.prefix`, wholeBucket: true, words: { parts: 'a folder', whole: 'the whole bucket' } },
    kmsKeys: [],
    pinOwner: true,
    requireTls: true,
    ...more,
  };
}

export function plainLocation(vendor: VendorFacts, request: AccessRequest, surroundings: Surroundings): Location {
  return raising((issues) => checkAccess(request, vendor, surroundings, issues));
}

/** A location, named by its field. */
export function declaration(location: Location): Declaration {
  return { location, named: { field: location.field, value: location.bucketArn } };
}
