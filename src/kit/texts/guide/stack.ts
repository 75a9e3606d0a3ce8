import { codeSpan, escapeMarkdown, markdownBadge, table } from '..';
import { WHOLE_BUCKET_FOLDER } from '../../../policy/grant';
import { offeredModes } from '../../../policy/vendor';
import { CALL_BACK_ID, CALL_BACK_TIMEOUT, homeRegion, KitFacts, launchLink, PARAMETERS, slotParameters, toldByStack } from '../../form';

/** Set-up from the template, in the console. */
export function stackSection(facts: KitFacts): string {
  const name = escapeMarkdown(facts.vendor.name);
  return `## With CloudFormation

${start(facts)}
2. Enter the parameters of the table below.
3. Under "Capabilities", acknowledge that CloudFormation might create IAM resources${facts.vendor.roleName === undefined ? '' : ' with custom names'}: the role is one.
4. Choose "Create stack", and wait until the stack is \`CREATE_COMPLETE\`.
5. ${facts.callBack === undefined ? `Hand the values on the tab "Outputs" to ${name}` : `Tell ${name} what the stack has not told it`}, as said [below](#what-to-tell-the-vendor).

${table(['Parameter', 'What to enter', 'Needed'], parameters(facts))}

${contents(facts)}`;
}

/** What the stack holds, and where it may be. */
function contents(facts: KitFacts): string {
  const { callBack, regions, vendor, version } = facts;
  if (callBack === undefined) {
    return `The stack holds one IAM role with its policies. It changes no bucket and no KMS key. A role works in all regions, so the stack may be in any of
them.`;
  }
  const name = escapeMarkdown(vendor.name);
  return `The stack holds one IAM role with its policies, and ${codeSpan(CALL_BACK_ID)}, which tells ${name} ${toldByStack(facts)}: when the stack is created,
and whenever an update changes one of them or the version of the template. The message goes to the SNS topic ${codeSpan(callBack.topicName)} of account
${codeSpan(callBack.account)}, with ${version === undefined ? '' : 'the version of the template, and '}what CloudFormation adds to each such message: the ID of the stack, and an address for the
answer. If ${name} does not answer within ${CALL_BACK_TIMEOUT / 60} minutes, CloudFormation takes the creation or update back. A deletion is not told.

The stack changes no bucket and no KMS key. The role works in all regions, but the stack itself only where that topic is: ${regions.map(codeSpan).join(', ')}.`;
}

function start(facts: KitFacts): string {
  const first = facts.templateUrl === undefined ? undefined : homeRegion(facts.regions, facts.templateUrl);
  if (first === undefined) {
    const where = facts.callBack === undefined ? '' : ` in ${facts.regions.map(codeSpan).join(' or ')}`;
    return `1. Sign in to the account that owns the buckets, and open CloudFormation${where}. Choose "Create stack", "With new resources", and "Upload a template
   file": it is ${codeSpan('template.yaml')}, beside this guide. Name the stack ${codeSpan(facts.stackName)}.`;
  }
  const links = facts.regions.filter((region) => region !== first).map((region) => `[${region}](${launchLink(facts, { region })})`);
  return `${markdownBadge(launchLink(facts, { region: first }))}
${links.length === 0 ? '' : `\nThe button opens ${first}. Other regions: ${links.join(', ')}.\n`}
1. Sign in to the account that owns the buckets, and follow the button. It opens a page of CloudFormation that is filled in already.`;
}

function parameters(facts: KitFacts): string[][] {
  const { vendor, asksPrincipal, externalId, slots } = facts;
  const name = escapeMarkdown(vendor.name);
  const modes = offeredModes(vendor.modes);
  const first = slotParameters(1);
  return [
    ...(externalId === 'none' ? [] : [[parameter('External ID', PARAMETERS.externalId), externalIdText(facts, name), externalIdNeeded(facts)]]),
    ...(asksPrincipal ? [[parameter('Principal', PARAMETERS.principalArn), `The ARN of the IAM role or user that ${name} names. Until you have it, leave this empty.`, 'later']] : []),
    [parameter('Bucket: Name', first.bucketName), 'The name of a bucket in this account.', 'yes'],
    [parameter('Bucket: Folder', first.prefix), `A folder, such as \`exports/2025\`, to which the access is limited; or ${codeSpan(WHOLE_BUCKET_FOLDER)} for everything in the bucket.`, 'yes'],
    [parameter('Bucket: Access', first.mode), `${modes.map(codeSpan).join(' or ')}.`, `no: ${codeSpan(modes[0])}`],
    [parameter('Bucket: KMS key', first.keyArn), 'The ARN of the KMS key that encrypts the bucket, if it is one of yours.', 'no'],
    ...(slots > 1 ? [[`The same for further buckets, up to ${codeSpan(slotParameters(slots).bucketName)}`, `The template takes ${slots} buckets.`, 'no']] : []),
    ...(vendor.roleName === undefined ? [[parameter('Role: Name', PARAMETERS.roleName), 'A name for the role. Changing it later replaces the role.', 'no']] : []),
    [parameter('Role: Permissions boundary', PARAMETERS.permissionsBoundary), 'The ARN of a managed policy, where your account demands one on every role.', 'no'],
  ];
}

function parameter(label: string, name: string): string {
  return `${label} (${codeSpan(name)})`;
}

function externalIdText({ externalId, callBack }: KitFacts, name: string): string {
  switch (externalId) {
    case 'issued':
      return `The external ID that ${name} shows you, exactly as it is shown.`;
    case 'derived':
      return 'Nothing: the stack makes an external ID of its own, and shows it among its outputs. Or an ID of your own.';
    default:
      return `An external ID that you choose, hard to guess, of 2 to 1,224 letters, digits and ${codeSpan('_+=,.@:/-')}. ${callBack === undefined ? 'You tell' : 'The stack tells'} it to ${name}.`;
  }
}

function externalIdNeeded({ externalId, asksPrincipal }: KitFacts): string {
  return externalId === 'derived' ? 'no' : asksPrincipal ? 'with the principal' : 'yes';
}
