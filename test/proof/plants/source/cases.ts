import { SourceBug } from './source-bug';

/** Mistakes that the library once had: each takes away again what mended it. */
export const CASES: readonly SourceBug[] = [
  // A value means something else in the template of another stack.
  {
    name: 'values are written in another stack as they stand',
    file: 'cdk/tokens/tokens.ts',
    from: 'if (written.home === stack) {',
    to: 'if (written.home.node.root === stack.node.root) {',
  },
  {
    name: 'the account of another stack is taken for one\'s own',
    file: 'cdk/tokens/carrying.ts',
    from: 'same: (a, b) => a.account === b.account },',
    to: 'same: () => true },',
  },
  {
    name: 'the name of another stack is taken for one\'s own',
    file: 'cdk/tokens/carrying.ts',
    from: 'known: ({ stackName }) => literal(stackName), same: () => false },',
    to: 'known: ({ stackName }) => literal(stackName), same: () => true },',
  },
  {
    name: 'the region of another stack is taken for one\'s own',
    file: 'cdk/tokens/carrying.ts',
    from: 'same: (a, b) => a.region === b.region },',
    to: 'same: () => true },',
    foundBy: 'test/cooperation/elsewhere.test.ts',
    unseen: 'two stacks in two regions, and a folder named after one',
  },
  {
    name: 'a condition or mapping is taken to another stack',
    file: 'cdk/tokens/carrying.ts',
    from: 'const PURE = [\'Fn::Base64\',',
    to: 'const PURE = [\'Fn::If\', \'Fn::FindInMap\', \'Fn::Base64\',',
  },
  {
    name: 'a text with variables is taken to another stack as it stands',
    file: 'cdk/tokens/carrying.ts',
    from: '(Object.hasOwn(values, name) ? variable : this.written(name) ?? variable));',
    to: 'variable);',
  },
  {
    name: 'a key given by an alias lies where the role is',
    file: 'cdk/bind/bound-kms-key.ts',
    from: 'tokens.encode(keysArn, \'kmsKeyArn\', field, key) };',
    to: 'tokens.encode(keysArn, \'kmsKeyArn\', field) };',
    foundBy: 'test/cooperation/elsewhere.test.ts',
    unseen: 'an alias of another stack that is open',
  },
  // An account that nobody knows.
  {
    name: 'an account that is not known is that of the other stack',
    file: 'cdk/tokens/carrying.ts',
    from: 'return Object.hasOwn(PSEUDO, name) && (PSEUDO[name].same(this.from, this.to) || PSEUDO[name].known(this.from) !== undefined);',
    to: 'return Object.hasOwn(PSEUDO, name);',
  },
  {
    name: 'the owner of a bucket in another stack is the role\'s account',
    file: 'cdk/bind/bound-access.ts',
    from: 'account(bucket.env.account, `${field}.bucket`, bucket);',
    to: 'account(bucket.env.account, `${field}.bucket`, this.scope);',
    foundBy: 'test/cooperation/elsewhere.test.ts',
    unseen: 'a bucket made or imported in an open stack, for a role in a known one',
  },
  // A partition that somebody has named.
  {
    name: 'the partition that a vendor names is lost where that of the stack is not known',
    file: 'policy/vendor/vendor-facts.ts',
    from: 'namedPartition(data) ?? stands.written : stands.written };',
    to: 'stands.written : stands.written };',
  },
  {
    name: 'the partition in the ARN of a bucket is lost where that of the stack is not known',
    file: 'policy/request/check-access.ts',
    from: 'hasReference(own) || partition.known !== undefined ? partition.written : own',
    to: 'partition.written',
    foundBy: 'test/policy/request/check-access.test.ts',
    unseen: 'buckets imported by an ARN that says their partition, in an open stack elsewhere',
  },
  // An end that ends everything.
  {
    name: 'a role that has ended is assumed by whoever else is trusted',
    file: 'policy/grant/trust.ts',
    from: 'const end = expiresAt === undefined ? [] : [refuse(endedConditions({ expiresAt }))];',
    to: 'const end: Statement[] = [];',
  },
  {
    name: 'what others granted goes on after the end',
    file: 'policy/grant/compile.ts',
    from: 'return merge([...accessStatements(locations, context), ...ended(DENY_ALL, context)]);',
    to: 'return merge(accessStatements(locations, context));',
  },
  {
    name: 'what others granted on a bucket goes on after the end',
    file: 'cdk/resources/resource-policies.ts',
    from: '      ...delegated ? [] : endOnBucket(locations[0].bucketArn, party, this.context),\n',
    to: '',
  },
  // A permissions boundary.
  {
    name: 'a bucket policy lets a user past its boundary',
    file: 'cdk/resources/identity-grants.ts',
    from: 'return stack === this.identity.stack && !this.identity.passesBoundary ?',
    to: 'return stack === this.identity.stack ?',
    foundBy: 'test/constructs/vendor-s3-access-user.test.ts',
    unseen: 'permissions boundaries, and what they mean for a user that a bucket policy names',
  },
  // What CloudFormation looks up.
  {
    name: 'two values make a dynamic reference together',
    file: 'cdk/tokens/open-parameter.ts',
    from: '.some((between) => DYNAMIC.includes(between));',
    to: '.some((between) => between.includes(DYNAMIC));',
    foundBy: 'test/cdk/tokens/open-parameter.test.ts',
  },
  {
    name: 'two values that may make a dynamic reference together are no matter',
    file: 'cdk/tokens/tokens.ts',
    from: 'if (kind === \'key\' && mayJoinToDynamic(',
    to: 'if (kind === \'text\' && mayJoinToDynamic(',
    foundBy: 'test/hostile/deployment.test.ts',
  },
  {
    name: 'a class within a class keeps out harm',
    file: 'cdk/tokens/allowed-pattern.ts',
    from: '  if (CLASS_IN_CLASS.test(piece)) {\n    return false;\n  }\n',
    to: '',
    foundBy: 'test/cdk/tokens/allowed-pattern.test.ts',
  },
  {
    name: 'a value that is not to be shown is an output',
    file: 'cdk/tokens/tokens.ts',
    from: 'isSecret(identity) ? HIDDEN : isHere',
    to: 'isHere',
    foundBy: 'test/constructs/vendor-s3-access-user.test.ts',
  },
  // A name that changes.
  {
    name: 'a role is trusted by a name that it has no more',
    file: 'cdk/resources/late-name.ts',
    from: '? [changed(kind)] : [];',
    to: '? [] : [];',
    foundBy: 'test/cooperation/late-name.test.ts',
  },
  // KMS keys that are not granted.
  {
    name: 'a key that a bucket encrypts with, and nobody declared, is no matter',
    file: 'cdk/bind/bucket-keys.ts',
    from: 'if (used.some((key) => !known.has(key))) {',
    to: 'if (known.size > 0 && used.some((key) => !known.has(key))) {',
  },
  {
    name: 'an alias of another account is no matter',
    file: 'cdk/bind/bound-access.ts',
    from: 'accounts[0] !== accounts[1]) {',
    to: 'accounts[0] === accounts[1]) {',
    foundBy: 'test/cooperation/warnings.test.ts',
  },
  {
    name: 'an imported bucket lies in the region of its stack',
    file: 'cdk/bind/bound-access.ts',
    from: 'return isGuess || Token.isUnresolved(region) ? undefined : region;',
    to: 'return Token.isUnresolved(region) ? undefined : region;',
  },
  // Circles of references.
  {
    name: 'the policy of a key closes a circle',
    file: 'cdk/resources/circles.ts',
    from: 'if (one === resource) {\n      return true;',
    to: 'if (one === resource) {\n      return false;',
    foundBy: 'test/cooperation/circles.test.ts',
  },
  {
    name: 'a circle that is closed later is no matter',
    file: 'cdk/resources/circles.ts',
    from: 'if (next === resource) {',
    to: 'if (next === way[way.length - 1]) {',
    foundBy: 'test/cooperation/circles.test.ts',
  },
  // A second policy of a bucket.
  {
    name: 'a bucket that has a policy gets a second one',
    file: 'cdk/resources/resource-policies.ts',
    from: 'const present = this.edited.has(bucket) ? [] : this.existing.of(bucket);',
    to: 'const present: CfnResource[] = [];',
  },
  {
    name: 'a second policy that comes later is no matter',
    file: 'cdk/resources/resource-policies.ts',
    from: 'return policies.length < 2 ? []',
    to: 'return policies.length < 3 ? []',
    foundBy: 'test/cooperation/bucket-policy.test.ts',
  },
  // What depends on the order of declarations.
  {
    name: 'what was declared before a bucket was known to be another account\'s is lost',
    file: 'cdk/resources/identity-grants.ts',
    from: 'inBuckets: [...earlier, ...access.filter(isForeign)],',
    to: 'inBuckets: access.filter(isForeign),',
  },
  {
    name: 'a bucket is local to a declaration that does not say whose it is',
    file: 'cdk/resources/identity-grants.ts',
    from: 'this.foreign.has(arn(one)) || added.has(arn(one));',
    to: '!this.isLocal(one.owner);',
  },
  {
    name: 'a denial under conditions in a bucket policy is no matter',
    file: 'cdk/resources/denied.ts',
    from: '&& !isHarmless(statement.Condition, known)) {',
    to: '&& statement.Condition === undefined) {',
    foundBy: 'test/cooperation/denied.test.ts',
  },
  // Quotas.
  {
    name: 'a value is counted as if it needed no escapes',
    file: 'cdk/tokens/tokens.ts',
    from: 'const growth = kind === \'key\' && isOpen(identity) ? ESCAPED_LENGTH : 1;',
    to: 'const growth = 1;',
    foundBy: 'test/cooperation/attached-quotas.test.ts',
    unseen: 'values of parameters that are as long as they may be, and all wildcards',
  },
  {
    name: 'bucket policies are counted in characters',
    file: 'policy/write/size.ts',
    from: 'return documentSize(statements) + new TextEncoder().encode(json).length - json.length;',
    to: 'return documentSize(statements);',
    foundBy: 'test/policy/write/size.test.ts',
    unseen: 'many folders with characters of two bytes, at the edge of what a bucket policy holds',
  },
  {
    name: 'what others have attached is not counted',
    file: 'cdk/resources/attached-quotas.ts',
    from: 'const inline = this.own.inlineSize + inlineSize;',
    to: 'const inline = this.own.inlineSize;',
    foundBy: 'test/cooperation/attached-quotas.test.ts',
    unseen: 'large policies of others on the role',
  },
  // Names that are taken.
  {
    name: 'two roles of an account have one name',
    file: 'cdk/resources/role-names.ts',
    from: 'const other = claims.find((claim) => claim.account === account)?.role;',
    to: 'const other = claims.find((claim) => claim.account === account && Stack.of(claim.role) === Stack.of(role))?.role;',
    foundBy: 'test/cooperation/role-names.test.ts',
  },
  // Roles that somebody else makes.
  {
    name: 'a role that somebody else makes gets no permissions',
    file: 'constructs/vendor-s3-access-role.ts',
    from: 'report: isCustomized ? (statement)',
    to: 'report: isCustomized && resource ? (statement)',
    foundBy: 'test/cooperation/customize-roles.test.ts',
  },
  {
    name: 'the policies of a role whose name alone is customized are attached to that name',
    file: 'constructs/vendor-s3-access-role.ts',
    from: 'this.roleName = isCustomized && resource ? resource.ref : this.role.roleName;',
    to: 'this.roleName = this.role.roleName;',
    foundBy: 'test/cooperation/customize-roles.test.ts',
  },
  // Names that stand for something else.
  {
    name: 'the alias of an access point is a bucket',
    file: 'policy/aws/names.ts',
    from: '  checkEnd(name, field);\n  if (hasReference(name)) {',
    to: '  if (hasReference(name)) {',
    foundBy: 'test/bad-input.test.ts',
  },
  {
    name: 'an access point of the app is a bucket',
    file: 'cdk/bind/access-point.ts',
    from: 'const ACCESS_POINT = /^AWS::S3\\w*::',
    to: 'const ACCESS_POINT = /^AWS::S3\\w+::',
    foundBy: 'test/bad-input.test.ts',
  },
  {
    name: 'an organization alone is a vendor who is not known yet',
    file: 'policy/vendor/vendor-facts.ts',
    from: '    ...trusted.length === 0 && data.organizationId !== undefined && { narrowsNobody: true },\n',
    to: '',
    foundBy: 'test/cooperation/warnings.test.ts',
  },
];
