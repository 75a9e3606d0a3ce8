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
    name: 'a value that is an external ID and a folder is escaped in neither',
    file: 'cdk/tokens/tokens.ts',
    from: 'const id = `${kind} ${home === this.scope',
    to: 'const id = `${home === this.scope',
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
    name: 'a bucket that is imported into another stack has the name that it would have here',
    file: 'cdk/bind/bound-access.ts',
    from: 'this.tokens.encode(bucket.bucketArn, \'bucketArn\', `${field}.bucket`, bucket);',
    to: 'this.tokens.encode(bucket.bucketArn, \'bucketArn\', `${field}.bucket`);',
  },
  {
    name: 'a key that is imported into another stack is the one that it would be here',
    file: 'cdk/bind/bound-kms-key.ts',
    from: 'tokens.encode(key.keyArn, \'kmsKeyArn\', field, key) } } };',
    to: 'tokens.encode(key.keyArn, \'kmsKeyArn\', field) } } };',
    foundBy: 'test/cooperation/elsewhere.test.ts',
    unseen: 'more keys imported into the stack of a partner; there are few in 150 worlds',
  },
  {
    name: 'a resource of this stack is taken for one that another stack has to carry',
    file: 'cdk/tokens/token-identity.ts',
    from: 'return Reference.isReference(token) && CfnElement.isCfnElement(token.target);',
    to: 'return false;',
  },
  {
    name: 'a policy in another stack refers to the stack with the access',
    file: 'cdk/tokens/carrying.ts',
    from: 'return stack === this.to || (stack !== this.access && sameEnvironment(stack, this.to));',
    to: 'return stack === this.to || sameEnvironment(stack, this.to);',
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
