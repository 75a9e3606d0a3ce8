import { CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Attached, attachedTo, Holder } from './attached-policies';
import { QUOTAS } from '../../policy/aws';
import { AccessError } from '../../policy/base';
import { warnAtSynth } from '../report';

/** The permissions of the library on a role, group or user. */
interface Own {
  readonly inlineSize: number;
  readonly managedSizes: readonly number[];
  has(policy: CfnResource): boolean;
}

/** All that is on a role, group or user, counted together as IAM does. */
export class AttachedQuotas {
  constructor(private readonly scope: Construct, private readonly holder: Holder, private readonly inlineQuota: number, private readonly own: Own) {
    scope.node.addValidation({ validate: () => this.problems() });
  }

  /** What others have put there. */
  public get others(): Attached {
    return attachedTo(this.holder, (policy) => this.own.has(policy));
  }

  private problems(): string[] {
    const { inlineSize, managedPolicies } = this.others;
    const inline = this.own.inlineSize + inlineSize;
    const managed = this.own.managedSizes.length + managedPolicies;
    if (managed > QUOTAS.managedPolicies && managed <= QUOTAS.managedPoliciesRaised) {
      warnAtSynth(this.scope, 'managedPoliciesOverQuota', `${managed} managed policies, ${managedPolicies} of them from elsewhere in the app: IAM allows ${QUOTAS.managedPolicies} by default; have the quota raised in the account, or attach fewer`);
    }
    return [
      // What others have alone is none of the library's business.
      ...inline > this.inlineQuota && inlineSize > 0 ? [tooMuch(`${inline} characters of inline policy, ${inlineSize} of them from elsewhere in the app`,
        `all inline policies together hold ${this.inlineQuota}; set policyPlacement to VendorS3PolicyPlacement.MANAGED, or give other permissions as a managed policy`)] : [],
      ...managed > QUOTAS.managedPoliciesRaised ? [tooMuch(`${managed} managed policies, ${managedPolicies} of them from elsewhere in the app`,
        `there may be ${QUOTAS.managedPolicies}, and ${QUOTAS.managedPoliciesRaised} with a raised quota; attach fewer, or declare folders higher up`)] : [],
    ];
  }
}

function tooMuch(received: string, remedy: string): string {
  return new AccessError([{ code: 'AttachedPoliciesExceeded', field: 'access', received, remedy }]).message;
}
