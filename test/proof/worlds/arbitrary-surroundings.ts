import * as fc from 'fast-check';
import { AccessDeclaration, BucketDeclaration, CUSTOMER, DATA_REGION, Declaration, KeyDeclaration, Late, PARTNER, REGION, ScopeDeclaration, VendorDeclaration } from '../meaning/declaration';
import { memberOf } from '../meaning/party';
import { meaningOf } from '../meaning/vendor';

/** What lies around the access: stacks and where they go, what others have granted, and what is told only at deployment. */
export type Surroundings = Pick<Declaration, 'site' | 'open' | 'dataStack' | 'dataRegion' | 'grantedBeside' | 'trustedBeside' | 'byParameter' | 'roleName' | 'bucketPolicies'>;

const LATE: readonly Late[] = ['vendor', 'externalId', 'addresses', 'owners', 'keys'];

export const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  site: sometimes('aws-cn' as const, 'aws-us-gov' as const),
  open: sometimes('access' as const, 'data' as const, 'both' as const),
  dataStack: sometimes('own' as const, 'partner' as const),
  elsewhere: fc.boolean(),
  grantedBeside: sometimes('byPolicy' as const, 'byBucket' as const),
  trustedBeside: fc.boolean(),
  byParameter: fc.option(fc.subarray([...LATE], { minLength: 1 }), { nil: undefined, freq: 2 }),
  roleName: fc.boolean(),
  bucketPolicies: fc.constantFrom('whenNeeded' as const, 'always' as const),
}).map(({ open, dataStack, elsewhere, ...rest }) => ({
  ...rest,
  // It is one of the partition `aws`, and one has to know it to be in another one.
  dataRegion: elsewhere && dataStack !== undefined && open === undefined && rest.site === undefined ? DATA_REGION : undefined,
  // Two stacks that are both open are deployed to one account; one that is not there cannot be open.
  open: open === 'data' && dataStack === undefined ? undefined : open,
  dataStack: open === 'both' && dataStack === 'partner' ? 'own' : dataStack,
}));

/** Makes a declaration one that the library takes: what it refuses for good reasons has its own tests. */
export function reconciled(made: Declaration): Declaration {
  const changes = [
    vendorInPartition, constructWithOthers, possibleParameters, withoutReferences, keysOfOneRegion, keysOfTheBucket, bucketsImportedThere,
    keysImportedThere,
  ];
  return changes.reduce((changed, change) => change(changed), made);
}

/** A known stack of another partition has no use for a vendor of `aws`; of an open one, nobody knows. */
function vendorInPartition({ site, ...rest }: Declaration): Declaration {
  const { vendor, open = 'access' } = rest;
  if (site === undefined || (vendor.kind !== 'cloudglue' && vendor.kind !== 'creativeForce')) {
    return { ...rest, site };
  }
  return open === 'data' ? rest : { ...rest, site, open, vendor: { ...vendor, elsewhere: true } };
}

/** Others can grant something to a role or user, or on a bucket; only a role is assumed, and has a name. One that a vendor demands is fixed anyhow. */
function constructWithOthers({ grantedBeside, trustedBeside, roleName, ...rest }: Declaration): Declaration {
  const { construct, vendor } = rest;
  return {
    ...rest,
    // There is no bucket of such a name whose policy could be edited.
    ...(construct === 'bucketAccess' ? {
      ...grantedOnBucket(grantedBeside !== undefined, rest, rest.buckets.map((bucket) => ({ ...bucket, name: realName(bucket) }))),
    } : { grantedBeside }),
    ...(construct === 'role' ? { trustedBeside, roleName: roleName && vendor.kind !== 'cloudglue' } : {}),
    // What others add to the trust policy is not counted, and has no room beside many parties.
    ...(trustedBeside ? { additionalTrust: undefined } : {}),
  };
}

/** The name that a bucket can have, where it is more than a value at deployment. */
function realName({ name }: BucketDeclaration): string {
  return name.replace('*', '');
}

/** To whom is known, and in the policy that the bucket itself keeps; so it is one that the app creates. */
function grantedOnBucket(wanted: boolean, made: Declaration, buckets: readonly BucketDeclaration[]): Pick<Declaration, 'buckets' | 'grantedBeside'> {
  const { vendor, access: [first], dataStack } = made;
  const { name, source, owner, existing } = buckets[first.bucket];
  const ownAccount = vendor.kind === 'account' && vendor.byPseudo;
  const possible = memberOf(meaningOf(vendor)) !== undefined && !ownAccount && (source === 'created' ? existing !== 'policy' : source === 'imported' && owner === undefined);
  return !wanted || !possible ? { buckets } : {
    grantedBeside: 'onBucket',
    buckets: buckets.map((bucket, i) => (i === first.bucket && source === 'imported' ? inDataStack({ name, source: 'created' }, dataStack) : bucket)),
  };
}

/**
 * What narrows a vendor is checked against its account, which has to be known then. And a bucket in one stack takes no key from a
 * parameter of another.
 */
function possibleParameters({ byParameter, ...rest }: Declaration): Declaration {
  const { vendor, dataStack } = rest;
  const narrowed = vendor.kind === 'account' && (vendor.principalArns !== undefined || vendor.byPseudo);
  return { ...rest, byParameter: byParameter?.filter((what) => !(what === 'vendor' && narrowed) && !(what === 'keys' && dataStack !== undefined)) };
}

/** Between an environment that is known and one that is not, the CDK refers to nothing but names. */
function withoutReferences(made: Declaration): Declaration {
  const { open, dataStack, buckets, keys } = made;
  return open === undefined || open === 'both' || dataStack === undefined ? made : {
    ...made,
    buckets: buckets.map((bucket) => ({ ...bucket, byCfn: false })),
    keys: keys.map((key, i) => ({ ...key, ...(['created', 'strict'].includes(key.source) ? importedKey(i) : {}) })),
  };
}

/** In place of a key that cannot be another. */
function importedKey(position: number): Pick<KeyDeclaration, 'source' | 'id'> {
  return { source: 'imported', id: `0f3c9a10-1111-4222-8333-44445555666${position}` };
}

/** A key serves buckets of its own region. An alias is one of the region of its stack. */
function keysOfOneRegion(made: Declaration): Declaration {
  const { dataRegion, keys } = made;
  return dataRegion === undefined ? made : {
    ...made,
    keys: keys.map((key, i) => ({ ...key, ...(key.source === 'alias' ? importedKey(i) : {}), region: dataRegion })),
  };
}

/** Of a bucket whose region is known, a key of another region is refused. */
function keysOfTheBucket(made: Declaration): Declaration {
  const { buckets, keys, dataRegion } = made;
  const isElsewhere = (key: number) => keys[key]?.region !== dataRegion;
  return {
    ...made,
    access: made.access.map((one) => (buckets[one.bucket].source === 'created' ? { ...one, keys: one.keys?.filter((key) => !isElsewhere(key)) } : one)),
  };
}

/** Where the account of the data is known, what is imported by its name is imported there, under a name with that account in it. */
function bucketsImportedThere(made: Declaration): Declaration {
  const { dataStack, open, buckets, dataRegion } = made;
  const owner = dataStack === 'partner' ? PARTNER : undefined;
  const there = (bucket: BucketDeclaration): BucketDeclaration => ({ ...bucket, name: `${bucket.name}-${owner ?? CUSTOMER}`, owner, byPseudo: true });
  return dataStack === undefined || open !== undefined || dataRegion !== undefined ? made : {
    ...made, buckets: buckets.map((bucket) => (bucket.source === 'imported' && bucket.owner === owner ? there(bucket) : bucket)),
  };
}

/** The same for what is imported of a partner's keys, and for aliases. */
function keysImportedThere(made: Declaration): Declaration {
  const { dataStack, open, keys, dataRegion } = made;
  const isPartners = ({ source, owner, region }: KeyDeclaration) =>
    source === 'alias' || (source === 'imported' && owner === PARTNER && region === dataRegion);
  return dataStack !== 'partner' || open !== undefined ? made : {
    ...made,
    keys: keys.map((key) => (isPartners(key) ? { ...key, owner: PARTNER, there: true } : key)),
    // For a plain bucket the CDK takes no ARN that is put together.
    buckets: made.buckets.map((bucket) => (bucket.key !== undefined && isPartners(keys[bucket.key]) ? { ...bucket, byCfn: false } : bucket)),
  };
}

/** The customer's own account in place of a vendor's, as a test of a new connection has it; where what it reaches is somebody else's. */
export function asOwnAccount(vendor: VendorDeclaration, { construct, buckets, keys }: Pick<Declaration, 'construct' | 'buckets' | 'keys'>): VendorDeclaration {
  const ofOthers = [...buckets, ...keys].every(({ owner }) => owner === PARTNER);
  return vendor.kind === 'account' && (construct === 'role' || (construct === 'bucketAccess' && ofOthers)) ? { kind: 'account', id: CUSTOMER, byPseudo: true } : vendor;
}

/** Entries for a bucket of which only one says whose it is, the first or the last. */
export function saidOnce(by: 'first' | 'last' | undefined, made: Declaration): Declaration {
  const { bucket } = made.access[0];
  const entries = made.access.flatMap((one, i) => (one.bucket === bucket ? [i] : []));
  const speaker = by === 'last' ? entries[entries.length - 1] : 0;
  return by === undefined || entries.length < 2 ? made : {
    ...made,
    bucketPolicies: 'whenNeeded',
    buckets: made.buckets.map((one, i) => (i === bucket ? { name: realName(one), source: 'parameter', owner: PARTNER } : one)),
    access: made.access.map((one, i) => {
      const how = i === speaker ? { anyOwner: false } : { anyOwner: true, ownerUnsaid: true };
      return entries.includes(i) ? { ...one, ...how } : one;
    }),
  };
}

/** One parameter for the external ID and for a folder: what is a text in the one is a pattern in the other. */
export function withOneParameter(made: Declaration): Declaration {
  const [first, ...others] = made.access;
  return made.externalId === undefined ? made : {
    ...made,
    externalId: TWO_MEANINGS,
    byParameter: [...new Set<Late>([...made.byParameter ?? [], 'externalId'])],
    access: [{ ...first, scopes: [{ kind: 'folder', path: TWO_MEANINGS, atDeployment: true }], options: withoutList(first.options) }, ...others],
  };
}

const TWO_MEANINGS = 'k*3J';

/** A vendor that names the customer's account as the owner of its bucket, and as its own, where nobody knows that account yet. */
export function claimingTheCustomers(made: Declaration): Declaration {
  const { vendor, construct } = made;
  const [companion] = vendor.kind === 'definition' ? vendor.definition.companionBuckets ?? [] : [];
  return companion === undefined || construct === 'bucketAccess' ? made : {
    ...made, vendor: JSON.parse(JSON.stringify(vendor).replaceAll(companion.ownerAccount, CUSTOMER)), open: made.open === 'both' ? 'both' : 'access', dataRegion: undefined,
  };
}

/** Where the data has a stack of its own, with a place whose text belongs to the other stack, and a role that the other stack can name. */
export function carrying(scopes: ScopeDeclaration[] | undefined, made: Declaration): Declaration {
  const [first, ...others] = made.access;
  if (scopes === undefined || made.dataStack === undefined) {
    return made;
  }
  const created = (bucket: BucketDeclaration) => inDataStack({ name: realName(bucket), source: 'created' as const, existing: bucket.existing }, made.dataStack);
  return {
    ...made,
    roleName: true,
    buckets: made.buckets.map((bucket, i) => (i === first.bucket && bucket.source !== 'created' ? created(bucket) : bucket)),
    access: [{ ...first, scopes: made.dataRegion === undefined ? scopes : [OF_REGION], options: withoutList(first.options) }, ...others],
  };
}

/** What two stacks in two regions do not mean alike. */
const OF_REGION: ScopeDeclaration = { kind: 'folder', path: `${REGION}/x`, byPseudo: true };

/** Whether there is something to list depends on the place. */
function withoutList({ list: _, ...options }: AccessDeclaration['options'] & object = {}): AccessDeclaration['options'] {
  return options;
}

/** What the app creates in a partner's account is the partner's. */
export function inDataStack<T extends BucketDeclaration | KeyDeclaration>(declared: T, dataStack: Declaration['dataStack']): T {
  return dataStack === 'partner' && ['created', 'strict'].includes(declared.source) ? { ...declared, owner: PARTNER } : declared;
}

function sometimes<T>(...values: T[]): fc.Arbitrary<T | undefined> {
  return fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
}

export function rarely<T>(...values: T[]): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary: fc.constantFrom(...values), weight: 1 });
}
