import { CallBackTopic, KitFacts } from './kit-facts';

/** The logical ID of what tells it. */
export const CALL_BACK_ID = 'CallBack';

/** How long the vendor has for its answer, in seconds. CloudFormation's own limit is an hour. */
export const CALL_BACK_TIMEOUT = 300;

/** What the vendor is told. */
export function toldByStack({ externalId }: KitFacts): string {
  return externalId === 'none' ? 'the ARN of the role' : 'the ARN of the role and the external ID';
}

/** The topic, for people, as plain text. */
function topicInWords({ account, topicName }: CallBackTopic): string {
  return `SNS topic ${topicName} of account ${account}`;
}

/** What a customer has to know before launching, as plain text; none where nobody is told. */
export function callBackNotice(facts: KitFacts): string | undefined {
  const { callBack, vendor: { name } } = facts;
  return callBack && `When it is created or updated, the stack tells ${name} ${toldByStack(facts)} (${topicInWords(callBack)}). ${whereItWorks(facts)}.`;
}

/** The most regions that are listed within a text. */
const FEW_REGIONS = 6;

/** Where a stack can reach the topic, as plain text; of many regions the rule of the template has the list. */
function whereItWorks({ regions }: KitFacts): string {
  return regions.length > FEW_REGIONS
    ? `It works only in the ${regions.length} regions that have this topic`
    : `It works only in ${regions.join(', ')}, where this topic is`;
}
