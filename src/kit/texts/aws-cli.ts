import { scopeComments } from './scope-comments';
import { describeRole } from '../../policy/aws';
import { INLINE_POLICY_NAME, PolicyJson } from '../../policy/write';
import { Setup } from '../form';

/**
 * Commands of the AWS CLI, version 2, that make the role; for bash.
 *
 * In a subshell, so that an error does not close the shell that they are pasted into. What was typed stands between single
 * quotes only, and never in a comment, which an interactive zsh would run.
 */
export function awsCli(setup: Setup): string {
  const { accountId, region, roleName, trust, inlinePolicy, managedPolicies, facts } = setup;
  return `(
set -eu
export AWS_REGION=${quote(region)} AWS_PAGER=''
account_id=${quote(accountId)}
role_name=${quote(roleName)}
description=${quote(describeRole(facts.vendor.name))}
trust_policy=${quote(pretty(trust))}
${scopeComments(setup)}permissions=${quote(pretty(inlinePolicy))}
${managedPolicies.map((policy, i) => `permissions_${i + 1}=${quote(pretty(policy))}\n`).join('')}
# A run stops where the role exists already: it might be one of another purpose. If it was made by these commands, say yes here,
# and they bring it up to date.
update='no'

if [ "$(aws sts get-caller-identity --query Account --output text)" != "$account_id" ]; then
  echo "Sign in to account \${account_id}: the policies are for that one." >&2
  exit 1
fi

if [ "$update" = 'yes' ]; then
  aws iam update-assume-role-policy --role-name="$role_name" --policy-document="$trust_policy"
else
  aws iam create-role --role-name="$role_name" --description="$description" --assume-role-policy-document="$trust_policy" --query Role.RoleId --output text
fi
aws iam put-role-policy --role-name="$role_name" --policy-name=${INLINE_POLICY_NAME} --policy-document="$permissions"
${managedPolicies.map((_, i) => managedPolicy(setup, i + 1)).join('')}
${detachStale(setup)}
# The vendor asks for this ARN.
aws iam get-role --role-name="$role_name" --query Role.Arn --output text
)
`;
}

/** IAM keeps five versions of a managed policy, and makes room for none by itself. */
function managedPolicy({ partition }: Setup, number: number): string {
  const arn = `${policyArn(partition)}${number}"`;
  return `
if [ "$update" = 'yes' ] && aws iam get-policy --policy-arn=${arn} >/dev/null 2>&1; then
  for version in $(aws iam list-policy-versions --policy-arn=${arn} --query 'Versions[?IsDefaultVersion==\`false\`].VersionId' --output text); do
    aws iam delete-policy-version --policy-arn=${arn} --version-id="$version"
  done
  aws iam create-policy-version --policy-arn=${arn} --policy-document="$permissions_${number}" --set-as-default --query PolicyVersion.VersionId --output text
else
  aws iam create-policy --policy-name="$role_name-${number}" --policy-document="$permissions_${number}" --query Policy.Arn --output text
fi
aws iam attach-role-policy --role-name="$role_name" --policy-arn=${arn}
`;
}

/** What an earlier run attached, when more was granted, would still be granted. */
function detachStale({ partition, managedPolicies }: Setup): string {
  const arn = policyArn(partition);
  const kept = managedPolicies.map((_, i) => `${arn}${i + 1}"`).join(' | ');
  return `if [ "$update" = 'yes' ]; then
  for attached in $(aws iam list-attached-role-policies --role-name="$role_name" --query 'AttachedPolicies[].PolicyArn' --output text); do
    case "$attached" in
${kept === '' ? '' : `      ${kept}) ;;\n`}      ${arn}"[1-9] | ${arn}10") aws iam detach-role-policy --role-name="$role_name" --policy-arn="$attached" ;;
    esac
  done
fi
`;
}

/** Of a managed policy, up to its number; the quote is still open. */
function policyArn(partition: string): string {
  return `"arn:${partition}:iam::$account_id:policy/$role_name-`;
}

/** Older shells look for their history after an exclamation mark, where a quote was opened on an earlier line. */
function pretty(policy: PolicyJson): string {
  return JSON.stringify(policy, undefined, 2).replace(/!/g, '\\u0021');
}

/** For a shell: nothing means anything between single quotes. */
function quote(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
