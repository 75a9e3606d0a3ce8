import { codeSpan, escapeMarkdown } from '..';
import { WHOLE_BUCKET_FOLDER } from '../../../policy/grant';
import { KitFacts, PARAMETERS } from '../../form';

/** What comes after the set-up: changes, suspension, the end, and newer templates. */
export function laterSections(facts: KitFacts): string[] {
  return [change(facts), suspend(facts), end(facts), update(facts)];
}

function change({ vendor, externalId, callBack }: KitFacts): string {
  const name = escapeMarkdown(vendor.name);
  const id = externalId === 'none' ? '' : ` Agree with ${name} on when a new external ID takes effect: from then on the old one is refused.${callBack === undefined ? '' : ` The stack tells ${name} the new one.`}`;
  return `## Change the access

Update the stack with the existing template, and change its parameters. The role keeps its ARN${vendor.roleName === undefined ? `, unless you change ${codeSpan(PARAMETERS.roleName)}` : ''}.${id}

When the encryption of a bucket changes to another KMS key, enter that key; objects that were written before still need the old one.`;
}

/** A policy of AWS that refuses everything. As a boundary it ends open sessions, too. */
const DENY_ALL = 'AWSDenyAll';

/**
 * By a parameter of the stack, which every later update keeps. What is changed beside the stack, as the trust policy may be in the console,
 * is written anew by the next update that changes the same property.
 */
function suspend({ vendor, asksPrincipal, externalId, callBack }: KitFacts): string {
  const name = escapeMarkdown(vendor.name);
  const boundary = codeSpan(PARAMETERS.permissionsBoundary);
  const policy = codeSpan(`arn:${vendor.partition ?? 'aws'}:iam::aws:policy/${DENY_ALL}`);
  const elsewhere = vendor.partition === undefined ? ' (in China or GovCloud with `arn:aws-cn` or `arn:aws-us-gov` in front)' : '';
  const changes = [...externalId === 'none' ? [] : [PARAMETERS.externalId], ...asksPrincipal ? [PARAMETERS.principalArn] : []].map(codeSpan);
  return `## Suspend the access

Update the stack with the existing template, and set ${boundary} to ${policy}${elsewhere}.
By hand, attach the policy ${codeSpan(DENY_ALL)} of AWS to the role.

From then on ${name} can do nothing through the role, not even in sessions that are open already. ${callBack === undefined ? '' : `The stack does not tell ${name} so. `}It holds until you take it back: later updates
of the stack keep it${changes.length === 0 ? '' : `, those of ${changes.join(' and ')} too`}. To resume, set ${boundary} to what it was before, mostly nothing; by hand, detach the policy.

If your account demands another boundary, attach ${codeSpan(DENY_ALL)} to the role of the stack in the IAM console instead, and detach it there to resume. Do not
suspend by editing the trust policy of a role that a stack has made: ${changes.length === 0 ? 'a later update may write it anew' : `an update that changes ${changes.join(' or ')} writes it anew`}, and so opens the access again without a word.
Where that was done, suspend as said here before you update anything else.`;
}

function end({ vendor, callBack }: KitFacts): string {
  return `## End the access

Disconnect at ${escapeMarkdown(vendor.name)}, then delete the stack${callBack === undefined ? '' : ', which tells nobody'}; by hand, delete the role. Your buckets and what is in them stay as they are.`;
}

function update({ templateUrl, stackName }: KitFacts): string {
  const source = templateUrl === undefined ? 'upload the new file' : `give its address, such as ${codeSpan(templateUrl)}`;
  return `## Update the template

When there is a new version of the template, choose the stack (${codeSpan(stackName)}, unless you gave it another name), "Update" and "Replace existing template", and
${source}. All parameters keep their values, and the role its ARN. If a folder is empty from before, where that meant the whole bucket, enter one, or
${codeSpan(WHOLE_BUCKET_FOLDER)} for the whole bucket. CloudFormation shows what will change before it does.`;
}
