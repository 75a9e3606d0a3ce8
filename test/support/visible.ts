import type { JudgedRequest, Policies } from './judge';
import { many, PolicyDocumentJson, PolicyStatementJson } from './policy-document';

/** Context keys that iam-simulate takes in every request, and that none of our policies uses. */
const STAND_IN = 'aws:PrincipalTag/EncryptionContext:';

const ENCRYPTION_CONTEXT = /^kms:EncryptionContext:/i;

/** A character that no key in a test has. */
const ASTERISK = '\uE000';

/**
 * The same question in a form that iam-simulate can judge as a whole.
 *
 * It has two blind spots: it drops every `kms:EncryptionContext:*` key from a request, and it takes a `*` in the
 * requested resource for a pattern. What it cannot see is renamed, on both sides alike: the context key becomes one that
 * it keeps; the asterisk that is meant as a character becomes another character, in the request and where a policy
 * escapes it. Wildcards stay, and match the new name as they matched the old one; so the answer is the same.
 */
export function visible({ identity, resource }: Policies, request: JudgedRequest): [Policies, JudgedRequest] {
  return [
    { identity: identity.map(({ name, policy }) => ({ name, policy: renamed(policy) })), resource: resource && renamed(resource) },
    {
      ...request,
      resource: request.resource === '*' ? '*' : request.resource.replaceAll('*', ASTERISK),
      context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [renamedKey(key), value])),
    },
  ];
}

function renamed(document: PolicyDocumentJson): PolicyDocumentJson {
  return { ...document, Statement: document.Statement.map(renamedStatement) };
}

function renamedStatement(statement: PolicyStatementJson): PolicyStatementJson {
  const { Resource, Condition } = statement;
  return {
    ...statement,
    ...(Resource === undefined ? {} : { Resource: many(Resource).map((pattern) => pattern.replaceAll('${*}', ASTERISK)) }),
    ...(Condition === undefined ? {} : {
      Condition: Object.fromEntries(Object.entries(Condition).map(([operator, keys]) =>
        [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [renamedKey(key), values]))])),
    }),
  };
}

function renamedKey(key: string): string {
  return key.replace(ENCRYPTION_CONTEXT, STAND_IN);
}
