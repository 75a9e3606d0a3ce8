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
  },
  {
    name: 'a value that names a bucket and a folder is escaped as in the first of them',
    file: 'cdk/tokens/tokens.ts',
    from: 'reference(escape ? `key_${id}` : id, bound)',
    to: 'reference(id, bound)',
  },
  {
    name: 'constructs of one name in two stacks are the same',
    file: 'cdk/tokens/token-identity.ts',
    from: 'return { [PATH]: target.node.path, attribute: displayName',
    to: 'return { [PATH]: target.node.path.split(\'/\').slice(1).join(\'/\'), attribute: displayName',
  },
  {
    name: 'values that are harmless in text may be put into a policy',
    file: 'cdk/tokens/allowed-pattern.ts',
    from: 'const HARMFUL = [\'*\', \'?\', \'$\', \'{\', \'"\', \'\\\\\'];',
    to: 'const HARMFUL = [\'*\', \'{\', \'"\', \'\\\\\'];',
  },
  {
    name: 'a dynamic reference in a value is looked up',
    file: 'cdk/tokens/escaped-key.ts',
    from: 'return { \'Fn::Sub\': [\'${Key}\', { Key: broken }] };',
    to: 'return { \'Fn::Sub\': [\'${Key}\', { Key: escaped }] };',
  },
];
