import { Aws, CfnCondition, CfnMapping, CfnParameterProps, Fn, Stack, Token } from 'aws-cdk-lib';
import { IKey } from 'aws-cdk-lib/aws-kms';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { Stacks } from './environment';
import { LateValues } from './late-values';
import { SITES } from './site';
import { S3Access, S3AccessOptions, S3KeyScope } from '../../../src';
import { AccessDeclaration, CUSTOMER, Declaration, ScopeDeclaration, STACK } from '../meaning/declaration';

/** One entry of a declaration as a customer would write it. */
export function accessOf(
  access: AccessDeclaration, { buckets, open }: Declaration, stacks: Stacks, late: LateValues, made: readonly IBucket[], keys: readonly IKey[],
): S3Access {
  const { owner, source } = buckets[access.bucket];
  const scopes = access.scopes === 'wholeBucket' ? [] : access.scopes.map((scope) => written(scope, stacks.access, late));
  // An import by attributes knows its owner; what is created knows it unless its stack is the one that does not.
  const known = source === 'parameter' ? owner : source === 'created' && open === 'data' && stacks.data !== stacks.access ? stacks.dataAccount : undefined;
  const told = access.ownerUnsaid || (access.anyOwner && source === 'created') ? undefined : known;
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
    ...(told === undefined ? {} : { bucketOwner: late.told('owners', told, { allowedPattern: '[0-9]{12}' }) }),
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

function written(scope: ScopeDeclaration, stack: Stack, late: LateValues): ScopeDeclaration {
  if (scope.atDeployment) {
    return throughParameters(scope, late);
  }
  if (scope.byPseudo) {
    return withText(scope, throughPseudoParameters);
  }
  return scope.byFunction === undefined ? scope : withText(scope, (text) => FUNCTIONS[scope.byFunction!](text, stack));
}

/** With another text, but for a start that is written out. */
function withText(scope: ScopeDeclaration, change: (text: string) => string): ScopeDeclaration {
  const { literalStart = 0 } = scope;
  const changed = (text: string) => `${text.slice(0, literalStart)}${change(text.slice(literalStart))}`;
  switch (scope.kind) {
    case 'folder': return { ...scope, path: changed(scope.path) };
    case 'startingWith': return { ...scope, start: changed(scope.start) };
    case 'object': return { ...scope, key: changed(scope.key) };
    case 'template': return scope;
  }
}

/** What stands for itself in a template; texts are put together in each way in its turn. */
const PSEUDO: Readonly<Record<string, string>> = {
  [CUSTOMER]: Aws.ACCOUNT_ID,
  [STACK]: Aws.STACK_NAME,
  ...Object.fromEntries(Object.values(SITES).map(({ region }) => [region, Aws.REGION])),
};

function throughPseudoParameters(text: string): string {
  const parts = text.split(new RegExp(`(${Object.keys(PSEUDO).join('|')})`));
  const values = parts.map((part) => PSEUDO[part] ?? part);
  const names: Readonly<Record<string, string>> = { [Aws.ACCOUNT_ID]: 'AccountId', [Aws.STACK_NAME]: 'StackName', [Aws.REGION]: 'Region' };
  return [
    () => values.join(''),
    () => Fn.join('', values),
    () => Fn.sub(values.map((value) => (Object.hasOwn(names, value) ? `\${AWS::${names[value]}}` : value)).join('')),
  ][text.length % 3]();
}

/** Functions of the template of a stack, whose names mean nothing in another one. */
const FUNCTIONS: Readonly<Record<NonNullable<ScopeDeclaration['byFunction']>, (text: string, stack: Stack) => string>> = {
  condition: (text, stack) => {
    const condition = new CfnCondition(stack, `Condition${stack.node.children.length}`, { expression: Fn.conditionEquals(Aws.STACK_NAME, STACK) });
    return Token.asString(Fn.conditionIf(condition.logicalId, text, 'otherwise'));
  },
  mapping: (text, stack) => new CfnMapping(stack, `Mapping${stack.node.children.length}`, { mapping: { folders: { [STACK]: text } } }).findInMap('folders', Aws.STACK_NAME),
};

function throughParameters(scope: ScopeDeclaration, values: LateValues): ScopeDeclaration {
  // One that may be long counts for so much that a bucket policy holds few of them.
  const bounded = (text: string, props?: CfnParameterProps) => values.parameter(text, { maxLength: Math.max(64, text.length), ...props });
  switch (scope.kind) {
    // One that could be empty would be the whole bucket, and is refused.
    case 'startingWith': return withText(scope, (text) => bounded(text, scope.literalStart ? {} : { minLength: 1 }));
    case 'template': return { ...scope, values: scope.values && Object.fromEntries(Object.entries(scope.values).map(([name, value]) => [name, bounded(value)])) };
    default: return withText(scope, bounded);
  }
}
