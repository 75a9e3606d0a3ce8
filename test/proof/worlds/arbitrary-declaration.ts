import * as fc from 'fast-check';
import { entries } from './arbitrary-access';
import { byFunction, byPseudo } from './arbitrary-keys';
import { asOwnAccount, carrying, claimingTheCustomers, inDataStack, rarely, reconciled, saidOnce, surroundings, withOneParameter } from './arbitrary-surroundings';
import { additionalTrust, externalId, optional, VENDORS_OF } from './arbitrary-vendor';
import { BucketDeclaration, DATA_REGION, Declaration, KeyDeclaration, PARTNER } from '../meaning/declaration';

const buckets = fc.tuple(
  fc.shuffledSubarray(['acme-orders', 'acme-orders-2', 'acme.reports', 'acme-lake'], { minLength: 1, maxLength: 3 }),
  fc.array(fc.record({
    source: fc.constantFrom('created' as const, 'imported' as const, 'parameter' as const),
    elsewhere: fc.boolean(),
    key: fc.option(fc.nat({ max: 1 }), { nil: undefined }),
    byCfn: fc.boolean(),
    existing: fc.option(fc.constantFrom('statement' as const, 'policy' as const, 'tls' as const), { nil: undefined, freq: 2 }),
  }), { minLength: 3, maxLength: 3 }),
).map(([names, more]) => names.map((name, i) => ({ name, ...more[i] })));

type DrawnBucket = typeof buckets extends fc.Arbitrary<Array<infer T>> ? T : never;

const keys: fc.Arbitrary<KeyDeclaration[]> = fc.uniqueArray<KeyDeclaration, string>(fc.oneof(
  fc.record({ source: fc.constantFrom('created' as const, 'strict' as const), id: fc.constant('made-by-cloudformation') }),
  fc.record({ source: fc.constant('imported' as const), id: fc.uuid(), owner: optional(fc.constant(PARTNER)), region: optional(fc.constant(DATA_REGION)) }),
  fc.record({ source: fc.constant('alias' as const), id: fc.constantFrom('orders', 'team/orders') }),
), {
  maxLength: 3,
  // Two keys cannot have one alias; of what CloudFormation makes there may be several.
  selector: ({ source, id }) => (source === 'alias' ? id : ''),
  comparator: (a, b) => a !== '' && a === b,
});

/** Places whose text means something in the stack with the access only. */
const ofOneStack = fc.oneof({ arbitrary: byPseudo, weight: 3 }, { arbitrary: byFunction, weight: 1 });

/** Only some kinds of buckets lie elsewhere, or have a key that the app knows of. */
function bucketDeclaration({ name, source, elsewhere, key, byCfn, existing }: DrawnBucket, declared: readonly KeyDeclaration[]): BucketDeclaration {
  if (source !== 'created') {
    return { name: source === 'parameter' && existing === 'tls' && !elsewhere ? `${name}*` : name, source, ...(elsewhere ? { owner: PARTNER } : {}) };
  }
  // Its key lies in its own region.
  const usable = key !== undefined && declared[key] !== undefined && declared[key].source !== 'alias' && declared[key].region === undefined;
  // That TLS is demanded is a property of the L2 construct.
  const l1 = byCfn && (!usable || declared[key].source === 'imported');
  return { name, source, byCfn: l1, ...(usable ? { key } : {}), ...(existing === 'tls' && l1 ? {} : { existing }) };
}

/** Declarations of every construct, as a customer may write them; with hostile characters wherever text goes. */
export const declaration: fc.Arbitrary<Declaration> = fc.oneof(
  { arbitrary: fc.constant('role' as const), weight: 4 },
  { arbitrary: fc.constant('bucketAccess' as const), weight: 1 },
  { arbitrary: fc.constant('user' as const), weight: 1 },
).chain((construct) => fc.record({ construct: fc.constant(construct), vendor: VENDORS_OF[construct], buckets, keys }))
  .chain(({ construct, vendor, buckets: drawn, keys: declared }) => fc.record({
    access: entries(vendor, drawn.length, declared.length),
    carried: fc.option(fc.array(ofOneStack, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 }),
    saidBy: rarely('first' as const, 'last' as const),
    oneParameter: rarely(true),
    addedLater: fc.boolean(),
    addedSingly: fc.boolean(),
    externalIds: fc.uniqueArray(externalId, { minLength: 2, maxLength: 2 }),
    present: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
    next: fc.boolean(),
    additional: fc.option(additionalTrust, { nil: undefined }),
    ownAccount: fc.boolean(),
    allowedSourceIps: fc.option(fc.constantFrom(['203.0.113.0/24'], ['198.51.100.0/24', '192.0.2.7']), { nil: undefined, freq: 3 }),
    expiresAt: fc.option(fc.constantFrom('2027-01-01T00:00:00.000Z', '2026-11-20T12:00:01.000Z'), { nil: undefined, freq: 2 }),
    suspended: fc.oneof({ arbitrary: fc.constant(false), weight: 12 }, { arbitrary: fc.constant(true), weight: 1 }),
    placement: fc.constantFrom('inline' as const, 'managed' as const),
    around: surroundings,
  }).map(({
    access: declaredAccess, carried, saidBy, oneParameter, addedLater, addedSingly, externalIds, present, next, additional, ownAccount, around,
    ...rest
  }) => {
    const [externalId1, externalId2] = externalIds;
    const silent = vendor.kind === 'coactive' || (vendor.kind === 'definition' && vendor.definition.externalId === 'unsupported');
    const own = {
      construct,
      buckets: drawn.map((bucket) => inDataStack(bucketDeclaration(bucket, declared), around.dataStack)),
      keys: declared.map((key) => inDataStack(key, around.dataStack)),
    };
    const first: Declaration = {
      ...own,
      vendor: ownAccount ? asOwnAccount(vendor, own) : vendor,
      access: declaredAccess,
      addedLater: addedLater ? declaredAccess.length - 1 : 0,
      addedSingly: addedLater && addedSingly,
      ...rest,
      ...around,
      ...(construct !== 'role' ? {} : {
        ...(silent || !present ? {} : { externalId: externalId1, ...(next ? { nextExternalId: externalId2 } : {}) }),
        additionalTrust: additional,
      }),
    };
    const claimed = ownAccount ? claimingTheCustomers(first) : first;
    const made = saidOnce(saidBy, carrying(carried, oneParameter ? withOneParameter(claimed) : claimed));
    return JSON.parse(JSON.stringify(reconciled(made))) as Declaration;
  }));
