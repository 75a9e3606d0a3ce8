import { actionsOf } from './actions';
import { partyConditions } from './caller';
import { fromAllowedAddress, inForce } from './circumstances';
import { Condition, Grant } from './grant';
import { example, inScope, nameOf, nearMisses } from './scope';
import { companionAccess, VendorMeaning, vendorMeaning } from './vendor';
import { AccessDeclaration, CUSTOMER, Declaration } from '../../world/declaration';
import { and, atom, either, not, or, TRUE } from '../smt/formula';
import { is, isEitherOf, isOneOf, startsWith } from '../smt/text';

/** A bucket, and what is declared of it. */
interface Place extends Omit<AccessDeclaration, 'bucket'> {
  readonly bucket: string;
  readonly owner: string;
  /** Whose wishes and demands count there. */
  readonly vendor: VendorMeaning;
}

/** What the vendor may ask of S3, by the README's tables. */
export function s3Meaning(declaration: Declaration): Grant[] {
  const vendor = vendorMeaning(declaration.vendor);
  const places: Place[] = declaration.access.map((access) => {
    const { name, owner = CUSTOMER } = declaration.buckets[access.bucket];
    return { ...access, bucket: name, owner, vendor };
  });
  if (declaration.construct !== 'bucketAccess') {
    // In a bucket of its own the vendor gets the mode that it names, and has no demands to make on itself.
    const plain: VendorMeaning = { ...vendor, readActions: [], writeActions: [], acceptedEncryption: undefined };
    places.push(...vendor.companions.map(({ bucketName: bucket, ownerAccount: owner, ...rest }) =>
      ({ ...companionAccess(rest), bucket, owner, vendor: plain })));
  }
  // An open session of a role may come through a VPC endpoint, without an address; there, only the assumption counts.
  const address = declaration.construct === 'role' ? [] : [fromAllowedAddress(declaration)];
  const general = [...inForce(declaration), ...address];
  const callers = declaration.construct === 'bucketAccess' ? vendor.parties.map(partyConditions) : [[]];
  return callers.flatMap((caller) => places.flatMap((place) => {
    const shared = [...general, ...caller, ...ofPlace(place, declaration.construct)];
    return [...onObjects(place), ...onBucket(place)].map(({ title, conditions }) => ({ title, conditions: [...conditions, ...shared] }));
  }));
}

/** What holds for all requests to a bucket. */
function ofPlace(place: Place, construct: Declaration['construct']): Condition[] {
  return [
    { what: 'TLS', holds: place.withoutTls ? TRUE : and(atom('tlsPresent'), atom('tls')) },
    // A policy of the bucket itself speaks of that bucket only.
    { what: 'owner', holds: place.anyOwner || construct === 'bucketAccess' ? TRUE : is('owner', place.owner) },
  ];
}

function onObjects(place: Place): Grant[] {
  const { vendor } = place;
  const { objects } = actionsOf(place, vendor);
  const lead = `arn:aws:s3:::${place.bucket}/`;
  const scopes = place.scopes === 'wholeBucket'
    ? [{ name: 'all objects', holds: startsWith('resource', lead), near: isEitherOf('resource', [`${lead.slice(0, -1)}-2/in/1`, `${lead.slice(0, -2)}/in/1`]) }]
    : place.scopes.map((scope) => ({
      name: nameOf(scope),
      holds: inScope(scope, 'resource', lead, vendor.formats),
      near: isEitherOf('resource', [
        ...nearMisses(scope, vendor.formats).map((key) => lead + key), `${lead.slice(0, -1)}-2/${example(scope, vendor.formats)}`,
      ]),
    }));
  return GUARDED.flatMap(({ actions, guard }) => {
    const offered = objects.filter((action) => (actions ?? objects.filter(isUnguarded)).includes(action));
    return offered.length === 0 ? [] : scopes.map(({ name, ...key }) => ({
      title: `${offered.join(', ')} on ${place.bucket}, ${name}`,
      conditions: [actionIs(offered, NEIGHBOURS.objects), { what: 'key', ...key }, ...guard(vendor)],
    }));
  });
}

function onBucket(place: Place): Grant[] {
  const { vendor } = place;
  const { listings, bucket } = actionsOf(place, vendor);
  const itself: Condition = {
    what: 'bucket',
    holds: is('resource', `arn:aws:s3:::${place.bucket}`),
    near: isEitherOf('resource', [`arn:aws:s3:::${place.bucket}-2`, `arn:aws:s3:::${place.bucket.slice(0, -1)}`]),
  };
  // A listing by the key of a single object would show longer keys as well.
  const prefixes = place.scopes === 'wholeBucket'
    ? [{ name: 'everything', holds: TRUE }]
    : place.scopes.filter(({ kind }) => kind !== 'object').map((scope) => ({
      name: nameOf(scope),
      holds: and(atom('prefixPresent'), inScope(scope, 'prefix', '', vendor.formats)),
      near: either(not(atom('prefixPresent')), isEitherOf('prefix', ['', ...nearMisses(scope, vendor.formats)])),
    }));
  return [
    ...(listings.length === 0 ? [] : prefixes.map(({ name, ...prefix }) => ({
      title: `${listings.join(', ')} on ${place.bucket}, ${name}`, conditions: [actionIs(listings, NEIGHBOURS.bucket), itself, { what: 'prefix', ...prefix }],
    }))),
    ...(bucket.length === 0 ? [] : [{ title: `${bucket.join(', ')} on ${place.bucket}`, conditions: [actionIs(bucket, NEIGHBOURS.bucket), itself] }]),
  ];
}

/** Actions that come with a demand of their own. */
const GUARDED: ReadonlyArray<{ readonly actions?: readonly string[]; guard(vendor: VendorMeaning): Condition[] }> = [
  { guard: () => [] },
  {
    actions: ['PutObjectAcl'],
    guard: () => [{ what: 'ACL', holds: and(atom('aclPresent'), is('acl', 'bucket-owner-full-control')) }],
  },
  {
    actions: ['PutObject'],
    guard: ({ acceptedEncryption }) => (acceptedEncryption === undefined ? [] : [
      // Without the header, S3 encrypts as the bucket says.
      { what: 'encryption', holds: or(not(atom('encryptionPresent')), isOneOf('encryption', acceptedEncryption)) },
      { what: 'no key of the vendor\'s own', holds: not(atom('customerKeyPresent')) },
    ]),
  },
];

function isUnguarded(action: string): boolean {
  return !GUARDED.some(({ actions }) => actions?.includes(action));
}

/** Actions that would be tempting to allow as well. */
const NEIGHBOURS = {
  objects: ['GetObject', 'GetObjectVersion', 'PutObject', 'PutObjectAcl', 'GetObjectAcl', 'DeleteObject', 'DeleteObjectVersion'],
  bucket: ['ListBucket', 'ListBucketVersions', 'ListBucketMultipartUploads', 'GetBucketLocation', 'GetBucketPolicy', 'DeleteBucket'],
} as const;

function actionIs(names: readonly string[], neighbours: readonly string[]): Condition {
  const lower = (actions: readonly string[]) => actions.map((action) => action.toLowerCase());
  return { what: 'action', holds: isOneOf('action', lower(names)), near: isEitherOf('action', lower(neighbours)) };
}
