import { SCOPE_OPTIONS } from '../options';
import type { ReadyStackProps } from './ready-stack';
import { raising } from '../../policy/base';
import { checkRole } from '../../policy/request';

/**
 * Checks what was typed, before it becomes constructs: the core names the fields as the set-up page does, and tells all that is wrong;
 * constructs stop at the first.
 */
export function checkReady({ vendor, buckets, externalId, roleName, account, region }: ReadyStackProps): void {
  raising((issues) => checkRole({
    vendor: vendor.definition, kind: vendor._kind, accountId: account, region, externalId, roleName, buckets, words: SCOPE_OPTIONS,
  }, issues));
}
