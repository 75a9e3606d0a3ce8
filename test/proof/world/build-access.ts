import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { AccessDeclaration, Declaration, ScopeDeclaration } from './declaration';
import { S3Access, S3AccessOptions, S3KeyScope } from '../../../src';

/** One entry of a declaration as a customer would write it. */
export function accessOf(
  access: AccessDeclaration, { buckets }: Declaration, made: readonly IBucket[], keys: readonly IKey[], parameter: (value: string) => string,
): S3Access {
  const { owner, source } = buckets[access.bucket];
  const scopes = access.scopes?.map((scope) => (scope.atDeployment ? throughParameters(scope, parameter) : scope));
  const folders = scopes?.flatMap((scope) => (scope.kind === 'folder' ? [scope.path] : []));
  const others = scopes?.flatMap((scope) => (scope.kind === 'folder' ? [] : [keyScopeOf(scope)]));
  const options: S3AccessOptions = {
    ...access.options,
    // Both ways to say it; an empty list is an error.
    ...(folders?.length ? { prefixes: folders } : {}),
    ...(others?.length ? { keys: others } : {}),
    ...(access.keys ? { encryptionKeys: access.keys.map((key) => keys[key]) } : {}),
    // An import by attributes knows its owner.
    ...(owner !== undefined && source === 'parameter' ? { bucketOwner: owner } : {}),
    ...(access.withoutTls ? { requireTls: false } : {}),
    ...(access.anyOwner ? { pinBucketOwner: false } : {}),
  };
  return S3Access[access.mode](made[access.bucket], options);
}

function keyScopeOf(scope: Exclude<ScopeDeclaration, { kind: 'folder' }>): S3KeyScope {
  switch (scope.kind) {
    case 'startingWith': return S3KeyScope.startingWith(scope.start);
    case 'object': return S3KeyScope.object(scope.key);
    case 'template': return S3KeyScope.template(scope.template, scope.values && { ...scope.values });
  }
}

function throughParameters(scope: ScopeDeclaration, parameter: (value: string) => string): ScopeDeclaration {
  switch (scope.kind) {
    case 'folder': return { ...scope, path: parameter(scope.path) };
    case 'startingWith': return { ...scope, start: parameter(scope.start) };
    case 'object': return { ...scope, key: parameter(scope.key) };
    case 'template': return { ...scope, values: scope.values && Object.fromEntries(Object.entries(scope.values).map(([name, value]) => [name, parameter(value)])) };
  }
}
