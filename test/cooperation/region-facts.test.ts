import { RegionInfo } from 'aws-cdk-lib/region-info';
import { partitionOf } from '../../src/policy/aws';

test('every region that the CDK knows is in the partition that the CDK says, with the suffix that the CDK has for it', () => {
  const known = RegionInfo.regions.map(({ name, partition, domainSuffix }) => ({ name, partition, urlSuffix: domainSuffix }));
  expect(known.length).toBeGreaterThan(40);
  expect(known.map(({ name }) => {
    const { partition, urlSuffix } = partitionOf(name);
    return { name, partition, urlSuffix };
  })).toEqual(known);
});
