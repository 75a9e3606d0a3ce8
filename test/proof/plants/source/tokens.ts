import { SourceBug } from './source-bug';

/** Values that only the deployment knows. */
export const TOKENS: readonly SourceBug[] = [
  {
    name: 'the escapes of a value are escaped again',
    file: 'cdk/tokens/escaped-key.ts',
    from: '[\'$\', \'*\', \'?\'].reduce',
    to: '[\'*\', \'?\', \'$\'].reduce',
  },
  {
    name: 'a value in a key is not escaped',
    file: 'cdk/tokens/tokens.ts',
    from: '(kind === \'key\' || (kind === \'bucketArn\'',
    to: '((kind === \'key\' && !isOpen(identity)) || (kind === \'bucketArn\'',
  },
  {
    name: 'a value that names a bucket is not escaped',
    file: 'cdk/tokens/tokens.ts',
    from: '(kind === \'key\' || (kind === \'bucketArn\' && isOpen(identity) && !isDynamic(identity.value)));',
    to: 'kind === \'key\';',
    foundBy: 'test/cooperation/tokens.test.ts',
    unseen: 'parameters that name a bucket, with a wildcard as their value',
  },
  {
    name: 'a value that is an external ID and a folder is escaped in neither',
    file: 'cdk/tokens/tokens.ts',
    from: 'const id = `${kind} ${home === this.scope',
    to: 'const id = `${home === this.scope',
    foundBy: 'test/cdk/tokens/tokens.test.ts',
    unseen: 'one parameter in several places',
  },
  {
    name: 'constructs of one name in two stacks are the same',
    file: 'cdk/tokens/token-identity.ts',
    from: 'return { [PATH]: target.node.path, attribute: displayName',
    to: 'return { [PATH]: target.node.path.split(\'/\').slice(1).join(\'/\'), attribute: displayName',
    foundBy: 'test/cdk/tokens/token-identity.test.ts',
    unseen: 'two buckets of one construct ID in two stacks',
  },
  {
    name: 'values that are harmless in text may be put into a policy',
    file: 'cdk/tokens/allowed-pattern.ts',
    from: 'const HARMFUL = [\'*\', \'?\', \'$\', \'{\', \'"\', \'\\\\\'];',
    to: 'const HARMFUL = [\'*\', \'{\', \'"\', \'\\\\\'];',
    foundBy: 'test/cdk/tokens/allowed-pattern.test.ts',
    unseen: 'parameters with an AllowedPattern that lets wildcards in, with such values',
  },
  {
    name: 'a dynamic reference in a value is looked up',
    file: 'cdk/tokens/escaped-key.ts',
    from: 'return { \'Fn::Sub\': [\'${Key}\', { Key: broken }] };',
    to: 'return { \'Fn::Sub\': [\'${Key}\', { Key: escaped }] };',
    foundBy: 'test/cdk/tokens/escaped-key.test.ts',
    unseen: 'parameters whose value is a dynamic reference, looked up as CloudFormation would',
  },
];
