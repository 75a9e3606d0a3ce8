import { Tampering } from './tampered';
import { many, PolicyStatementJson } from '../../support/policy-document';

/** Bugs that a compiler of policies could have, by name. The proof must find each of them. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a missing slash': onResources((resource) => resource.replace(/\/\*$/, '*')),
  'a missing slash in listings': onValues('s3:prefix', (prefix) => prefix.replace(/\/\*$/, '*')),
  'an asterisk that is not escaped': onResources((resource) => resource.replaceAll('${*}', '*')),
  'an asterisk that is not escaped in listings': onValues('s3:prefix', (prefix) => prefix.replaceAll('${*}', '*')),
  'a question mark that is not escaped': onResources((resource) => resource.replaceAll('${?}', '?')),
  'a swapped bucket': onResources((resource) => resource.replace(/^(arn:aws:s3:::acme)[^/]*/, '$1-ledger')),
  'a scope left out': onResources((resource, i, all) => (all.length > 1 && i === all.length - 1 ? all[0] : resource)),
  'a wildcard in an action': onActions((actions) => actions.map((action) => action.replace('s3:GetObject', 's3:Get*'))),
  'an action left out': onActions((actions) => actions.filter((action) => action !== 's3:ListMultipartUploadParts')),
  'no decryption for writers': onActions((actions) => actions.filter((action) => action !== 'kms:Decrypt' || !actions.includes('kms:GenerateDataKey'))),
  'objects on the ARN of the bucket': onResources((resource) => resource.replace(/^(arn:aws:s3:::[^/]*)\/.*$/, '$1')),
  'no denial': onStatements((statement) => (statement.Effect === 'Deny' ? { ...statement, Action: 's3:ListAllMyBuckets' } : statement)),
  ...Object.fromEntries([
    'aws:ResourceAccount', 'aws:SecureTransport', 'aws:CurrentTime', 'aws:SourceIp', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 's3:prefix', 's3:x-amz-acl',
    's3:x-amz-server-side-encryption', 's3:x-amz-server-side-encryption-customer-algorithm', 'sts:ExternalId', 'aws:TagKeys', 'kms:ViaService',
    'kms:EncryptionContext:aws:s3:arn', 'kms:ResourceAliases',
  ].map((key) => [`no condition on ${key}`, withoutCondition(key)])),
};

function onStatements(change: (statement: PolicyStatementJson) => PolicyStatementJson): Tampering {
  return (document) => ({
    ...document,
    // IAM takes no statement without an action.
    Statement: document.Statement.map(change).filter(({ Action }) => many(Action).length > 0),
  });
}

function onActions(change: (actions: readonly string[]) => string[]): Tampering {
  return onStatements((statement) => ({ ...statement, Action: change(many(statement.Action)) }));
}

function onResources(change: (resource: string, i: number, all: readonly string[]) => string): Tampering {
  return onStatements((statement) => (statement.Resource === undefined
    ? statement
    : { ...statement, Resource: many(statement.Resource).map(change) }));
}

function onConditions(change: (key: string, values: string | string[]) => string | string[] | undefined): Tampering {
  return onStatements(({ Condition, ...statement }) => {
    const kept = Object.entries(Condition ?? {})
      .map(([operator, keys]) => [operator, Object.fromEntries(Object.entries(keys)
        .map(([key, values]) => [key, change(key, values)] as const)
        .flatMap(([key, values]) => (values === undefined ? [] : [[key, values]])))] as const)
      .filter(([, keys]) => Object.keys(keys).length > 0);
    return kept.length === 0 ? statement : { ...statement, Condition: Object.fromEntries(kept) };
  });
}

function withoutCondition(dropped: string): Tampering {
  return onConditions((key, values) => (key === dropped ? undefined : values));
}

function onValues(changed: string, change: (value: string) => string): Tampering {
  return onConditions((key, values) => (key === changed ? many(values).map(change) : values));
}
