import { fail } from '../base';

/** What is different in each partition of AWS. */
interface PartitionFacts {
  readonly partition: string;
  /** How the names of its regions start. */
  readonly regions: RegExp;
  readonly urlSuffix: string;
  /** The domain of its console; none where it has no public one. */
  readonly console?: string;
}

/**
 * The partitions; the last one is that of all other regions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const PARTITIONS: readonly PartitionFacts[] = [
  { partition: 'aws-cn', regions: /^cn-/, urlSuffix: 'amazonaws.com.cn', console: 'console.amazonaws.cn' },
  { partition: 'aws-us-gov', regions: /^us-gov-/, urlSuffix: 'amazonaws.com', console: 'console.amazonaws-us-gov.com' },
  { partition: 'aws-eusc', regions: /^eusc-/, urlSuffix: 'amazonaws.eu', console: 'console.amazonaws-eusc.eu' },
  { partition: 'aws-iso', regions: /^us-iso-/, urlSuffix: 'c2s.ic.gov' },
  { partition: 'aws-iso-b', regions: /^us-isob-/, urlSuffix: 'sc2s.sgov.gov' },
  { partition: 'aws-iso-e', regions: /^eu-isoe-/, urlSuffix: 'cloud.adc-e.uk' },
  { partition: 'aws-iso-f', regions: /^us-isof-/, urlSuffix: 'csp.hci.ic.gov' },
  { partition: 'aws', regions: /^/, urlSuffix: 'amazonaws.com', console: 'console.aws.amazon.com' },
];

/** The partition that a region belongs to. */
export function partitionOf(region: string): PartitionFacts {
  return PARTITIONS.find(({ regions }) => regions.test(region))!;
}

/** A partition by its name; the first one for a vendor that names none. */
export function partitionNamed(name = 'aws'): PartitionFacts {
  return PARTITIONS.find(({ partition }) => partition === name)!;
}

/** Checks the form of a region's name; regions are added too often for a list. */
export function checkRegion(region: string, field: string): string {
  if (!/^[a-z]{2,5}(-[a-z]{2,})+-\d{1,2}$/.test(region)) {
    fail('RegionInvalid', field, region, 'give a region such as eu-west-1');
  }
  return region;
}
