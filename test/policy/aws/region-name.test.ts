import { checkRegion, partitionNamed, PARTITIONS } from '../../../src/policy/aws';

test.each(['', 'eu-west', 'eu-west-1 ', 'xeu-west-1/', 'EU-WEST-1', 'eu-west-123', 'eu_west_1', 'europe-west-1', 'e-west-1', 'eu-w-1', 'eu-1', '-eu-west-1'])(
  'fails for %j, which is no name of a region', (region) => {
    expect(() => checkRegion(region, 'region')).toThrow(expect.objectContaining({ code: 'RegionInvalid', field: 'region' }));
    expect(() => checkRegion(region, 'region')).toThrow('give a region such as eu-west-1');
  },
);

test.each([['EU-WEST-1', 'eu-west-1'], ['eu_west_1', 'eu-west-1'], ['euwest-1', 'eu-west-1'], ['us-east1', 'us-east-1'], ['eusc-d-east-1', 'eusc-de-east-1']])(
  'fails for %s, which has another form, and names what was meant: %s', (region, meant) => {
    expect(() => checkRegion(region, 'region')).toThrow(`received "${region}"; did you mean "${meant}"? give a region such as eu-west-1`);
  },
);

test.each([
  ['eu-wst-1', 'eu-west-1'], ['eu-westt-1', 'eu-west-1'], ['us-eats-1', 'us-east-1'], ['us-est-2', 'us-east-2'], ['ap-sotheast-2', 'ap-southeast-2'],
  ['ap-nothreast-1', 'ap-northeast-1'], ['eus-west-3', 'eu-west-3'], ['eu-cental-1', 'eu-central-1'], ['us-gow-west-1', 'us-gov-west-1'],
  ['us-gov-wst-1', 'us-gov-west-1'], ['cn-nort-1', 'cn-north-1'], ['eusc-dee-east-1', 'eusc-de-east-1'],
])('fails for %s, which is one that is known, misspelt: %s', (region, meant) => {
  expect(() => checkRegion(region, 'region')).toThrow(`RegionInvalid: region: received "${region}"; did you mean "${meant}"?`);
});

test.each([
  'eu-west-9', 'ca-east-1', 'us-south-1', 'ap-southwest-1', 'ap-northwest-1', 'eu-east-1', 'ap-west-1', 'sa-west-1', 'nz-north-1', 'me-northeast-1', 'us-gov-central-1', 'us-east-12',
  // Of another form, and near to nothing.
  'xx-new-9', 'us-moon-1', 'ap-tokyo-1',
])('%s may be newer than the list of regions', (region) => {
  expect(PARTITIONS.flatMap((name) => [...partitionNamed(name).regions])).not.toContain(region);
  expect(checkRegion(region, 'region')).toBe(region);
});

test('each region that is known is itself', () => {
  PARTITIONS.flatMap((name) => [...partitionNamed(name).regions]).forEach((region) => expect(checkRegion(region, 'region')).toBe(region));
});
