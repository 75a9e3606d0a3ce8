import { checkRegion, partitionNamed } from '../../policy/aws';

/** The region to ask first; the profile may name one where this does not. */
export function chosenRegion(region: string | undefined): string | undefined {
  if (region !== undefined) {
    return checkRegion(region, '--region');
  }
  // Set but empty, a variable says nothing.
  const variable = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find((name) => process.env[name]);
  return variable === undefined ? undefined : checkRegion(process.env[variable]!, variable);
}

/** A region of the partition that an ARN is of; none of those that are not public. */
export function defaultRegion(arn: string): string | undefined {
  return partitionNamed(arn.split(':')[1]).mainRegion;
}
