import { App, Duration, Environment, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ManagedPolicy, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { lineDifference, templateLines } from './template-lines';
import {
  S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3BucketAccess, VendorS3BucketPolicies,
  VendorS3PolicyPlacement,
} from '../../src';
import { ACCOUNT, CREDENTIALS, OTHER_ACCOUNT, templateOf } from '../cooperation/support';

const FOREIGN_KEY = `arn:aws:kms:eu-west-1:${OTHER_ACCOUNT}:key/11112222-3333-4444-5555-666677778888`;

/** The whole template of a role on an imported bucket, so that it holds nothing but what the library makes. */
function role(props: Partial<VendorS3AccessRoleProps> = {}, options: S3AccessOptions = { prefixes: ['in'] }): unknown {
  return template((stack) => ({ access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), options)], ...props }));
}

function template(props: (stack: Stack) => Partial<VendorS3AccessRoleProps> & { access: S3Access[] }, env?: Environment): unknown {
  const stack = new Stack(new App(), 'Stack', { env });
  new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, ...props(stack) });
  return templateOf(stack);
}

let least: unknown;
beforeAll(() => {
  least = role();
});

/** What a template has that the least one has not, and the other way round: the rest would be said again and again. */
function beside(declared: unknown): string {
  return lineDifference(declared, least).join('\n');
}

function whole(declared: unknown): string {
  return templateLines(declared).join('\n');
}

describe('the template of a role', () => {
  test('of the least that can be declared', () => {
    expect(whole(least)).toMatchSnapshot();
  });

  test('whose external ID is being rotated', () => {
    expect(beside(role({ nextExternalId: 'm8Q-7b1c' }))).toMatchSnapshot();
  });

  test('that is suspended', () => {
    expect(beside(role({ suspended: true }))).toMatchSnapshot();
  });

  test('that expires, and is assumed from some addresses only', () => {
    expect(beside(role({ expiresAt: new Date('2999-12-31T23:59:59Z'), allowedSourceIps: ['203.0.113.0/24', '2001:db8::/32'] }))).toMatchSnapshot();
  });

  test('that trusts others, each with its own external ID', () => {
    expect(beside(role({
      vendor: Vendor.account('123456789012', { principalArns: ['arn:aws:iam::123456789012:role/ingest-*'], organizationId: 'o-a1b2c3d4e5' }),
      additionalTrust: [
        { vendor: Vendor.role('arn:aws:iam::111122223333:role/reader'), externalId: 'reader-id', nextExternalId: 'reader-id-2' },
        { vendor: Vendor.user('arn:aws:iam::222233334444:user/auditor'), externalId: 'auditor-id' },
      ],
    }))).toMatchSnapshot();
  });

  test('without an external ID, for a reason', () => {
    expect(beside(role({ externalId: undefined, withoutExternalId: 'An account of our own' }))).toMatchSnapshot();
  });

  test('with managed policies', () => {
    expect(beside(role({ policyPlacement: VendorS3PolicyPlacement.MANAGED }))).toMatchSnapshot();
  });

  test('whose permissions overflow into managed policies', () => {
    const prefixes = Array.from({ length: 24 }, (_, i) => `${'long-folder-name/'.repeat(12)}customer-${10 + i}`);
    // What the policies say, and that they keep to their quotas, is for test/semantics/placement.test.ts.
    const others = lineDifference(role({}, { prefixes }), least).filter((line) => !line.includes('.Statement: '));
    expect(others.join('\n')).toMatchSnapshot();
  });

  test('with a name, path, description, session duration and permissions boundary', () => {
    expect(beside(template((stack) => ({
      access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { wholeBucket: true })],
      roleName: 'vendor-reader',
      path: '/third-parties/',
      description: 'Lets the vendor read',
      maxSessionDuration: Duration.hours(4),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'third-party-boundary'),
    })))).toMatchSnapshot();
  });

  test('with every option of access', () => {
    expect(beside(template((stack) => ({
      access: [S3Access.readWrite(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
        prefixes: ['in'], versions: true, tagging: true, acl: true, delete: true, multipartListing: true, bucketOwner: OTHER_ACCOUNT,
      })],
      bucketPolicies: VendorS3BucketPolicies.NEVER,
    })))).toMatchSnapshot();
  });

  test('without pin, TLS and listing', () => {
    expect(beside(role({}, { wholeBucket: true, pinBucketOwner: false, requireTls: false, list: false }))).toMatchSnapshot();
  });

  test('of templates and other key scopes', () => {
    expect(beside(role({}, {
      keys: [
        S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme' }),
        S3KeyScope.template('{tap}/{date}'),
        S3KeyScope.startingWith('data_'),
        S3KeyScope.object('manifest.json'),
        S3KeyScope.folder('odd*name/with?and$'),
      ],
    }))).toMatchSnapshot();
  });

  test('with outputs off', () => {
    expect(beside(role({ outputs: false }))).toMatchSnapshot();
  });

  test('with exported outputs', () => {
    expect(beside(role({ exportOutputs: true }))).toMatchSnapshot();
  });
});

describe('the template of a role with a KMS key', () => {
  const write = (bucket: IBucket, options: S3AccessOptions = {}) => ({ access: [S3Access.readWrite(bucket, { prefixes: ['in'], ...options })] });

  test('of the app, which leaves everything to IAM', () => {
    expect(beside(template((stack) => write(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') }))))).toMatchSnapshot();
  });

  test('of the app, with a policy that leaves nothing to IAM', () => {
    const policy = new PolicyDocument({
      statements: [new PolicyStatement({ actions: ['kms:DescribeKey'], principals: [new AccountPrincipal(ACCOUNT)], resources: ['*'] })],
    });
    expect(beside(template((stack) => write(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key', { policy }) }))))).toMatchSnapshot();
  });

  test('that was imported', () => {
    expect(beside(template((stack) => write(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
      encryptionKeys: [Key.fromKeyArn(stack, 'Key', FOREIGN_KEY)],
    })))).toMatchSnapshot();
  });

  test('given by alias', () => {
    expect(beside(template((stack) => write(Bucket.fromBucketName(stack, 'Data', 'customer-data'), {
      encryptionKeys: [Alias.fromAliasName(stack, 'Alias', 'alias/data')],
    }), { account: ACCOUNT, region: 'eu-west-1' }))).toMatchSnapshot();
  });
});

describe('the template of a role on a bucket', () => {
  test('in another account, whose owner gets the statements handed off', () => {
    expect(beside(template((stack) => ({
      access: [S3Access.read(Bucket.fromBucketAttributes(stack, 'Foreign', {
        bucketName: 'foreign-data', account: OTHER_ACCOUNT, encryptionKey: Key.fromKeyArn(stack, 'Key', FOREIGN_KEY),
      }), { prefixes: ['shared'] })],
    }), { account: ACCOUNT, region: 'eu-west-1' }))).toMatchSnapshot();
  });

  test('whose policy always names the role', () => {
    expect(beside(template((stack) => ({
      access: [S3Access.read(new Bucket(stack, 'Data'), { prefixes: ['in'] })], bucketPolicies: VendorS3BucketPolicies.ALWAYS,
    })))).toMatchSnapshot();
  });

  test('of the app in another account, both stacks', () => {
    // A feature flag writes out the partition of a known region.
    const app = new App({ postCliContext: { '@aws-cdk/core:enablePartitionLiterals': false } });
    const data = new Stack(app, 'Data', { env: { account: OTHER_ACCOUNT, region: 'eu-west-1' } });
    const stack = new Stack(app, 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
    const bucket = new Bucket(data, 'Data', { bucketName: 'far-data' });
    new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, roleName: 'vendor-role', access: [S3Access.read(bucket, { prefixes: ['in'] })] });
    expect({ role: beside(templateOf(stack)), data: whole(templateOf(data)) }).toMatchSnapshot();
  });
});

describe('the template of a grant in bucket policies', () => {
  test('with a KMS key of the app', () => {
    const stack = new Stack(new App(), 'Stack');
    new VendorS3BucketAccess(stack, 'Access', {
      vendor: CREDENTIALS.vendor, access: [S3Access.read(new Bucket(stack, 'Data', { encryptionKey: new Key(stack, 'Key') }), { prefixes: ['out'] })],
    });
    expect(whole(templateOf(stack))).toMatchSnapshot();
  });

  test('that is suspended', () => {
    const stack = new Stack(new App(), 'Stack');
    new VendorS3BucketAccess(stack, 'Access', {
      vendor: CREDENTIALS.vendor, suspended: true, access: [S3Access.read(new Bucket(stack, 'Data'), { prefixes: ['out'] })],
    });
    expect(whole(templateOf(stack))).toMatchSnapshot();
  });
});
