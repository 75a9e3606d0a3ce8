import { raising, reference } from '../../../src/policy/base';
import { Location, WHOLE_BUCKET } from '../../../src/policy/grant';
import { EVERY_KEY } from '../../../src/policy/grant/key-scope';
import { patternsFrom } from '../../../src/policy/pattern';
import { checkCompanions } from '../../../src/policy/request';
import { definitionWords, fieldsOf, VendorFacts, vendorFacts } from '../../../src/policy/vendor';
import { folders, patternsOf } from '../locations';

const CUSTOMER = '111122223333';
const VENDOR = '999988887777';
const ACCOUNT = reference('AccountId', 12);

/** A vendor with a bucket of its own. */
function vendorWith(bucket: object = {}, more: object = {}): VendorFacts {
  return raising((issues) => vendorFacts({
    name: 'Acme',
    accounts: [VENDOR],
    pathVariables: { tenant: '*' },
    readActions: ['s3:GetObjectVersion'],
    companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: VENDOR, mode: 'write', ...('prefixes' in bucket ? {} : { wholeBucket: true }), ...bucket }],
    ...more,
  }, { written: 'aws' }, definitionWords('object', fieldsOf('vendor')), issues));
}

function companions(vendor: VendorFacts, customers: readonly [string, ...string[]]): Location[] {
  return raising((issues) => checkCompanions(vendor, customers, issues));
}

const LOCATION = {
  field: 'vendor.companionBuckets[0]',
  bucketArn: 'arn:aws:s3:::acme-transfer',
  owner: VENDOR,
  notOwner: undefined,
  requireTls: true,
  scopes: WHOLE_BUCKET,
  patterns: patternsFrom('vendor.companionBuckets[0]', [EVERY_KEY]),
  actions: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
  kmsKeys: [],
};

test('a vendor without buckets of its own has no locations', () => {
  expect(companions(vendorWith({}, { companionBuckets: undefined }), [CUSTOMER])).toEqual([]);
});

test.each<[string, VendorFacts, readonly [string, ...string[]], object]>([
  ['of another account than the customer', vendorWith(), [CUSTOMER], {}],
  // Extra actions are for the customer's buckets.
  ['that is read', vendorWith({ mode: 'read' }), [CUSTOMER], { actions: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'] }],
  ['with folders', vendorWith({ prefixes: ['in', 'out/'] }), [CUSTOMER], {
    scopes: [{ kind: 'folder', path: 'in' }, { kind: 'folder', path: 'out/' }], patterns: patternsFrom('vendor.companionBuckets[0]', patternsOf(folders('in', 'out'))),
  }],
  ['where the customer is known only at deployment', vendorWith(), [ACCOUNT], { notOwner: ACCOUNT }],
  ['where the customer is written in two ways', vendorWith(), [CUSTOMER, ACCOUNT], {}],
  ['where the customer is written in two ways, the unknown first', vendorWith(), [ACCOUNT, CUSTOMER], { notOwner: ACCOUNT }],
  ['whose owner is known only at deployment', vendorWith({ ownerAccount: ACCOUNT }, { accounts: [ACCOUNT] }), [CUSTOMER], { owner: ACCOUNT, notOwner: CUSTOMER }],
])('a bucket %s', (_, vendor, customers, differs) => {
  expect(companions(vendor, customers)).toEqual([{ ...LOCATION, ...differs }]);
});

test('each bucket has a location, in order', () => {
  const companionBuckets = ['acme-in', 'acme-out'].map((bucketName) => ({ bucketName, ownerAccount: VENDOR, mode: 'read', wholeBucket: true }));
  expect(companions(vendorWith({}, { companionBuckets }), [CUSTOMER]).map(({ field, bucketArn }) => [field, bucketArn])).toEqual([
    ['vendor.companionBuckets[0]', 'arn:aws:s3:::acme-in'], ['vendor.companionBuckets[1]', 'arn:aws:s3:::acme-out'],
  ]);
});

test.each<[string, readonly [string, ...string[]]]>([
  ['the account', [VENDOR]],
  ['its second spelling', [ACCOUNT, VENDOR]],
])('fails: a bucket of the customer, by %s', (_, customers) => {
  expect(() => companions(vendorWith(), customers)).toThrow(expect.objectContaining({
    code: 'CompanionOwnerInvalid',
    field: 'vendor.companionBuckets[0].ownerAccount',
    detail: `received "${VENDOR}"; this is the customer's own account, and no business of a vendor definition`,
  }));
});
