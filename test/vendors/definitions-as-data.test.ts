import { readFileSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  S3Access, S3KeyScope, Vendor, VendorDefinition, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess,
} from '../../src';

const fixture = (file: string) => join(__dirname, 'fixtures', file);
const parsed = (file: string): VendorDefinition => JSON.parse(readFileSync(fixture(file), 'utf8'));

/** Everything that a vendor can be used for, in one stack; what it does not support is left out. */
function template(vendor: Vendor, { writes = false, externalId = true, methods = ['role'] }: Use): string {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const bucket = new Bucket(stack, 'Bucket');
  const access = [
    S3Access.read(bucket, { prefixes: ['in'], keys: [S3KeyScope.template('by-day/{full_date}')], encryptionKeys: [new Key(stack, 'Key')] }),
    ...(writes ? [S3Access.write(bucket, { prefixes: ['out'] })] : []),
  ];
  if (methods.includes('role')) {
    new VendorS3AccessRole(stack, 'Role', { vendor, access, externalId: externalId ? 'k3J-2f9a' : undefined });
  }
  if (methods.includes('bucketPolicy')) {
    new VendorS3BucketAccess(stack, 'BucketAccess', { vendor, access });
  }
  if (methods.includes('accessKey')) {
    new VendorS3AccessUser(stack, 'User', { vendor, access });
  }
  return JSON.stringify(Template.fromStack(stack).toJSON(), undefined, 1);
}

interface Use {
  readonly writes?: boolean;
  readonly externalId?: boolean;
  readonly methods?: ReadonlyArray<'role' | 'bucketPolicy' | 'accessKey'>;
}

const VENDORS: ReadonlyArray<readonly [string, () => Vendor, Use, json: string, yaml: string]> = [
  ['cloudglue', () => Vendors.cloudglue(), { writes: true }, 'cloudglue.json', 'cloudglue.yaml'],
  [
    'hotglue', () => Vendors.hotglue({ principalArn: 'arn:aws:iam::555544443333:role/hotglue-runner' }),
    { writes: true, methods: ['role', 'accessKey'] }, 'hotglue.json', 'hotglue.yaml',
  ],
  [
    'coactive', () => Vendors.coactive({ roleArn: 'arn:aws:iam::666677778888:role/coactive-ingest' }),
    { externalId: false, methods: ['role', 'bucketPolicy'] }, 'coactive.json', 'coactive.yaml',
  ],
  ['creativeForce', () => Vendors.creativeForce(), { writes: true }, 'creative-force.json', 'creative-force.yaml'],
  ['apperate', () => Vendors.apperate({ userArn: 'arn:aws:iam::222233334444:user/apperate-workspace-17' }), {}, 'apperate.json', 'apperate.yml'],
];

describe.each(VENDORS)('Vendors.%s', (_name, factory, use, json, yaml) => {
  test.each([
    ['plain data', () => Vendor.fromDefinition(parsed(json))],
    [`the file ${json}`, () => Vendor.fromDefinitionFile(fixture(json))],
    [`the file ${yaml}`, () => Vendor.fromDefinitionFile(fixture(yaml))],
    ['its own definition', () => Vendor.fromDefinition(factory().definition)],
    ['its own definition, by way of JSON', () => Vendor.fromDefinition(JSON.parse(JSON.stringify(factory().definition)))],
  ])('gives byte for byte the template that %s gives', (_source, vendor) => {
    expect(template(vendor(), use)).toBe(template(factory(), use));
  });

  test('says the same about itself as the data', () => {
    const { externalIdIssuer, ...facts } = parsed(json);
    expect(factory().definition).toMatchObject(facts);
    expect(factory().definition.externalIdIssuer).toBe(externalIdIssuer);
  });

  test('differs from any other vendor, so that the comparison can fail', () => {
    const other = Vendor.fromDefinition({ ...parsed(json), name: 'Another' });
    expect(template(other, use)).not.toBe(template(factory(), use));
  });
});
