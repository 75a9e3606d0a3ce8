/** A refusal, as far as AWS has explained it. */
export interface Refusal {
  readonly message: string;
  /** The action that AWS missed a permission for, if it told. */
  readonly action?: string;
  /** The kind of policy that has refused, if it told. */
  readonly policy?: RefusingPolicy;
}

/** A kind of policy that can refuse a request, in the words of AWS. */
export type RefusingPolicy =
  | 'identity-based policy' | 'resource-based policy' | 'role trust policy' | 'permissions boundary' | 'session policy'
  | 'service control policy' | 'resource control policy' | 'VPC endpoint policy';

const REFUSED_BY = / (?:because no|with an explicit deny in (?:an?|the)) ((?:identity-based|resource-based|role trust|session|service control|resource control|VPC endpoint) policy|permissions boundary)/;

/** S3 passes on what KMS says of an object that it cannot decrypt; older regions say no more than this. */
const UNREADABLE = /^The ciphertext refers to a /;

/**
 * Reads what AWS says with a refusal: `… is not authorized to perform: <action> on resource: … because no <kind of policy> allows the
 * <action> action`, or `… with an explicit deny in a <kind of policy>`, then mostly with its ARN. Across accounts the reason is left out.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readRefusal(message: string): Refusal {
  return {
    message,
    action: UNREADABLE.test(message) ? 'kms:Decrypt' : /not authorized to perform: (\w+:\w+)/.exec(message)?.[1],
    policy: REFUSED_BY.exec(message)?.[1] as RefusingPolicy | undefined,
  };
}
