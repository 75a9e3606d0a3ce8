import { Vendor, Vendors } from '../../../src';
import { resolveKit } from '../../../src/kit/form';
import { templatePolicies } from '../../../src/kit/stack/template-policies';

/** Names of the policies, by where they are. */
function placed(vendor: Vendor, slots: number) {
  const { inline, managed } = templatePolicies(resolveKit(vendor).vendor, slots);
  return { inline: inline.map(({ name }) => name), managed: managed.map(({ name, condition }) => [name, condition]) };
}

/** A vendor with so much to do in buckets of its own that few characters of the inline policies are left. */
function busyVendor(folders: number): Vendor {
  return Vendor.fromDefinition({
    name: 'Acme',
    accounts: ['999988887777'],
    companionBuckets: [{
      bucketName: 'acme-own', ownerAccount: '999988887777', mode: 'write' as any, prefixes: Array.from({ length: folders }, (_, i) => `${i}${'p'.repeat(200)}`),
    }],
  });
}

test.each([
  ['one bucket', 1, ['VendorBuckets', 'BucketPolicy'], []],
  ['two buckets', 2, ['VendorBuckets', 'BucketPolicy', 'BucketPolicy2'], []],
  // A third one would fit; but choices in one resource multiply.
  ['four buckets', 4, ['VendorBuckets', 'BucketPolicy', 'BucketPolicy2'], [['BucketPolicy3', 'HasBucket3'], ['BucketPolicy4', 'HasBucket4']]],
])('policies for %s are inline for two, and managed from there on', (_, slots, inline, managed) => {
  expect(placed(Vendors.cloudglue(), slots)).toEqual({ inline, managed });
});

test.each([
  ['two buckets', 10, ['VendorBuckets', 'BucketPolicy', 'BucketPolicy2'], []],
  ['one bucket', 25, ['VendorBuckets', 'BucketPolicy'], [['BucketPolicy2', 'HasBucket2']]],
  ['no bucket', 40, ['VendorBuckets'], [['BucketPolicy', undefined], ['BucketPolicy2', 'HasBucket2']]],
])('policies are managed from where there is no room inline, with room for %s', (_, folders, inline, managed) => {
  expect(placed(busyVendor(folders), 2)).toEqual({ inline, managed });
});
