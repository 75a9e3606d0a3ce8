import { fail } from '../../private/policy';
import { CommandError, EXIT } from '../io';

/** Checks the address of what stands in for AWS: credentials cross the network only encrypted. */
export function checkEndpoint(url: string | undefined): string | undefined {
  if (url === undefined) {
    return undefined;
  }
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  if (protocol !== 'https:' && !(protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))) {
    throw new CommandError(EXIT.usage, '--endpoint-url: give an https address; http only on this machine');
  }
  return url;
}

/** The region to ask first; the profile may name one where this does not. */
export function chosenRegion(region: string | undefined): string | undefined {
  return checkRegion(region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION);
}

/** Checks the form of a region: it becomes part of host names. */
export function checkRegion<T extends string | undefined>(region: T): T {
  if (region !== undefined && !/^[a-z]{2,5}(-[a-z]{2,})+-\d{1,2}$/.test(region)) {
    fail('RegionInvalid', '--region', region, 'give a region such as eu-west-1');
  }
  return region;
}
