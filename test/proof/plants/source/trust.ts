import { SourceBug } from './source-bug';

/** Who may assume a role, and whom the policies of buckets name. */
export const TRUST: readonly SourceBug[] = [
  {
    name: 'a role is assumed without the external ID',
    file: 'policy/grant/trust.ts',
    from: 'condition(\'StringEquals\', \'sts:ExternalId\'',
    to: 'condition(\'StringEqualsIfExists\', \'sts:ExternalId\'',
  },
  {
    name: 'the next external ID is not valid yet',
    file: 'policy/request/external-ids.ts',
    from: '{ externalIds: [present, next] }',
    to: '{ externalIds: [present] }',
  },
  {
    name: 'the next external ID replaces the present one',
    file: 'policy/request/external-ids.ts',
    from: '{ externalIds: [present, next] }',
    to: '{ externalIds: [next] }',
  },
  {
    name: 'further trust takes the external IDs of the first',
    file: 'constructs/vendor-s3-access-role.ts',
    from: 'return bindTrust(this, tokens, facts, more, `${place}.`);',
    to: 'return bindTrust(this, tokens, facts, { ...props, ...more }, `${place}.`);',
  },
  {
    name: 'a session tag may have any value',
    file: 'policy/request/trust-request.ts',
    from: 'externalIds, sessionTags: vendor.sessionTags }));',
    to: 'externalIds, sessionTags: vendor.sessionTags?.map(({ key }) => ({ key })) }));',
  },
  {
    name: 'a suspended role is trusted',
    file: 'policy/grant/trust.ts',
    from: 'if (context.suspended || known.length === 0) {',
    to: 'if (known.length === 0) {',
  },
  {
    name: 'one session tag that is known lets in the others',
    file: 'policy/grant/trust.ts',
    from: '\'ForAllValues:StringEquals\', \'aws:TagKeys\'',
    to: '\'ForAnyValue:StringEquals\', \'aws:TagKeys\'',
  },
  {
    name: 'a session tag has to be set',
    file: 'policy/grant/trust.ts',
    from: 'condition(\'StringEqualsIfExists\', `aws:RequestTag/${key}`',
    to: 'condition(\'StringEquals\', `aws:RequestTag/${key}`',
  },
  {
    name: 'a role is assumed from anywhere',
    file: 'policy/grant/trust.ts',
    from: 'expiryConditions(context), sourceConditions(context));',
    to: 'expiryConditions(context));',
  },
  {
    name: 'wildcards in the names of principals mean themselves',
    file: 'policy/grant/trust.ts',
    from: 'condition(\'ArnLike\', \'aws:PrincipalArn\'',
    to: 'condition(\'StringEquals\', \'aws:PrincipalArn\'',
  },
  {
    name: 'the organization narrows accounts alone',
    file: 'policy/vendor/vendor-facts.ts',
    from: '[{ arns, organizationId }]',
    to: '[{ arns }]',
  },
  {
    name: 'of two parties under the same conditions one is forgotten',
    file: 'policy/document/merge.ts',
    from: 'JSON.stringify([effect, inOrder(principals), sorted(actions)])',
    to: 'JSON.stringify([effect, sorted(actions)])',
  },
  {
    name: 'a bucket policy does not narrow an account to its principals',
    file: 'policy/grant/compile.ts',
    from: 'conditions: and(statement.conditions, principalConditions(principals)) };',
    to: 'conditions: statement.conditions };',
  },
  {
    name: 'a bucket policy narrows to principals and to nothing else',
    file: 'policy/grant/compile.ts',
    from: 'conditions: and(statement.conditions, principalConditions(principals)) };',
    to: 'conditions: principalConditions(principals) };',
  },
  {
    name: 'a bucket policy names the first party of a vendor',
    file: 'constructs/vendor-s3-bucket-access.ts',
    from: 'this.parties = vendor.parties;',
    to: 'this.parties = vendor.parties.slice(0, 1);',
    foundBy: 'test/semantics/bucket-access.test.ts',
    unseen: 'definitions with principals outside their accounts, or beyond what narrows those, for VendorS3BucketAccess',
  },
];
