import { deepStrictEqual } from 'assert';
import { Accounts, Arrived, readBack } from './deployment';
import { demandAgreementOfAll } from '../agreement';
import { identitiesOf } from '../deletion';
import { readBucketPolicy, readKeyPolicy } from '../read-back';

/** Identities, policies and secrets of all accounts. */
export async function everybody(accounts: Accounts): Promise<object[]> {
  return Promise.all(accounts.all.map(identitiesOf));
}

/**
 * Deletes the stacks, the last one first, and demands that those that are left have just what they say themselves; and in the end that there is
 * nobody who was not there before, and no statement in the policy of a bucket. What is said in the policy of a key that a stack leaves behind stays.
 */
export async function demandDeleted(accounts: Accounts, stacks: readonly Arrived[], before: readonly object[]): Promise<void> {
  const left = stacks.map(({ planned }) => planned);
  for (let last = left.pop(); last !== undefined; last = left.pop()) {
    await accounts.of(last).delete(last.name);
    demandAgreementOfAll(await readBack(accounts, left));
  }
  deepStrictEqual(await everybody(accounts), before);
  for (const { planned, deployed } of stacks) {
    const kept = (type: string) => deployed.resources.filter((one) => one.type === type && planned.template.Resources[one.logicalId].DeletionPolicy === 'Retain');
    const account = accounts.of(planned);
    for (const { physicalId } of kept('AWS::S3::Bucket')) {
      deepStrictEqual([physicalId, await readBucketPolicy(account, physicalId)], [physicalId, undefined]);
    }
    for (const { physicalId } of kept('AWS::KMS::Key')) {
      deepStrictEqual(await readKeyPolicy(account, physicalId), deployed.keyPolicies.get(physicalId));
    }
  }
}
