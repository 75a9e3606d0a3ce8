import { codeSpan, escapeMarkdown, table } from '..';
import { WHOLE_BUCKET_FOLDER } from '../../../policy/grant';
import { offeredModes } from '../../../policy/vendor';
import { CALL_BACK_ID, KitFacts, PARAMETERS } from '../../form';

type Row = readonly [symptom: string, cause: string];

/** What goes wrong, and why. */
export function troubleSection(facts: KitFacts): string {
  return `## If it does not work

${table(['What happens', 'What to look at'], [...assuming(facts), ...using(facts), ...deploying(facts)])}`;
}

function assuming({ vendor, externalId, asksPrincipal }: KitFacts): Row[] {
  const name = escapeMarkdown(vendor.name);
  const denied = `${name} cannot assume the role (${codeSpan('AccessDenied')} on ${codeSpan('sts:AssumeRole')})`;
  return [
    [denied, `Whether ${name} was given the ARN of this role${vendor.roleName === undefined ? '' : `, and the role is called ${codeSpan(vendor.roleName)}`}.`],
    ...(externalId === 'none'
      ? [[denied, `Whether somebody added an external ID to the trust policy: ${name} sends none.`] as const]
      : [[denied, 'Whether both sides have the same external ID: capitals count, and so does a space that was copied along.'] as const]),
    ...(asksPrincipal ? [[denied, `Whether ${codeSpan(PARAMETERS.principalArn)} is still empty, or another one than ${name} uses now. If it was deleted and made again, update the stack so that the role trusts the new one.`] as const] : []),
  ];
}

function using({ vendor }: KitFacts): Row[] {
  const modes = offeredModes(vendor.modes);
  const reads = modes.some((mode) => mode !== 'write');
  const writes = modes.some((mode) => mode !== 'read');
  return [
    ...(reads ? [['403 when listing', 'Whether the listing asks for the folder that you entered, with a slash at its end. Outside of it nothing can be listed, and neither can the list of all buckets.'] as const] : []),
    ['403 on an object', 'Whether it lies in the folder that you entered: names are compared with their capitals.'],
    ['403 on an object, though the folder is right', 'Whether a KMS key encrypts the bucket, and you entered it. It has to lie in the region of the bucket, and its policy must leave it to IAM or name the role.'],
    ['403 on everything', 'Whether the bucket belongs to the account of the role; the policy of the bucket, a permissions boundary, or a policy of your organization refuses it; or requests come without TLS.'],
    ...(writes && vendor.acceptedEncryption !== undefined
      ? [['403 when writing', `Whether the upload names its encryption, as ${vendor.acceptedEncryption.map(codeSpan).join(' or ')}.`] as const] : []),
  ];
}

function deploying({ vendor, asksPrincipal, callBack, regions, slots }: KitFacts): Row[] {
  const rules = slots > 1
    ? `${codeSpan('BucketHasFolder')}, or ${codeSpan('BucketHasFolder2')} and so on for further buckets`
    : codeSpan('BucketHasFolder');
  return [
    [`The stack is refused by a rule: ${rules}`, `Enter the folder of each bucket; or ${codeSpan(WHOLE_BUCKET_FOLDER)} where the whole bucket is meant. A template of an earlier version may have taken nothing for that.${slots > 1 ? ' Where there is no further bucket, leave its other fields as they were, too.' : ''}`],
    ['The stack wants a capability', 'Acknowledge that it creates IAM resources; on the command line, `--capabilities CAPABILITY_NAMED_IAM`.'],
    ...(callBack === undefined ? [] : [
      [`The stack is refused by a rule: ${codeSpan('RegionHasTopic')}`, `Create it in ${regions.map(codeSpan).join(' or ')}: elsewhere there is no topic that it could tell. Buckets may lie anywhere.`] as const,
      [`The stack fails at ${codeSpan(CALL_BACK_ID)}`, `${escapeMarkdown(vendor.name)} did not answer, or refused; ask there.`] as const,
    ]),
    ...(asksPrincipal ? [[`The stack fails with ${codeSpan('Invalid principal in policy')}`, `Whether ${codeSpan(PARAMETERS.principalArn)} names a role or user that exists.`] as const] : []),
    ...(vendor.roleName === undefined ? [] : [[`The stack fails because ${codeSpan(vendor.roleName)} exists`, 'Delete the role that was made by hand or by another stack; an account has one role of a name.'] as const]),
  ];
}
