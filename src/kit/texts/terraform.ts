import { scopeComments } from './scope-comments';
import { describeRole } from '../../policy/aws';
import { INLINE_POLICY_NAME } from '../../policy/write';
import { Setup } from '../form';

/** Resources of Terraform's AWS provider that make the role. */
export function terraform(setup: Setup): string {
  const { facts, accountId, roleName, trust, inlinePolicy, managedPolicies } = setup;
  const name = identifier(facts.vendor.name);
  return `# For account ${accountId}: the policies name it as the owner of the buckets.
locals {
  ${name}_trust = ${value(trust, '  ')}

${scopeComments(setup, '  ')}  ${name}_permissions = ${value(inlinePolicy, '  ')}
${managedPolicies.map((policy, i) => `\n  ${name}_permissions_${i + 1} = ${value(policy, '  ')}\n`).join('')}}

resource "aws_iam_role" "${name}" {
  name               = ${quote(roleName)}
  description        = ${quote(describeRole(facts.vendor.name))}
  assume_role_policy = jsonencode(local.${name}_trust)
}

resource "aws_iam_role_policy" "${name}" {
  name   = ${quote(INLINE_POLICY_NAME)}
  role   = aws_iam_role.${name}.name
  policy = jsonencode(local.${name}_permissions)
}
${managedPolicies.map((_, i) => managedPolicy(name, roleName, i + 1)).join('')}
output "${name}_role_arn" {
  description = "The vendor asks for this ARN."
  value       = aws_iam_role.${name}.arn
}
`;
}

function managedPolicy(name: string, roleName: string, number: number): string {
  return `
resource "aws_iam_policy" "${name}_${number}" {
  name   = ${quote(`${roleName}-${number}`)}
  policy = jsonencode(local.${name}_permissions_${number})
}

resource "aws_iam_role_policy_attachment" "${name}_${number}" {
  role       = aws_iam_role.${name}.name
  policy_arn = aws_iam_policy.${name}_${number}.arn
}
`;
}

/** A value of Terraform's language. Keys are quoted: those of conditions hold colons. */
function value(json: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(json)) {
    return `[\n${json.map((item) => `${inner}${value(item, inner)},\n`).join('')}${indent}]`;
  }
  if (typeof json === 'object' && json !== null) {
    return `{\n${Object.entries(json).map(([key, item]) => `${inner}${quote(key)} = ${value(item, inner)}\n`).join('')}${indent}}`;
  }
  return quote(String(json));
}

/** Text in which Terraform finds no template of its own; IAM's `${*}` looks like one. */
function quote(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u007f-\u00a0\u00ad\u2028\u2029]/g, unicode)
    // A single mark is doubled. Terraform's versions differ on what more of them mean.
    .replace(/([$%]+)\{/g, (_, marks: string) => `${marks.length === 1 ? marks + marks : marks.replace(/./g, unicode)}{`);
}

function unicode(c: string): string {
  return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A name for Terraform's resources: a letter first, and nothing that another vendor's would be mistaken for. */
function identifier(vendorName: string): string {
  const slug = vendorName.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '').slice(0, 40).replace(/_$/, '');
  return `vendor_${slug || 's3_access'}`;
}
