import { Duration } from 'aws-cdk-lib';
import { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BoundAccess } from './bound-access';
import { fail } from '../../policy/base';
import { checkCidr, checkExpiry, checkSessionDuration, WHOLE_BUCKET } from '../../policy/grant';
import { checkList } from '../input';
import { warn } from '../report';
import { TokenTable } from '../tokens';

/** Checks an expiry, and says when it has passed. */
export function bindExpiry(scope: Construct, date: Date | undefined): string | undefined {
  if (date === undefined) {
    return undefined;
  }
  const expiresAt = checkExpiry(date, 'expiresAt');
  if (Date.parse(expiresAt) <= Date.now()) {
    warn(scope, 'expired', `expiresAt: the access ended at ${expiresAt}; give a later date, or remove the access`);
  }
  return expiresAt;
}

/** Checks how long a session may last. */
export function checkDuration(duration: Duration | undefined, field: string): void {
  if (duration === undefined) {
    return;
  }
  if (typeof duration?.toSeconds !== 'function' || typeof duration.isUnresolved !== 'function') {
    fail('ValueTypeInvalid', field, duration, 'give a Duration, such as Duration.hours(2)');
  }
  if (duration.isUnresolved()) {
    fail('SessionDurationInvalid', field, 'a duration that is known only at deployment', 'give one that is known now, of 1 to 12 hours');
  }
  checkSessionDuration(duration.toSeconds({ integral: false }), field);
}

/** Checks a permissions boundary. */
export function checkBoundary(boundary: IManagedPolicy | undefined, field: string): void {
  if (boundary !== undefined && typeof boundary?.managedPolicyArn !== 'string') {
    fail('BoundaryInvalid', field, boundary, 'give an iam.ManagedPolicy, or an imported one');
  }
}

/** Checks source addresses, and sorts them. */
export function bindSourceIps(tokens: TokenTable, ranges: readonly string[] | undefined): string[] | undefined {
  if (ranges === undefined) {
    return undefined;
  }
  const field = 'allowedSourceIps';
  const given = checkList(ranges, field);
  if (given.length === 0) {
    fail('SourceIpInvalid', field, given, 'name at least one range, or leave allowedSourceIps out');
  }
  return [...new Set(given.map((range, i) => checkCidr(tokens.encode(range, 'text', `${field}[${i}]`), `${field}[${i}]`)))].sort();
}

/** Says what an option shows beyond the declared prefixes. */
export function warnAboutUploads(scope: Construct, access: readonly BoundAccess[]): void {
  const showing = access.filter(({ location }) => location.scopes !== WHOLE_BUCKET && location.actions.includes('s3:ListBucketMultipartUploads'));
  if (showing.length > 0) {
    warn(scope, 'multipartListing', `${showing.map(({ location }) => location.field).join(', ')}: the vendor sees the keys of all unfinished uploads in the bucket, `
      + 'for S3 cannot limit that to a prefix; set multipartListing to false if nothing needs it');
  }
}
