import { App, CfnElement, CfnParameter, Lazy, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRole, VendorS3AccessUser, VendorS3PolicyPlacement } from '../../src';

/** The rule that objects to wildcards. */
export const RULE = 'AwsSolutions-IAM5';

/** What every case passes on to its construct. */
export interface CaseProps {
  readonly vendor: Vendor;
  readonly externalId: string;
  readonly acknowledgeWildcards: boolean;
}

/** A construct whose policies hold wildcards. */
export interface Case {
  readonly name: string;
  /** The least number of wildcards that show that the case is what it claims to be. */
  readonly count: number;
  readonly build: (app: App, props: CaseProps) => VendorS3AccessRole | VendorS3AccessUser;
}

function rename(element: unknown, logicalId: string): void {
  (element as CfnElement).overrideLogicalId(logicalId);
}

const manyPrefixes = Array.from({ length: 400 }, (_, i) => `tenants/customer-${String(i).padStart(4, '0')}/incoming/files`);

/** Every way in which a wildcard comes into a policy. */
export const CASES: Case[] = [
  {
    name: 'whole buckets and prefixes',
    count: 3,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const [a, b] = [new Bucket(stack, 'A'), new Bucket(stack, 'B')];
      return new VendorS3AccessRole(stack, 'Access', {
        ...props, access: [S3Access.read(a, { wholeBucket: true }), S3Access.readWrite(b, { prefixes: ['x', 'y/z'], versions: true, tagging: true })],
      });
    },
  },
  {
    name: 'logical IDs overridden before and after',
    count: 2,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const early = new Bucket(stack, 'Early');
      rename(early.node.defaultChild, 'EarlyBucket');
      const late = new Bucket(stack, 'Late', { encryptionKey: new Key(stack, 'Key') });
      const access = new VendorS3AccessRole(stack, 'Access', { ...props, access: [S3Access.read(early, { wholeBucket: true }), S3Access.write(late, { wholeBucket: true })] });
      rename(late.node.defaultChild, 'LateBucket');
      rename(late.encryptionKey!.node.defaultChild, 'LateKey');
      rename(access.role.node.defaultChild, 'TheRole');
      rename(access.node.findChild('Policy'), 'ThePolicy');
      return access;
    },
  },
  {
    name: 'imported buckets',
    count: 3,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      return new VendorS3AccessRole(stack, 'Access', {
        ...props,
        access: [
          S3Access.read(Bucket.fromBucketName(stack, 'ByName', 'by-name'), { wholeBucket: true }),
          S3Access.read(Bucket.fromBucketArn(stack, 'ByArn', 'arn:aws:s3:::by-arn'), { prefixes: ['in'] }),
          S3Access.write(Bucket.fromBucketAttributes(stack, 'Foreign', { bucketName: 'foreign', account: '444455556666' }), { wholeBucket: true }),
        ],
      });
    },
  },
  {
    name: 'buckets of another stack',
    count: 2,
    build: (app, props) => {
      const data = new Stack(app, 'Data');
      const stack = new Stack(app, 'Stack');
      return new VendorS3AccessRole(stack, 'Access', {
        ...props,
        access: [
          S3Access.read(new Bucket(data, 'Videos', { encryptionKey: new Key(data, 'Key') }), { prefixes: ['raw'] }),
          S3Access.write(new Bucket(data, 'Exports'), { wholeBucket: true }),
        ],
      });
    },
  },
  {
    name: 'buckets of another region and account',
    count: 1,
    build: (app, props) => {
      const data = new Stack(app, 'Data', { env: { account: '444455556666', region: 'eu-central-1' } });
      const stack = new Stack(app, 'Stack', { env: { account: '777788889999', region: 'eu-west-1' } });
      const bucket = new Bucket(data, 'Videos', { bucketName: 'videos-elsewhere' });
      return new VendorS3AccessRole(stack, 'Access', { ...props, access: [S3Access.read(bucket, { wholeBucket: true })] });
    },
  },
  {
    name: 'KMS keys given by alias',
    count: 3,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const bucket = Bucket.fromBucketName(stack, 'Data', 'customer-data');
      const located = Bucket.fromBucketAttributes(stack, 'Located', { bucketName: 'located', region: 'eu-west-1' });
      return new VendorS3AccessRole(stack, 'Access', {
        ...props,
        access: [
          S3Access.read(bucket, { wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Alias', 'alias/data')] }),
          S3Access.write(located, { prefixes: ['out'], encryptionKeys: [Alias.fromAliasName(stack, 'Other', 'alias/other')] }),
        ],
      });
    },
  },
  {
    name: 'parameters in prefixes, keys and template values',
    count: 4,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const parameter = (id: string) => new CfnParameter(stack, id).valueAsString;
      const bucket = new Bucket(stack, 'Data');
      return new VendorS3AccessRole(stack, 'Access', {
        ...props,
        access: [S3Access.read(bucket, {
          prefixes: [`incoming/${parameter('Tenant')}`, parameter('Whole'), `lazy/${Lazy.string({ produce: () => 'la$zy*' })}`],
          keys: [
            S3KeyScope.object(`manifests/${parameter('Manifest')}`),
            S3KeyScope.startingWith(`data_${parameter('Start')}`),
            S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: parameter('TemplateTenant') }),
          ],
        })],
      });
    },
  },
  {
    name: 'wildcards and dollar signs in keys',
    count: 3,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      return new VendorS3AccessRole(stack, 'Access', {
        ...props,
        access: [S3Access.read(new Bucket(stack, 'Data'), {
          prefixes: ['a*b', 'c?d', 'e$f', '${aws:username}', 'a]b)c}', '[{('],
          keys: [S3KeyScope.object('what?.txt'), S3KeyScope.object('star*.txt'), S3KeyScope.object('}odd{.txt'), S3KeyScope.template('{date}/x')],
        })],
      });
    },
  },
  {
    name: 'managed placement',
    count: 1,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      return new VendorS3AccessRole(stack, 'Access', {
        ...props, policyPlacement: VendorS3PolicyPlacement.MANAGED, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })],
      });
    },
  },
  {
    name: 'an overflow into managed policies',
    count: manyPrefixes.length,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const access = new VendorS3AccessRole(stack, 'Access', {
        ...props, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', 'customer-data'), { prefixes: manyPrefixes })],
      });
      expect(access.policyUsage.managedSizes.length).toBeGreaterThan(1);
      rename(access.node.findChild('ManagedPolicy2'), 'Second');
      return access;
    },
  },
  {
    name: 'access added later that covers the former',
    count: 1,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const bucket = new Bucket(stack, 'Data');
      const access = new VendorS3AccessRole(stack, 'Access', { ...props, access: [S3Access.read(bucket, { prefixes: ['a/b', 'a/c'] })] });
      access.addAccess(S3Access.read(bucket, { prefixes: ['a'] }));
      return access;
    },
  },
  {
    name: 'a nested stack',
    count: 1,
    build: (app, props) => {
      const stack = new Stack(app, 'Stack');
      const nested = new NestedStack(stack, 'Nested');
      return new VendorS3AccessRole(nested, 'Access', { ...props, access: [S3Access.read(new Bucket(stack, 'Data'), { prefixes: ['in'] })] });
    },
  },
  {
    name: 'nested stages',
    count: 1,
    build: (app, props) => {
      const stack = new Stack(new Stage(new Stage(app, 'Outer'), 'Inner'), 'Stack');
      return new VendorS3AccessRole(stack, 'Access', { ...props, access: [S3Access.read(new Bucket(stack, 'Data'), { wholeBucket: true })] });
    },
  },
  {
    name: 'the key pair of a user',
    count: 1,
    build: (app, { vendor, acknowledgeWildcards }) => {
      const stack = new Stack(app, 'Stack');
      return new VendorS3AccessUser(stack, 'Access', {
        vendor, acknowledgeWildcards, access: [S3Access.readWrite(new Bucket(stack, 'Data'), { prefixes: ['in'] })],
      });
    },
  },
];
