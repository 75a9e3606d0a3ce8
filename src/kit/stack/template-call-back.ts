import { NO_VALUE } from './choose';
import { Intrinsic } from './intrinsics';
import { TemplatePolicy } from './template-policies';
import { externalIdOutput } from './template-trust';
import { checkAccountId } from '../../policy/aws';
import { fail } from '../../policy/base';
import { CALL_BACK_TIMEOUT, CallBackTopic, KitFacts } from '../form';

/** Checks where to call back. */
export function checkCallBack({ account, topicName }: CallBackTopic): CallBackTopic {
  checkAccountId(account, 'callBack.account');
  if (typeof topicName !== 'string' || !/^[A-Za-z0-9_-]{1,256}$/.test(topicName)) {
    fail('CallBackInvalid', 'callBack.topicName', topicName, 'give the name of a standard SNS topic: 1 to 256 letters, digits, hyphens and underscores');
  }
  return { account, topicName };
}

/**
 * The ARN of the role, to be had once those of the policies are there that will be: the vendor may try the role at once.
 *
 * `DependsOn` would not do. What depends on a resource whose condition does not hold is not created either, so the vendor would not hear of
 * a role for fewer buckets than there could be. A reference under the same condition is no dependency where the condition does not hold.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-condition.html
 */
export function roleArnAfter(policies: readonly TemplatePolicy[], roleArn: Intrinsic): Intrinsic {
  const created = policies.map(({ name, condition }) => (condition === undefined ? { Ref: name } : { 'Fn::If': [condition, { Ref: name }, ''] }));
  return created.length === 0 ? roleArn : { 'Fn::Select': [0, [roleArn, ...created]] };
}

/** What the custom resource sends. A change of any of it is sent again. */
export function callBackProperties(facts: KitFacts, { account, topicName }: CallBackTopic, roleArn: Intrinsic): Intrinsic {
  const externalId = externalIdOutput(facts);
  const { partition } = facts.vendor;
  return {
    ServiceToken: { 'Fn::Sub': `arn:${partition ?? '${AWS::Partition}'}:sns:\${AWS::Region}:${account}:${topicName}` },
    ServiceTimeout: CALL_BACK_TIMEOUT,
    RoleArn: roleArn,
    ...(externalId === undefined ? {} : {
      ExternalId: externalId.condition === undefined ? externalId.value : { 'Fn::If': [externalId.condition, externalId.value, NO_VALUE] },
    }),
    ...(facts.version === undefined ? {} : { TemplateVersion: facts.version }),
  };
}
