import { REGION_FACTS } from './region-facts';

/** A partition that AWS has published. */
type PartitionName = keyof typeof REGION_FACTS;

/** What is different in each partition of AWS. */
interface PartitionFacts {
  readonly partition: PartitionName;
  /** The domain of addresses in it. Names of services do not follow it: see `viaS3` in kms-key.ts. */
  readonly urlSuffix: string;
  /** The regions that are known. AWS adds some more often than this package has versions, so nothing is refused for want of a region here. */
  readonly regions: readonly string[];
  /** How the names of its regions start: those of the first partition anyhow. */
  readonly regionPrefix: string;
  /** The domain of its console; none where it has no public one, and so neither launch links nor the rest below. */
  readonly console?: string;
  /** A region that each of its accounts can use. */
  readonly mainRegion?: string;
}

/** What the CDK has no facts of. */
const BY_HAND: Readonly<Record<PartitionName, Pick<PartitionFacts, 'regionPrefix' | 'console' | 'mainRegion'>>> = {
  'aws': { regionPrefix: '', console: 'console.aws.amazon.com', mainRegion: 'us-east-1' },
  'aws-cn': { regionPrefix: 'cn-', console: 'console.amazonaws.cn', mainRegion: 'cn-north-1' },
  'aws-us-gov': { regionPrefix: 'us-gov-', console: 'console.amazonaws-us-gov.com', mainRegion: 'us-gov-west-1' },
  'aws-eusc': { regionPrefix: 'eusc-', console: 'console.amazonaws-eusc.eu', mainRegion: 'eusc-de-east-1' },
  'aws-iso': { regionPrefix: 'us-iso-' },
  'aws-iso-b': { regionPrefix: 'us-isob-' },
  'aws-iso-e': { regionPrefix: 'eu-isoe-' },
  'aws-iso-f': { regionPrefix: 'us-isof-' },
};

/** The names of all partitions, in the order in which they are listed wherever one may be chosen. */
export const PARTITIONS = Object.keys(BY_HAND) as readonly PartitionName[];

/**
 * The one table of partitions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
const TABLE: readonly PartitionFacts[] = PARTITIONS.map((partition) => ({ partition, ...REGION_FACTS[partition], ...BY_HAND[partition] }));

/** The partition that a region belongs to, also one that is not known yet. */
export function partitionOf(region: string): PartitionFacts {
  // All others before the first one, which takes what is left.
  return [...TABLE].reverse().find(({ regionPrefix }) => region.startsWith(regionPrefix))!;
}

/** A partition by its name; the first one for a vendor that names none. */
export function partitionNamed(name = 'aws'): PartitionFacts {
  return TABLE.find(({ partition }) => partition === name)!;
}
