import { codeBlock, codeSpan, escapeMarkdown } from '..';
import { trustStatements, WHOLE_BUCKET_FOLDER } from '../../../policy/grant';
import { toJson } from '../../../policy/write';
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

function suspend(facts: KitFacts): string {
  const name = escapeMarkdown(facts.vendor.name);
  const closed = JSON.stringify(toJson(trustStatements([], { suspended: true })), undefined, 2);
  const how = facts.asksPrincipal
    ? `Update the stack with an empty ${codeSpan(PARAMETERS.principalArn)}; by hand, replace the trust policy of the role by this one:`
    : 'Note down the trust policy of the role. Then, in the IAM console, replace it by this one:';
  return `## Suspend the access

${how}

${codeBlock('json', closed)}

Nobody can assume the role then. Sessions of ${name} that are open already last up to an hour more: to end them at once, choose "Revoke sessions" on
the page of the role. To resume, put back what you replaced, and delete the inline policy ${codeSpan('AWSRevokeOlderSessions')}.`;
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
