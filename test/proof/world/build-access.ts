import { Aws, CfnParameterProps, Fn } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3AccessOptions, S3KeyScope } from '../../../src';
import { AccessDeclaration, CUSTOMER, Declaration, ScopeDeclaration, STACK } from '../meaning/declaration';

/** Makes a parameter that is set to a value at deployment. */
type MakeParameter = (value: string, props?: CfnParameterProps) => string;

/** One entry of a declaration as a customer would write it. */
export function accessOf(
  access: AccessDeclaration, { buckets }: Declaration, made: readonly IBucket[], keys: readonly IKey[], parameter: MakeParameter,
): S3Access {
  const { owner, source } = buckets[access.bucket];
  const scopes = access.scopes === 'wholeBucket' ? [] : access.scopes.map((scope) => written(scope, parameter));
  // There are two ways to declare a folder; each is used for every other one.
  const asPrefix = (scope: ScopeDeclaration, i: number) => scope.kind === 'folder' && i % 2 === 0;
  const folders = scopes.flatMap((scope, i) => (scope.kind === 'folder' && asPrefix(scope, i) ? [scope.path] : []));
  const others = scopes.flatMap((scope, i) => (asPrefix(scope, i) ? [] : [keyScopeOf(scope)]));
  const options: S3AccessOptions = {
    ...access.options,
    // An empty list is an error. What is missing says nothing, whether it is absent or there without a value.
    prefixes: folders.length > 0 ? folders : undefined,
    ...(others.length > 0 ? { keys: others } : {}),
    ...(access.scopes === 'wholeBucket' ? { wholeBucket: true } : access.bucket % 2 === 0 ? { wholeBucket: undefined } : { wholeBucket: false }),
    ...(access.keys ? { encryptionKeys: access.keys.map((key) => keys[key]) } : {}),
    // An import by attributes knows its owner.
    ...(owner !== undefined && source === 'parameter' ? { bucketOwner: owner } : {}),
    ...(access.withoutTls ? { requireTls: false } : {}),
    ...(access.anyOwner ? { pinBucketOwner: false } : {}),
  };
  return S3Access[access.mode](made[access.bucket], options);
}

function keyScopeOf(scope: ScopeDeclaration): S3KeyScope {
  switch (scope.kind) {
    case 'folder': return S3KeyScope.folder(scope.path);
    case 'startingWith': return S3KeyScope.startingWith(scope.start);
    case 'object': return S3KeyScope.object(scope.key);
    case 'template': return S3KeyScope.template(scope.template, scope.values && { ...scope.values });
  }
}

function written(scope: ScopeDeclaration, parameter: MakeParameter): ScopeDeclaration {
  if (scope.atDeployment) {
    return throughParameters(scope, parameter);
  }
  return scope.byPseudo ? throughPseudoParameters(scope) : scope;
}

/** Every other one in a text that is joined by a function. */
function throughPseudoParameters(scope: ScopeDeclaration): ScopeDeclaration {
  const late = (text: string) => {
    const parts = text.split(/(111122223333|Stack)/).map((part) => ({ [CUSTOMER]: Aws.ACCOUNT_ID, [STACK]: Aws.STACK_NAME }[part] ?? part));
    return text.length % 2 === 0 ? Fn.join('', parts) : parts.join('');
  };
  switch (scope.kind) {
    case 'folder': return { ...scope, path: late(scope.path) };
    case 'startingWith': return { ...scope, start: late(scope.start) };
    case 'object': return { ...scope, key: late(scope.key) };
    case 'template': return scope;
  }
}

function throughParameters(scope: ScopeDeclaration, parameter: MakeParameter): ScopeDeclaration {
  // One that may be long counts for so much that a bucket policy holds few of them.
  const bounded = (text: string, props?: CfnParameterProps) => parameter(text, { maxLength: Math.max(64, text.length), ...props });
  const late = (text: string, props?: CfnParameterProps) => `${text.slice(0, scope.literalStart ?? 0)}${bounded(text.slice(scope.literalStart ?? 0), props)}`;
  switch (scope.kind) {
    case 'folder': return { ...scope, path: late(scope.path) };
    // One that could be empty would be the whole bucket, and is refused.
    case 'startingWith': return { ...scope, start: late(scope.start, scope.literalStart ? {} : { minLength: 1 }) };
    case 'object': return { ...scope, key: late(scope.key) };
    case 'template': return { ...scope, values: scope.values && Object.fromEntries(Object.entries(scope.values).map(([name, value]) => [name, bounded(value)])) };
  }
}
