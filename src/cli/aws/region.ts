import { checkRegion, partitionNamed } from '../../policy/aws';

/** The region to ask first; the profile may name one where this does not. */
export function chosenRegion(region: string | undefined): string | undefined {
  // Set but empty, a variable says nothing.
  const chosen = region ?? (process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || undefined);
  return chosen === undefined ? undefined : checkRegion(chosen, '--region');
}

/** A region of the partition that an ARN is of; none of those that are not public. */
export function defaultRegion(arn: string): string | undefined {
  return partitionNamed(arn.split(':')[1]).mainRegion;
}
