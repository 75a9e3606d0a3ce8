import { SourceBug } from './source-bug';

/** KMS keys. */
export const KEYS: readonly SourceBug[] = [
  {
    name: 'whoever writes gets no data key',
    file: 'policy/aws/s3-actions.ts',
    from: 'kms: [\'kms:Decrypt\', \'kms:GenerateDataKey\'] },',
    to: 'kms: [\'kms:Decrypt\'] },',
  },
  {
    name: 'the policy of a key does not say when access ends',
    file: 'policy/grant/kms-key-use.ts',
    from: 'and(principalConditions, expiryConditions(context), onlyThroughS3(use.key));',
    to: 'and(principalConditions, onlyThroughS3(use.key));',
  },
  {
    name: 'the policy of a key lets in more than S3',
    file: 'policy/grant/kms-key-use.ts',
    from: 'and(principalConditions, expiryConditions(context), onlyThroughS3(use.key));',
    to: 'and(principalConditions, expiryConditions(context));',
  },
  {
    name: 'S3 has another name in China',
    file: 'policy/aws/kms-key.ts',
    from: 'return [`s3.${region}.amazonaws.com`];',
    to: 'return [`s3.${region}.amazonaws.com${region.startsWith(\'cn-\') ? \'.cn\' : \'\'}`];',
  },
  {
    name: 'Bucket Keys have no context',
    file: 'policy/grant/kms-key-use.ts',
    from: '      { stem: location.bucketArn, open: false, listable: false, from: [location.field] },\n',
    to: '',
  },
  {
    name: 'the context of Bucket Keys opens the whole bucket',
    file: 'policy/grant/kms-key-use.ts',
    from: '{ stem: location.bucketArn, open: false,',
    to: '{ stem: location.bucketArn, open: true,',
  },
  {
    name: 'two aliases of one name are one key',
    file: 'policy/grant/kms-key-use.ts',
    from: 'const id = JSON.stringify(key);',
    to: 'const id = \'aliasName\' in key ? key.aliasName : key.keyArn;',
    foundBy: 'test/policy/grant/kms-key-use.test.ts',
    unseen: 'two aliases of one name, in two accounts',
  },
  {
    name: 'a key without aliases passes for one with any',
    file: 'policy/grant/kms-key-use.ts',
    from: '\'ForAnyValue:StringEquals\', \'kms:ResourceAliases\'',
    to: '\'ForAllValues:StringEquals\', \'kms:ResourceAliases\'',
  },
  {
    name: 'an alias narrows nothing',
    file: 'policy/grant/kms-key-use.ts',
    from: 'onlyThroughS3(key), alias, places),',
    to: 'onlyThroughS3(key), places),',
  },
  {
    name: 'an alias may be one of any account',
    file: 'cdk/bind/bound-kms-key.ts',
    from: ':${key.env.account}:key/*`;',
    to: ':*:key/*`;',
  },
  {
    name: 'a further key takes the place of the bucket\'s own',
    file: 'cdk/bind/bound-access.ts',
    from: 'return [...(bucket.encryptionKey ? [bucket.encryptionKey] : []), ...given].map(',
    to: 'return [...(bucket.encryptionKey && given.length === 0 ? [bucket.encryptionKey] : []), ...given].map(',
    foundBy: 'test/semantics/kms.test.ts',
    unseen: 'more buckets with a key of their own, beside further keys; there are few in 150 worlds',
  },
  {
    name: 'the policy of a key knows the first declaration',
    file: 'cdk/bind/grouping.ts',
    from: 'if (group.declared[group.declared.length - 1] !== declared) {',
    to: 'if (group.declared.length === 0) {',
  },
  {
    name: 'a key leaves it to IAM, under a condition',
    file: 'cdk/resources/key-delegation.ts',
    from: '    && statement.Condition === undefined\n',
    to: '',
    foundBy: 'test/cdk/resources/key-delegation.test.ts',
    unseen: 'keys whose policy leaves it to IAM under a condition',
  },
  {
    name: 'a key leaves it to IAM to do some of it',
    file: 'cdk/resources/key-delegation.ts',
    from: '.includes(\'kms:*\')',
    to: '.some((action) => String(action).startsWith(\'kms:\'))',
  },
  {
    name: 'the policy of a local key is left alone',
    file: 'cdk/resources/identity-grants.ts',
    from: 'if (!(this.isLocal(this.accountOf(bound.key)) && delegatesToIam(bound.key))) {',
    to: 'if (!this.isLocal(this.accountOf(bound.key))) {',
  },
  {
    name: 'the policy of a key never names the places',
    file: 'cdk/resources/resource-policies.ts',
    from: 'for (const places of isLiteral ? [\'declared\', \'anywhere\'] as const : [\'anywhere\'] as const) {',
    to: 'for (const places of [\'anywhere\'] as const) {',
  },
];
