import { checkRegion } from '../../policy/aws';

/** The region to ask first; the profile may name one where this does not. */
export function chosenRegion(region: string | undefined): string | undefined {
  // Set but empty, a variable says nothing.
  const chosen = region ?? (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || undefined);
  return chosen === undefined ? undefined : checkRegion(chosen, '--region');
}

/** A region that every account of a partition can use, by the name of the partition. */
const MAIN_REGIONS: Readonly<Record<string, string>> = {
  'aws': 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-eusc': 'eusc-de-east-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** A region of the partition that an ARN is of; none of those that are not public. */
export function defaultRegion(arn: string): string | undefined {
  return MAIN_REGIONS[arn.split(':')[1]];
}
