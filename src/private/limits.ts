import { Construct } from 'constructs';
import { BoundAccess } from './bound-access';
import { checkList } from './lists';
import { checkCidr, checkExpiry, fail } from './policy';
import { TokenTable } from './tokens';
import { warn } from './warnings';

/** Checks an expiry, and says when it has passed. */
export function bindExpiry(scope: Construct, date: Date | undefined): string | undefined {
  if (date === undefined) {
    return undefined;
  }
  const expiresAt = checkExpiry(date, 'expiresAt');
  if (date.getTime() <= Date.now()) {
    warn(scope, 'expired', `It ended at ${expiresAt}.`);
  }
  return expiresAt;
}

/** Checks source addresses, and sorts them. */
export function bindSourceIps(tokens: TokenTable, ranges: readonly string[] | undefined): string[] | undefined {
  if (ranges === undefined) {
    return undefined;
  }
  const field = 'allowedSourceIps';
  checkList(ranges, field);
  if (ranges.length === 0) {
    fail('SourceIpInvalid', field, ranges, 'name at least one range, or leave allowedSourceIps out');
  }
  return [...new Set(ranges.map((range, i) => checkCidr(tokens.encode(range, 'text', `${field}[${i}]`), `${field}[${i}]`)))].sort();
}

/** Says what an option shows beyond the declared prefixes. */
export function warnAboutUploads(scope: Construct, access: readonly BoundAccess[]): void {
  const showing = access.filter(({ location }) => location.scopes && location.actions.includes('s3:ListBucketMultipartUploads'));
  if (showing.length > 0) {
    warn(scope, 'multipartListing', `Declared in ${showing.map(({ location }) => location.field).join(', ')}.`);
  }
}
