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
 * It has three blind spots: it drops every `kms:EncryptionContext:*` key from a request, it takes a `*` in the requested resource for
 * a pattern, and it takes accounts of one number in two partitions for one. What it cannot see is renamed, on both sides alike: the context key becomes one that
 * it keeps; the account in another partition one that nobody has; the asterisk that is meant as a character becomes another character, in the request and where a policy
 * escapes it. Wildcards stay, and match the new name as they matched the old one; so the answer is the same.
 */
export function visible({ identity, resource }: Policies, request: JudgedRequest): [Policies, JudgedRequest] {
  const [, partition] = request.principal.split(':');
  const shown = (document: PolicyDocumentJson) => renamed(document, partition);
  return [
    { identity: identity.map(({ name, policy }) => ({ name, policy: shown(policy) })), resource: resource && shown(resource) },
    {
      ...request,
      resource: request.resource === '*' ? '*' : request.resource.replaceAll('*', ASTERISK),
      context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [renamedKey(key), value])),
    },
  ];
}

function renamed(document: PolicyDocumentJson, partition: string): PolicyDocumentJson {
  return { ...document, Statement: document.Statement.map((statement) => renamedStatement(statement, partition)) };
}

function renamedStatement(statement: PolicyStatementJson, partition: string): PolicyStatementJson {
  const { Principal, Resource, Condition } = statement;
  return {
    ...statement,
    ...(typeof Principal === 'object' ? { Principal: { ...Principal, AWS: many(Principal.AWS).map((arn) => inPartition(arn, partition)) } } : {}),
    ...(Resource === undefined ? {} : { Resource: many(Resource).map((pattern) => pattern.replaceAll('${*}', ASTERISK)) }),
    ...(Condition === undefined ? {} : {
      Condition: Object.fromEntries(Object.entries(Condition).map(([operator, keys]) =>
        [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [renamedKey(key), values]))])),
    }),
  };
}

function inPartition(principal: string, partition: string): string {
  const own = /^arn:([a-z-]+):iam::/.exec(principal)?.[1] ?? partition;
  return own === partition ? principal : principal.replace(/::\d{12}:/, '::000000000000:');
}

function renamedKey(key: string): string {
  return key.replace(ENCRYPTION_CONTEXT, STAND_IN);
}
