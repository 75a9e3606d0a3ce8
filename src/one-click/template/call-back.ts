import { NO_VALUE } from './choose';
import { Intrinsic } from './render';
import { externalIdOutput } from './trust';
import { checkAccountId, fail } from '../../private/policy';
import { CALL_BACK_TIMEOUT, CallBackTopic } from '../setup/call-back';
import { KitFacts } from '../setup/facts';

/** Checks where to call back. */
export function checkCallBack({ account, topicName }: CallBackTopic): CallBackTopic {
  checkAccountId(account, 'callBack.account');
  if (typeof topicName !== 'string' || !/^[A-Za-z0-9_-]{1,256}$/.test(topicName)) {
    fail('CallBackInvalid', 'callBack.topicName', topicName, 'give the name of a standard SNS topic: 1 to 256 letters, digits, hyphens and underscores');
  }
  return { account, topicName };
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
