import { Vendor, Vendors } from '../../../src';
import { kitFacts } from '../../../src/kit/form';
import { templateParameters } from '../../../src/kit/form/parameters';
import { kitStack, kitTemplate, KNOWN_VENDORS } from '../stack/support';

const ACME = { name: 'Acme', accounts: ['999988887777'] };

test('a vendor alone makes the facts of its kit', () => {
  expect(kitFacts(Vendors.cloudglue())).toEqual({
    vendor: Vendors.cloudglue().definition,
    principalKind: 'any',
    asksPrincipal: false,
    externalId: 'entered',
    catalogue: 'cloudglue',
    slots: 1,
    stackName: 'cloudglue-s3-access',
    templateUrl: undefined,
    regions: expect.arrayContaining(['eu-west-1', 'us-east-1']),
    version: undefined,
  });
});

test('options go before what the definition says', () => {
  const options = {
    slots: 3,
    externalId: 'derived',
    templateUrl: 'https://kits.s3.eu-west-1.amazonaws.com/acme/template.json',
    version: '1.2.0+a',
    stackName: 'Acme',
    regions: ['us-east-1', 'eu-west-1', 'us-east-1'],
  };
  expect(kitFacts(Vendor.fromDefinition(ACME), options)).toMatchObject({ ...options, regions: ['eu-west-1', 'us-east-1'] });
});

test.each([
  ['Cloudglue', 'entered', false],
  ['hotglue', 'issued', true],
  ['Coactive', 'none', true],
  ['Creative Force', 'issued', false],
  ['IEX Cloud Apperate', 'issued', true],
])('%s: the external ID is %s; whether the principal is asked for: %s', (name, externalId, asksPrincipal) => {
  expect(kitFacts(KNOWN_VENDORS[name].kit)).toMatchObject({ externalId, asksPrincipal });
});

test.each([
  ['none, which is taken for the first', ACME, /^(?!cn-|us-gov-|eusc-)/],
  ['its own', { ...ACME, partition: 'aws-cn' }, /^cn-/],
  ['that of its principals', { name: 'Acme', principals: ['arn:aws-us-gov:iam::999988887777:role/x'] }, /^us-gov-/],
])('regions are those of a partition: %s', (_, definition, form) => {
  const { regions } = kitFacts(Vendor.fromDefinition(definition));
  expect(regions.length).toBeGreaterThan(1);
  expect(regions.filter((region) => !form.test(region))).toEqual([]);
  expect([...regions].sort()).toEqual(regions);
});

test.each(Object.entries(KNOWN_VENDORS))('the template of %s has the parameters that links fill in, and no others', (_, { kit }) => {
  expect(Object.keys(kitTemplate(kit, { slots: 3 }).Parameters!).sort()).toEqual(Object.keys(templateParameters(kitFacts(kit, { slots: 3 }))).sort());
});

test('a stack knows the same facts, and has their name', () => {
  const stack = kitStack(Vendors.hotglue(), { slots: 2, stackName: 'Ours' });
  expect(stack._facts).toEqual(kitFacts(Vendors.hotglue(), { slots: 2, stackName: 'Ours' }));
  expect(stack.stackName).toBe('Ours');
});

test.each([['8x8', 'vendor-8x8-s3-access'], ['Acme', 'acme-s3-access'], ['日本', 'vendor-s3-access']])('the stack of %s has a name that starts with a letter', (name, expected) => {
  expect(kitFacts(Vendor.fromDefinition({ name, accounts: ['999988887777'] })).stackName).toBe(expected);
});
