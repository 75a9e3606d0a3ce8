import { QUOTAS } from '../../policy/aws';
import { fail } from '../../policy/base';
import { compileKeyPolicies, Location } from '../../policy/grant';
import { documentSize, PolicyJson, toJson } from '../../policy/write';

/** What the owner of a KMS key in another account must add to the key's policy. */
export interface KeyHandOff {
  readonly keyArn: string;
  readonly statements: PolicyJson['Statement'];
}

/** The role that keys are handed to. */
interface HandedTo {
  readonly partition: string;
  readonly accountId: string;
  readonly roleName: string;
}

/**
 * For keys of other accounts. A key of the customer's own leaves it to the role's permissions, as the policy does that KMS gives
 * a new key.
 */
export function keyHandOffs(locations: readonly Location[], { partition, accountId, roleName }: HandedTo): KeyHandOff[] {
  const iam = `arn:${partition}:iam::${accountId}`;
  // Not the role itself: the owner can put the statement in before there is one.
  const role = { arns: [`${iam}:root`], principalArns: [`${iam}:role/${roleName}`] };
  return compileKeyPolicies(locations, role, {}).flatMap(({ use: { key }, statements }) => {
    const keyArn = 'keyArn' in key ? key.keyArn : key.keysArn;
    if (keyArn.split(':')[4] === accountId) {
      return [];
    }
    const size = documentSize(statements);
    if (size > QUOTAS.keyPolicy) {
      fail('KeyPolicyTooLarge', 'buckets', `${size} characters for ${keyArn}`, `a key policy holds ${QUOTAS.keyPolicy}; name folders higher up`);
    }
    return [{ keyArn, statements: toJson(statements).Statement }];
  });
}
