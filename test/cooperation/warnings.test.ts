import { Annotations as CoreAnnotations, App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations } from 'aws-cdk-lib/assertions';
import { AnyPrincipal, Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, warningsOf } from './support';
import {
  S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketAccess, VendorS3BucketPolicies,
} from '../../src';
import { WARNING_PREFIX } from '../../src/cdk/report';
import { WarningId } from '../../src/cdk/report/warnings';

function role(stack: Stack, props: Partial<VendorS3AccessRoleProps> = {}) {
  return new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })], ...props,
  });
}

/** A vendor that forgot to say who it is. */
const ORGANIZATION = Vendor.fromDefinition({ name: 'Acme', organizationId: 'o-a1b2c3d4e5' });

const FAR_KEY = `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222`;

function encryptedWith(kmsMasterKeyId: string): CfnBucket.BucketEncryptionProperty {
  return { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId } }] };
}

/** All warnings but that of the one-click stack, which only synthesis can tell. */
type Raised = Exclude<WarningId, 'templateNeedsS3'>;

/** For each warning, constructs that raise it (and no other but those beside it), and what it says. */
const CASES: Record<Raised, Array<{ make: (stack: Stack) => unknown; says: string; beside?: WarningId[] }>> = {
  accessKey: [{
    make: (stack) => new VendorS3AccessUser(stack, 'Access', {
      vendor: Vendors.hotglue(), access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
    }),
    says: 'hotglue gets a long-lived access key; a role with an external ID is safer, so use VendorS3AccessRole if hotglue can assume one',
  }],
  bucketPolicyDenies: [{
    make: (stack) => {
      const bucket = new Bucket(stack, 'Locked');
      bucket.addToResourcePolicy(new PolicyStatement({
        effect: Effect.DENY,
        actions: ['s3:Get*'],
        resources: [bucket.arnForObjects('*')],
        principals: [new AnyPrincipal()],
        conditions: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
      }));
      role(stack, { access: [S3Access.read(bucket, { wholeBucket: true })] });
    },
    says: 'bucket policy Stack/Locked/Policy/Resource: it denies s3:GetBucketLocation, s3:GetObject, by aws:SourceVpce, and a Deny always wins; let the vendor through there (ArnNotLike on aws:PrincipalArn), or acknowledge this where it does not concern the vendor',
  }],
  aliasElsewhere: [{
    make: (stack) => role(stack, {
      bucketPolicies: VendorS3BucketPolicies.NEVER,
      access: [S3Access.read(Bucket.fromBucketAttributes(stack, 'Far', { bucketName: 'far-data', account: OTHER_ACCOUNT }), {
        wholeBucket: true, encryptionKeys: [Alias.fromAliasName(new Stack(stack, 'Near', { env: { account: ACCOUNT, region: 'eu-west-1' } }), 'Alias', 'alias/data')],
      })],
    }),
    says: 'access[0].encryptionKeys[0]: the alias is one of account 777788889999, and the bucket belongs to 444455556666; if it encrypts with a key of its own account, the vendor cannot use that, so name the key by its ARN',
    beside: ['keyPolicyHandOff'],
  }],
  bucketPolicyHandOff: [{
    make: (stack) => role(stack, {
      access: [S3Access.read(Bucket.fromBucketAttributes(stack, 'Far', { bucketName: 'far-data', account: OTHER_ACCOUNT }), { wholeBucket: true })],
    }),
    says: 'bucket Stack/Far: its policy cannot be edited from this app; have its owner add the statements; the statements are in the attribute handOffs and in the output HandOff',
  }],
  expired: [{ make: (stack) => role(stack, { expiresAt: new Date('2020-01-02T03:04:05Z') }), says: 'expiresAt: the access ended at 2020-01-02T03:04:05Z; give a later date, or remove the access' }],
  externalIdAbsent: [
    { make: (stack) => role(stack, { externalId: undefined, withoutExternalId: 'A vendor\nof our own' }), says: 'account 123456789012 assumes the role without an external ID, so it can be tricked into using it for another customer; the reason given is: A vendor of our own' },
    {
      make: (stack) => role(stack, { vendor: Vendors.coactive({ roleArn: 'arn:aws:iam::123456789012:role/coactive' }), externalId: undefined }),
      says: 'Coactive assumes the role without an external ID, so it can be tricked into using it for another customer; it does not send one',
    },
    {
      make: (stack) => role(stack, { additionalTrust: [{ vendor: Vendor.account('111122223333'), withoutExternalId: 'The sister company' }] }),
      says: 'account 111122223333 assumes the role without an external ID, so it can be tricked into using it for another customer; the reason given is: The sister company',
    },
  ],
  keyNotDeclared: [
    {
      make: (stack) => role(stack, {
        access: [S3Access.read(Bucket.fromCfnBucket(new CfnBucket(stack, 'Plain', { bucketEncryption: encryptedWith(FAR_KEY) })), { wholeBucket: true })],
      }),
      says: 'bucket Stack/Plain/@FromCfnBucket: it encrypts with a KMS key that is not declared for it, so that the vendor can read and write nothing there; name the key in encryptionKeys',
    },
    {
      make: (stack) => {
        const bucket = new Bucket(stack, 'Overridden');
        role(stack, { access: [S3Access.read(bucket, { wholeBucket: true })] });
        (bucket.node.defaultChild as CfnBucket).addPropertyOverride('BucketEncryption.ServerSideEncryptionConfiguration', [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: FAR_KEY } },
        ]);
      },
      says: 'bucket Stack/Overridden: it encrypts with a KMS key that is not declared for it, so that the vendor can read and write nothing there; name the key in encryptionKeys',
    },
  ],
  keyNotPinned: [{
    make: (stack) => new VendorS3BucketAccess(stack, 'Access', {
      vendor: CREDENTIALS.vendor,
      access: [S3Access.read(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'DataKey') }), { wholeBucket: true })],
    }),
    says: 'key Stack/DataKey: its policy cannot name the bucket without a circle of references, so S3 alone tells which objects the vendor may use it for; give its buckets a bucketName, and write that as text wherever else you name them',
    // Every access by bucket policy has this one.
    beside: ['noExternalIdInBucketPolicy'],
  }],
  keyPolicyHandOff: [{
    make: (stack) => role(stack, {
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Encrypted', 'encrypted-data'), {
        wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Far', `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222`)],
      })],
    }),
    says: 'key Stack/Far: its policy cannot be edited from this app; have its owner check that it allows the statements; the statements are in the attribute handOffs and in the output HandOff',
  }],
  literalWildcard: [{
    make: (stack) => role(stack, { access: [S3Access.read(Bucket.fromBucketName(stack, 'Named', 'customer-data'), { prefixes: ['in/*'] })] }),
    says: 'access[0].prefixes[0]: an asterisk stands for itself here, "in/*" is a folder named "*"; for all that lies in a folder declare the folder, for everything in the bucket wholeBucket: true',
  }],
  managedPoliciesOverQuota: [{
    make: (stack) => {
      const access = role(stack);
      Array.from({ length: 11 }, (_, i) => access.role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName(`Policy${i}`)));
    },
    says: '11 managed policies, 11 of them from elsewhere in the app: IAM allows 10 by default; have the quota raised in the account, or attach fewer',
  }],
  multipartListing: [{
    make: (stack) => role(stack, {
      access: [S3Access.write(Bucket.fromBucketName(stack, 'Target', 'target-data'), { prefixes: ['in'], multipartListing: true })],
    }),
    says: 'access[0]: the vendor sees the keys of all unfinished uploads in the bucket, for S3 cannot limit that to a prefix; set multipartListing to false if nothing needs it',
  }],
  noExternalIdInBucketPolicy: [{
    make: (stack) => new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] }),
    says: 'account 123456789012 is named in a bucket policy, which cannot demand an external ID, so it must keep its customers apart by itself; use VendorS3AccessRole if it can assume a role',
  }],
  openParameter: [{
    make: (stack) => role(stack, {
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Named', new CfnParameter(stack, 'BucketName').valueAsString), { wholeBucket: true })],
    }),
    says: 'access[0].bucket: parameter BucketName may be given any value at deployment, a wildcard as well, and the access would be wider than it looks; give it an allowedPattern or allowedValues that keep out * ? $ { " \\',
  }, {
    make: (stack) => role(stack, {
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Named', 'customer-data'), {
        wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Far', `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/${new CfnParameter(stack, 'KeyId').valueAsString}`)],
      })],
    }),
    says: 'access[0].encryptionKeys[0]: parameter KeyId may be given any value at deployment, a wildcard as well, and the access would be wider than it looks; give it an allowedPattern or allowedValues that keep out * ? $ { " \\',
    beside: ['keyPolicyHandOff'],
  }],
  organizationAlone: [
    { make: (stack) => role(stack, { vendor: ORGANIZATION, externalId: undefined }), says: 'vendor: the vendor is described by its organization alone, which only narrows accounts and principals, so nobody gets access; beside organizationId, name it in accounts or principals' },
    { make: (stack) => role(stack, { additionalTrust: [{ vendor: ORGANIZATION }] }), says: 'additionalTrust[0].vendor: the vendor is described by its organization alone, which only narrows accounts and principals, so nobody gets access; beside organizationId, name it in accounts or principals' },
    {
      make: (stack) => new VendorS3BucketAccess(stack, 'Access', { vendor: ORGANIZATION, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] }),
      says: 'vendor: the vendor is described by its organization alone, which only narrows accounts and principals, so nobody gets access; beside organizationId, name it in accounts or principals',
    },
  ],
  pendingVendor: [
    { make: (stack) => role(stack, { vendor: Vendor.pending(), externalId: undefined }), says: 'pending vendor has not named its principal yet, and gets no access; give it the role\'s ARN, then name the principal it answers with' },
    {
      make: (stack) => new VendorS3BucketAccess(stack, 'Access', { vendor: Vendor.pending(), access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] }),
      says: 'pending vendor has not named its principal yet, and gets no access; name it once it is known',
    },
  ],
};

const cases = (Object.keys(CASES) as Raised[]).flatMap((id) => CASES[id].map((one) => ({ id, ...one })));

function stackWith(make: (stack: Stack) => unknown): Stack {
  const stack = new Stack(new App(), 'Stack');
  make(stack);
  return stack;
}

describe.each(cases)('the warning $id', ({ id, make, says, beside = [] }) => {
  const full = `${WARNING_PREFIX}:${id}`;
  const others = beside.map((other) => `${WARNING_PREFIX}:${other}`);

  test('is raised on the construct, alone, and says what it is about, what may go wrong, and the cure', () => {
    const stack = stackWith(make);
    expect(warningsOf(stack)).toEqual([full, ...others].sort());
    Annotations.fromStack(stack).hasWarning('/Stack/Access', `${says} [ack: ${full}]`);
  });

  test('can be acknowledged before and after it is raised', () => {
    const before = new Stack(new App(), 'Stack');
    CoreAnnotations.of(before).acknowledgeWarning(full, 'Known');
    make(before);
    expect(warningsOf(before)).toEqual(others);

    const after = stackWith(make);
    CoreAnnotations.of(after.node.findChild('Access')).acknowledgeWarning(full, 'Known');
    expect(warningsOf(after)).toEqual(others);
  });

  test('is not acknowledged with another one', () => {
    const stack = stackWith(make);
    CoreAnnotations.of(stack).acknowledgeWarning(`${WARNING_PREFIX}:other`, 'Known');
    expect(warningsOf(stack)).toEqual([full, ...others].sort());
  });
});

test('a plain declaration raises no warning', () => {
  const stack = stackWith((scope) => role(scope));
  expect(warningsOf(stack)).toEqual([]);
});

test.each([
  ['an AllowedPattern', { allowedPattern: '[a-z-]+' }],
  ['AllowedValues', { allowedValues: ['customer-data'] }],
])('a parameter with %s raises no warning', (_, props) => {
  const stack = stackWith((scope) => role(scope, {
    access: [S3Access.read(Bucket.fromBucketName(scope, 'Named', new CfnParameter(scope, 'BucketName', props).valueAsString), { wholeBucket: true })],
  }));
  expect(warningsOf(stack)).toEqual([]);
});

test('multipart listing of a whole bucket shows nothing that was not declared, and raises no warning', () => {
  const stack = stackWith((scope) => role(scope, {
    access: [S3Access.write(Bucket.fromBucketName(scope, 'Target', 'target-data'), { wholeBucket: true, multipartListing: true })],
  }));
  expect(warningsOf(stack)).toEqual([]);
});
