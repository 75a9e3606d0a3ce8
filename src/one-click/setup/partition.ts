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
