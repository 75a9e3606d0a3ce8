import { SCOPE_OPTIONS } from '../options';
import type { ReadyStackProps } from './ready-stack';
import { offeredModes } from '../../kit/form';
import { checkAccountId, checkRegion, partitionOf } from '../../policy/aws';
import { reference } from '../../policy/base';
import { Mode } from '../../policy/grant';
import { plainLocation, plainTrust, plainVendor, Surroundings } from '../../policy/request';

/**
 * Checks what was typed, before it becomes constructs: the core names the fields as the set-up page does, and constructs of the
 * CDK have messages of their own.
 */
export function checkReady({ vendor, buckets, externalId, account, region }: ReadyStackProps): void {
  if (account !== undefined) {
    checkAccountId(account, 'account');
  }
  if (region !== undefined) {
    checkRegion(region, 'region');
  }
  const surroundings: Surroundings = {
    // Which partition it will be is known only at deployment, where no region is given.
    partition: region === undefined ? reference('partition', 10) : partitionOf(region).partition,
    account: account ?? reference('account', 12),
  };
  const facts = plainVendor({ data: vendor.definition, kind: vendor._kind }, surroundings);
  plainTrust(facts, externalId);
  const [narrowest] = offeredModes(facts.modes);
  buckets.forEach(({ bucketName, prefix, wholeBucket, mode, keyArn }, i) => plainLocation(facts, {
    field: `buckets[${i}]`,
    bucketName,
    prefix: prefix || undefined,
    wholeBucket,
    mode: (mode || narrowest) as Mode,
    key: keyArn === '' ? undefined : { arn: keyArn },
  }, surroundings, SCOPE_OPTIONS));
}
