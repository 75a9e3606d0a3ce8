import { CfnParameter, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EXTERNAL_ID, imported, OTHER_ACCOUNT, owned, Scene } from './stacks';
import {
  ExternalIdPolicy, S3Access, S3AccessMode, S3KeyScope, Vendor, VendorEncryption, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps,
  VendorS3PolicyPlacement,
} from '../../../../src';

const VENDOR = Vendor.account('123456789012');

/** Everything that can be done to a role that trusts a vendor. */
export const ROLE_SCENES: Readonly<Record<string, Scene>> = {
  Least: role(),
  Rotating: role({ nextExternalId: 'm8Q-7b1c' }),
  Suspended: role({ suspended: true }),
  Pending: role({ vendor: Vendors.apperate(), externalId: undefined }),
  Expiring: role({ expiresAt: new Date('2999-12-31T23:59:59Z'), allowedSourceIps: ['203.0.113.0/24', '2001:db8::/32'] }),
  WithoutExternalId: role({ externalId: undefined, withoutExternalId: 'the vendor is an account of our own' }),
  FurtherTrust: role({
    vendor: Vendor.account('123456789012', { principalArns: ['arn:aws:iam::123456789012:role/ingest-*'], organizationId: 'o-a1b2c3d4e5' }),
    additionalTrust: [
      { vendor: Vendor.role('arn:aws:iam::222233334444:role/reader'), externalId: 'reader-id', nextExternalId: 'reader-id-2' },
      { vendor: Vendor.user('arn:aws:iam::333344445555:user/auditor'), externalId: 'auditor-id' },
    ],
  }),
  Exported: role({ exportOutputs: true }),
  Silent: role({ outputs: false }),
  Managed: role({ policyPlacement: VendorS3PolicyPlacement.MANAGED }),
  Named: (stack) => role({
    roleName: 'vendor-reader',
    path: '/third-parties/',
    description: 'Lets the vendor read',
    maxSessionDuration: Duration.hours(4),
    permissionsBoundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'third-party-boundary'),
  })(stack),

  Overflowing: access((stack) => [S3Access.read(imported(stack), { prefixes: longPrefixes(70) })]),
  EveryOption: access((stack) => [S3Access.readWrite(imported(stack), {
    prefixes: ['in'], versions: true, tagging: true, acl: true, delete: true, multipartListing: true,
  })]),
  WholeBucket: access((stack) => [S3Access.readWrite(imported(stack), { wholeBucket: true })]),
  OptedOut: access((stack) => [S3Access.read(imported(stack), { prefixes: ['in'], pinBucketOwner: false, requireTls: false, list: false })]),
  KeyScopes: access((stack) => [S3Access.read(imported(stack), {
    keys: [
      S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme' }),
      S3KeyScope.template('{tap}/{date}'),
      S3KeyScope.startingWith('data_'),
      S3KeyScope.object('manifest.json'),
    ],
  })]),
  LiteralWildcards: access((stack) => [S3Access.read(imported(stack), {
    prefixes: ['a*b', 'c?d', 'e$f', '${aws:username}'], keys: [S3KeyScope.object('what?.txt'), S3KeyScope.startingWith('star*')],
  })]),
  // The bucket's ARN, and so that of its objects, is literal here.
  LiteralArn: access((stack) => [S3Access.readWrite(Bucket.fromBucketArn(stack, 'ByArn', 'arn:aws:s3:::customer-data'), {
    prefixes: ['in', 'a*b', 'c?d', 'e$f', '${aws:username}'],
  })]),
  ImportedKeys: access((stack) => [S3Access.readWrite(imported(stack), {
    prefixes: ['in'],
    encryptionKeys: [
      Key.fromKeyArn(stack, 'Old', `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222-3333-4444-5555-666677778888`),
      Alias.fromAliasName(stack, 'Current', 'alias/orders'),
    ],
  })]),
  Tokens: (stack) => {
    const parameter = (id: string, allowedPattern = '[a-z0-9-]+') => new CfnParameter(stack, id, { allowedPattern, maxLength: 60 }).valueAsString;
    new VendorS3AccessRole(stack, 'Access', {
      vendor: Vendor.role(parameter('VendorRole', 'arn:aws:iam::\\d{12}:role/[a-z-]+')),
      externalId: parameter('ExternalId', '[a-z0-9]{8,60}'),
      access: [S3Access.read(imported(stack, parameter('BucketName')), {
        prefixes: [`incoming/${parameter('Tenant')}`, parameter('Folder')],
        keys: [S3KeyScope.object(`manifests/${parameter('Manifest')}`), S3KeyScope.template('exports/{tenant}/{date}', { tenant: parameter('Bound') })],
      })],
    });
  },
  Definition: role({
    vendor: Vendor.fromDefinition({
      name: 'Example Analytics',
      accounts: ['123456789012'],
      externalId: ExternalIdPolicy.OPTIONAL,
      readActions: ['s3:GetObjectVersion', 's3:GetObjectTagging'],
      companionBuckets: [{ bucketName: 'example-analytics-inbox', ownerAccount: '123456789012', mode: S3AccessMode.WRITE, prefixes: ['drop'] }],
      acceptedEncryption: [VendorEncryption.SSE_S3, VendorEncryption.SSE_KMS],
      sessionTags: [{ key: 'job' }, { key: 'tier', values: ['gold', 'silver'] }],
    }),
    // With writes, so that the demand for encryption shows.
  }, (stack) => [S3Access.readWrite(imported(stack), { prefixes: ['in'] })]),
  Nested: (stack) => {
    const bucket = owned(stack, 'acme-outside');
    role({}, () => [S3Access.read(bucket, { prefixes: ['in'] })])(new NestedStack(stack, 'Inner'));
  },
};

/** A role that reads a folder of a bucket that the template does not hold. */
function role(props: Partial<VendorS3AccessRoleProps> = {}, declared = (stack: Stack) => [S3Access.read(imported(stack), { prefixes: ['in'] })]): Scene {
  return (stack) => {
    new VendorS3AccessRole(stack, 'Access', { vendor: VENDOR, externalId: EXTERNAL_ID, access: declared(stack), ...props });
  };
}

function access(declared: (stack: Stack) => S3Access[]): Scene {
  return role({}, declared);
}

/** Enough for an inline policy and at least one managed policy. */
function longPrefixes(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${'long-folder-name/'.repeat(6)}customer-${100 + i}`);
}
