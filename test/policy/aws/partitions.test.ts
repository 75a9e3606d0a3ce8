import { RegionInfo } from 'aws-cdk-lib/region-info';
import { checkRegion, partitionNamed, partitionOf, PARTITIONS } from '../../../src/policy/aws';
import { REGION_FACTS } from '../../../src/policy/aws/region-facts';

test('every region that the CDK knows is found by its name, with the suffix that the CDK has for it', () => {
  const known = RegionInfo.regions.map(({ name, partition, domainSuffix }) => ({ name, partition, urlSuffix: domainSuffix }));
  expect(known.length).toBeGreaterThan(40);
  expect(known.map(({ name }) => {
    const { partition, urlSuffix } = partitionOf(name);
    return { name, partition, urlSuffix };
  })).toEqual(known);
});

test('the facts that were generated have all partitions, and no others', () => {
  expect(Object.keys(REGION_FACTS)).toEqual([...PARTITIONS].sort());
  expect(PARTITIONS.map((name) => partitionNamed(name).partition)).toEqual(PARTITIONS);
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

test('only partitions with a console have a region to begin with, and it is one of theirs', () => {
  for (const { console, mainRegion, regions } of PARTITIONS.map((name) => partitionNamed(name))) {
    expect(mainRegion === undefined).toBe(console === undefined);
    expect(mainRegion === undefined || regions.includes(mainRegion)).toBe(true);
  }
});
