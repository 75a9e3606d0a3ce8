import { codeBlock, codeSpan, escapeMarkdown, PLACEHOLDERS, placeholdersIn, policyFiles, policyName, table } from '..';
import { Mode } from '../../../policy/grant';
import { offeredModes } from '../../../policy/vendor';
import { INLINE_POLICY_NAME } from '../../../policy/write';
import { defaultRoleName, KitFacts } from '../../form';

const MODE_TITLES: Readonly<Record<Mode, string>> = {
  read: 'Reading',
  write: 'Writing',
  readWrite: 'Reading and writing',
};

/** Set-up by hand: the same role, from the policies of the kit. */
export function manualSection(facts: KitFacts): string {
  const { vendor, asksPrincipal } = facts;
  const files = new Map(policyFiles(facts).map(({ path, content }) => [path, content]));
  const document = (name: string) => files.get(`policies/${name}.json`)!;
  const modes = offeredModes(vendor.modes);
  const used = placeholdersIn([...files.values()].join(''));
  const roleName = vendor.roleName === undefined ? `a name of your choice, such as ${codeSpan(defaultRoleName(vendor.name))}` : `the name ${codeSpan(vendor.roleName)}`;
  return `## By hand

The same role, without CloudFormation. In the policies, replace what stands between \`<\` and \`>\`, and the brackets with it:

${table(['Placeholder', 'What to put in'], used.map((name) => [codeSpan(`<${name}>`), PLACEHOLDERS[name]]))}

In a name of a folder, write ${codeSpan('*')} as ${codeSpan('${*}')}, ${codeSpan('?')} as ${codeSpan('${?}')} and ${codeSpan('$')} as ${codeSpan('${$}')}: by themselves they mean something to IAM.

1. In the IAM console, choose "Roles", "Create role" and "Custom trust policy", and put in ${codeSpan('policies/trust.json')}:

${indent(codeBlock('json', document('trust')))}
${asksPrincipal ? `
   Until ${escapeMarkdown(vendor.name)} has named its principal, use ${codeSpan('policies/trust-pending.json')} instead, which lets nobody in:

${indent(codeBlock('json', document('trust-pending')))}
` : ''}
2. Give the role ${roleName}, and no permissions yet.
3. Open the role, choose "Add permissions" and "Create inline policy", and put in the policy for what you grant. Name it ${codeSpan(INLINE_POLICY_NAME)}. For further buckets add inline policies of the same kind under other names.

${choice(modes)}

${modes.map((mode) => `${MODE_TITLES[mode]}, in one folder:

${codeBlock('json', document(policyName({ mode, folder: true, key: false })))}`).join('\n\n')}

If the KMS key belongs to another account, its owner must allow the role to use it in the policy of the key.`;
}

/** Which of the policies is for what. */
function choice(modes: readonly Mode[]): string {
  const rows = modes.map((mode) => [
    MODE_TITLES[mode],
    ...[false, true].flatMap((key) => [false, true].map((folder) => codeSpan(`policies/${policyName({ mode, folder, key })}.json`))),
  ]);
  return table(['Access', 'Whole bucket', 'One folder', 'Whole bucket, with a KMS key', 'One folder, with a KMS key'], rows);
}

/** As part of a list item. */
function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '   ');
}
