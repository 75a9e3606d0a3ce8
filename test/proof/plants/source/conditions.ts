import { SourceBug } from './source-bug';

/** Under which conditions. */
export const CONDITIONS: readonly SourceBug[] = [
  {
    name: 'source addresses are not in permissions',
    file: 'policy/grant/grant-conditions.ts',
    from: '    sourceConditions(context),\n    requireTls',
    to: '    requireTls',
  },
  {
    name: 'TLS is demanded only beside an owner',
    file: 'policy/grant/grant-conditions.ts',
    from: 'requireTls ? condition(',
    to: 'requireTls && owner !== undefined ? condition(',
  },
  {
    name: 'an access control list that is spelled out passes',
    file: 'policy/grant/grant-conditions.ts',
    from: 'condition(\'StringEquals\', \'s3:x-amz-acl\'',
    to: 'condition(\'StringEqualsIfExists\', \'s3:x-amz-acl\'',
  },
  {
    name: 'whoever writes has to name the encryption',
    file: 'policy/grant/grant-conditions.ts',
    from: 'condition(\'StringEqualsIfExists\', \'s3:x-amz-server-side-encryption\'',
    to: 'condition(\'StringEquals\', \'s3:x-amz-server-side-encryption\'',
  },
  {
    name: 'whoever writes may bring a key',
    file: 'policy/grant/grant-conditions.ts',
    from: '        condition(\'Null\', \'s3:x-amz-server-side-encryption-customer-algorithm\', \'true\'),\n',
    to: '',
  },
  {
    name: 'the condition on encryption stands alone',
    file: 'policy/grant/grant-conditions.ts',
    from: '        conditions,\n        condition(\'StringEqualsIfExists\'',
    to: '        condition(\'StringEqualsIfExists\'',
  },
  {
    name: 'encryption is demanded only where all actions decide on it',
    file: 'policy/grant/actions.ts',
    from: 'return actions.some((action) => S3_ACTIONS[action].guard === \'encryption\')',
    to: 'return actions.every((action) => S3_ACTIONS[action].guard === \'encryption\')',
  },
  {
    name: 'access ends at the start of the day',
    file: 'policy/grant/limits.ts',
    from: 'return `${new Date(time).toISOString().slice(0, 19)}Z`;',
    to: 'return `${new Date(time).toISOString().slice(0, 10)}T00:00:00Z`;',
  },
  {
    name: 'the first of two declarations on a bucket speaks for the second',
    file: 'policy/grant/bucket-use.ts',
    from: 'const id = JSON.stringify([location.bucketArn, termsId(location)]);',
    to: 'const id = location.bucketArn;',
  },
  {
    name: 'two declarations with and without TLS are one',
    file: 'policy/grant/location.ts',
    from: 'const TERMS = [\'owner\', \'notOwner\', \'requireTls\', \'acceptedEncryption\']',
    to: 'const TERMS = [\'owner\', \'notOwner\', \'acceptedEncryption\']',
  },
  {
    name: 'two declarations with and without an owner are one',
    file: 'policy/grant/location.ts',
    from: 'const TERMS = [\'owner\', \'notOwner\',',
    to: 'const TERMS = [\'notOwner\',',
  },
  {
    name: 'statements with other values in the same conditions are merged',
    file: 'policy/document/conditions.ts',
    from: 'return JSON.stringify(conditions.map(idOf));',
    to: 'return JSON.stringify(conditions.map(({ operator, key }) => [operator, key]));',
  },
  {
    name: 'a divided listing loses its other conditions',
    file: 'policy/document/conditions.ts',
    from: 'return and(canonical(conditions.filter((one) => one.operator !== operator || one.key !== key)), condition(operator, key, values));',
    to: 'return condition(operator, key, values);',
  },
  {
    name: 'of two conditions with one operator the last one stays',
    file: 'policy/write/json.ts',
    from: 'operators.set(one.operator, [...others, one]);',
    to: 'operators.set(one.operator, [one]);',
  },
  {
    name: 'an owner that is stated is not the one that is pinned',
    file: 'policy/request/check-access.ts',
    from: '  return given;',
    to: '  return actual;',
  },
];
