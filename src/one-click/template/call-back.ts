import { NO_VALUE } from './choose';
import { Intrinsic } from './render';
import { externalIdOutput } from './trust';
import { checkAccountId, fail } from '../../private/policy';
import { KitFacts } from '../setup/facts';

/** The topic that is told of the role. */
export interface CallBackTopic {
  readonly account: string;
  readonly topicName: string;
}

/** How long the vendor has for its answer, in seconds. CloudFormation's own limit is an hour. */
const TIMEOUT = 300;

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
    ServiceTimeout: TIMEOUT,
    RoleArn: roleArn,
    ...(externalId === undefined ? {} : {
      ExternalId: externalId.condition === undefined ? externalId.value : { 'Fn::If': [externalId.condition, externalId.value, NO_VALUE] },
    }),
    ...(facts.version === undefined ? {} : { TemplateVersion: facts.version }),
  };
}
