import { Vendor, VendorDefinition, Vendors } from '../../../src';
import { kitFacts } from '../../../src/kit/form';

const ROLE = 'arn:aws:iam::123456789012:role/ingest';

test.each<[string, Vendor]>([
  ['apperate', Vendors.apperate()],
  ['cloudglue', Vendors.cloudglue()],
  ['creativeForce', Vendors.creativeForce()],
  ['hotglue', Vendors.hotglue()],
])('%s is known by the name of its factory', (name, vendor) => {
  expect(kitFacts(vendor).catalogue).toBe(name);
});

test('a definition that says the same in another order is the same vendor', () => {
  const definition = Vendors.cloudglue().definition;
  const reversed = Object.fromEntries(Object.entries(definition).reverse()) as unknown as VendorDefinition;
  expect(kitFacts(Vendor.fromDefinition(reversed)).catalogue).toBe('cloudglue');
});

test.each<[string, Vendor]>([
  ['an option of the factory was used', Vendors.cloudglue({ transferBucket: false })],
  ['a principal is in it already', Vendors.hotglue({ principalArn: ROLE })],
  ['an action was added', Vendor.fromDefinition({ ...Vendors.cloudglue().definition, readActions: ['s3:GetObjectTagging'] })],
  ['it takes another kind of principal', Vendor.fromDefinition(Vendors.apperate().definition)],
  ['nobody knows it', Vendor.account('123456789012')],
])('no name, for %s', (_, vendor) => {
  expect(kitFacts(vendor).catalogue).toBeUndefined();
});
