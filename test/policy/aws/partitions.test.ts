import { checkRegion, partitionNamed, partitionOf, PARTITIONS } from '../../../src/policy/aws';
import { REGION_FACTS } from '../../../src/policy/aws/region-facts';

test.each([
  ['aws', 'amazonaws.com', 'console.aws.amazon.com', 'us-east-1'],
  ['aws-cn', 'amazonaws.com.cn', 'console.amazonaws.cn', 'cn-north-1'],
  ['aws-us-gov', 'amazonaws.com', 'console.amazonaws-us-gov.com', 'us-gov-west-1'],
  ['aws-eusc', 'amazonaws.eu', 'console.amazonaws-eusc.eu', 'eusc-de-east-1'],
  ['aws-iso', 'c2s.ic.gov', undefined, undefined],
  ['aws-iso-b', 'sc2s.sgov.gov', undefined, undefined],
  ['aws-iso-e', 'cloud.adc-e.uk', undefined, undefined],
  ['aws-iso-f', 'csp.hci.ic.gov', undefined, undefined],
])('addresses in %s end with %s', (partition, urlSuffix, console, mainRegion) => {
  expect(partitionNamed(partition)).toMatchObject({ partition, urlSuffix });
  expect([partitionNamed(partition).console, partitionNamed(partition).mainRegion]).toEqual([console, mainRegion]);
});

test('all partitions are listed, in one order', () => {
  expect(PARTITIONS).toEqual(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f']);
  expect(Object.keys(REGION_FACTS)).toEqual([...PARTITIONS].sort());
});

test('a region is in its own list, and in no other', () => {
  for (const partition of PARTITIONS) {
    const { regions } = partitionNamed(partition);
    expect(regions).toEqual([...regions].sort());
    expect(regions.map((region) => partitionOf(region).partition)).toEqual(regions.map(() => partition));
    regions.forEach((region) => expect(checkRegion(region, 'region')).toBe(region));
  }
});

test.each([
  ['cn-south-1', 'aws-cn'], ['us-gov-south-1', 'aws-us-gov'], ['eusc-fr-west-1', 'aws-eusc'], ['us-iso-south-1', 'aws-iso'], ['us-isob-south-1', 'aws-iso-b'],
  ['eu-isoe-south-1', 'aws-iso-e'], ['us-isof-north-1', 'aws-iso-f'], ['xx-new-9', 'aws'], ['us-isolated-1', 'aws'], ['xcn-north-1', 'aws'],
])('a region that nobody knows yet, %s, belongs to %s by its name', (region, partition) => {
  expect(Object.values(REGION_FACTS).flatMap(({ regions }): readonly string[] => regions)).not.toContain(region);
  expect(partitionOf(region)).toBe(partitionNamed(partition));
});

test('a vendor that names no partition is of the first one', () => {
  expect(partitionNamed()).toBe(partitionNamed('aws'));
  expect(PARTITIONS[0]).toBe('aws');
});

test('the region to begin with is one of the partition', () => {
  for (const { mainRegion, regions } of PARTITIONS.map((name) => partitionNamed(name))) {
    expect(mainRegion === undefined || regions.includes(mainRegion)).toBe(true);
  }
});
