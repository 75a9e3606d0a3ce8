import { Token } from 'aws-cdk-lib';
import { STACK_QUOTAS } from '../../policy/aws';
import { fail } from '../../policy/base';
import { callBackNotice, KitFacts } from '../form';

/** What the template is for. Whom it tells of the role is said in any case: here a customer reads it before anything is created. */
export function templateDescription(facts: KitFacts, given: string | undefined): string {
  const { vendor: { name }, version } = facts;
  const text = given ?? `Lets ${name} reach S3 buckets of this account through an IAM role${version === undefined ? '' : ` (version ${version})`}`;
  const notice = callBackNotice(facts);
  const room = STACK_QUOTAS.templateDescription - (notice === undefined ? 0 : Buffer.byteLength(`. ${notice}`));
  if (typeof text !== 'string' || text === '' || Token.isUnresolved(text) || Buffer.byteLength(text) > room) {
    fail('DescriptionInvalid', 'description', text, `give text of at most ${room} bytes${notice === undefined ? '' : '; the rest is for what the call-back tells'}`);
  }
  return notice === undefined ? text : `${text.trimEnd()}${/[.!?]\s*$/.test(text) ? '' : '.'} ${notice}`;
}

/** Refuses a template whose description lost that afterwards. */
export function checkNotice(facts: KitFacts, description: unknown): void {
  const notice = callBackNotice(facts);
  if (notice !== undefined && !String(description).includes(notice)) {
    fail('DescriptionInvalid', 'templateOptions.description', description, 'set the property description instead; what the call-back tells has to stay beside it');
  }
}
