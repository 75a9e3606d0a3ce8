import { codeSpan, escapeMarkdown } from '..';
import { KitFacts, PARAMETERS, toldByStack } from '../../form';

/** A vendor that names its principal only once it knows the role. */
export function pendingSection({ vendor, externalId, callBack }: KitFacts): string {
  const name = escapeMarkdown(vendor.name);
  const id = externalId === 'issued' ? ' and the external ID' : '';
  return `## In two steps

${name} may have to know the role before it names the principal that will use it. Then:

1. Create the stack with ${codeSpan(PARAMETERS.principalArn)}${externalId === 'issued' ? ` and ${codeSpan(PARAMETERS.externalId)}` : ''} empty. The role is there, with its final ARN, and nobody can assume it.
2. ${callBack === undefined ? `Give the ARN of the role to ${name}` : `The stack tells ${name} the ARN of the role`}. ${name} then gives you the ARN of its principal${id}.
3. Update the stack with the existing template, and enter what you were told. The role stays the same one.`;
}

/** What the vendor asks for. */
export function handOverSection(facts: KitFacts): string {
  const { vendor, externalId, callBack } = facts;
  const name = escapeMarkdown(vendor.name);
  const give = callBack === undefined
    ? `Give ${name}:`
    : `The stack tells ${name} ${toldByStack(facts)} by itself. Give ${name} what else is here; all of it after a set-up by hand, which tells nobody:`;
  const items = [
    `the ARN of the role: ${codeSpan('RoleArn')} among the outputs of the stack${vendor.roleName === undefined ? '' : `; its name is ${codeSpan(vendor.roleName)}, and has to be`}`,
    ...(externalId === 'entered' ? [`the external ID: ${codeSpan('ExternalId')} among the outputs`] : []),
    ...(externalId === 'derived' ? [`the external ID that the stack made: ${codeSpan('ExternalId')} among the outputs`] : []),
    'the names of the buckets, their region, and of each the folder, or that all of it is open',
  ];
  const known = externalId === 'issued' ? `\n\n${name} knows the external ID already: it issued it.`
    : externalId === 'none' ? `\n\n${name} sends no external ID. Do not add one by hand: it could never assume the role.` : '';
  return `## What to tell the vendor

${give}

${items.map((item) => `- ${item}`).join('\n')}

None of this is a secret that opens anything by itself. Never give an access key.${known}`;
}
