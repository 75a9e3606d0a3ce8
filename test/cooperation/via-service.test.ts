import { writeFileSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { ACCOUNT, CREDENTIALS, VENDOR_ACCOUNT } from './support';
import { OneClickStack, S3Access, VendorS3AccessRole } from '../../src';
import { checkSetup } from '../../src/kit/form';
import { PARTITIONS } from '../../src/policy/aws';
import { jsonOf } from '../cli/run-cli';
import { tempFolder } from '../cli/temp-folder';
import { DeployedTemplate } from '../support/deployed-template';
import { DeploymentValues } from '../support/intrinsics';

/** What CloudFormation knows where a stack is deployed: one region of each partition, and one that no table has. */
const PLACES: ReadonlyArray<Pick<DeploymentValues, 'region' | 'partition' | 'urlSuffix'>> = [
  ...PARTITIONS.map((partition) => {
    const { name, domainSuffix } = RegionInfo.regions.find((region) => region.partition === partition)!;
    return { region: name, partition, urlSuffix: domainSuffix! };
  }),
  { region: 'cn-south-1', partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' },
];

const BUCKET = 'customer-data';

const folder = tempFolder();

/** The values of `kms:ViaService` in everything that was found: each once. */
function viaServices(...policies: unknown[]): string[] {
  const found: string[] = [];
  JSON.stringify(policies, (name, value) => {
    if (name === 'kms:ViaService') {
      found.push(...[value].flat());
    }
    return value;
  });
  return [...new Set(found)].sort();
}

function permissions(template: DeployedTemplate): unknown[] {
  return template.ids('AWS::IAM::Role').flatMap((role) => template.identityPolicies(role));
}

describe.each(PLACES)('$partition, $region', ({ region, partition, urlSuffix }) => {
  const keyArn = `arn:${partition}:kms:${region}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const values = { account: ACCOUNT, region, partition, urlSuffix };
  const expected = [`s3.${region}.amazonaws.com`];

  /** What a construct allows, with a key of the stack's own region and with one whose region is told by its ARN. */
  function ofConstruct(env: { readonly region: string; readonly account: string } | undefined): string[][] {
    return [(stack: Stack): IKey => new Key(stack, 'Key'), (stack: Stack) => Key.fromKeyArn(stack, 'Key', keyArn)].map((key) => {
      const stack = new Stack(new App(), 'Stack', { env });
      new VendorS3AccessRole(stack, 'Access', {
        ...CREDENTIALS, access: [S3Access.readWrite(new Bucket(stack, 'Data'), { wholeBucket: true, encryptionKeys: [key(stack)] })],
      });
      return viaServices(permissions(DeployedTemplate.of(stack, values)));
    });
  }

  test('a construct in a known region', () => {
    expect(ofConstruct({ region, account: ACCOUNT })).toEqual([expected, expected]);
  });

  test('a construct in any region, deployed there', () => {
    expect(ofConstruct(undefined)).toEqual([expected, expected]);
  });

  test('the one-click template, launched there', () => {
    const stack = new OneClickStack(new App(), 'Kit', { vendor: CREDENTIALS.vendor, slots: 3, kit: false });
    const buckets = ['', '2', '3'].map((slot) => ({ [`BucketName${slot}`]: `${BUCKET}${slot}`, [`Prefix${slot}`]: 'in', [`KmsKeyArn${slot}`]: keyArn, [`AccessMode${slot}`]: 'readWrite' }));
    const parameters = Object.assign({ ExternalId: CREDENTIALS.externalId }, ...buckets);
    expect(viaServices(permissions(DeployedTemplate.of(stack, { ...values, parameters })))).toEqual(expected);
  });

  test('the set-up page', () => {
    const stack = new OneClickStack(new App(), 'Kit', { vendor: CREDENTIALS.vendor, kit: false });
    const { setup } = checkSetup(stack._facts, {
      accountId: ACCOUNT,
      region,
      externalId: CREDENTIALS.externalId,
      principalArn: '',
      roleName: '',
      buckets: [
        { bucketName: BUCKET, prefix: 'in', wholeBucket: false, mode: 'readWrite', keyArn },
      ],
    });
    expect(viaServices(setup!.inlinePolicy)).toEqual(expected);
  });

  test('the command line', async () => {
    const given = ['--bucket', BUCKET, '--prefix', 'in', '--mode', 'readWrite', '--key-arn', keyArn, '--external-id', CREDENTIALS.externalId];
    const file = join(folder(), 'vendor.json');
    writeFileSync(file, JSON.stringify({ name: 'Acme', accounts: [VENDOR_ACCOUNT] }));
    const vendor = ['--vendor', file];
    const policies = await jsonOf('policies', ...vendor, ...given, '--account', ACCOUNT, '--region', region);
    expect(viaServices(policies)).toEqual(expected);
    for (const place of [[], ['--region', region, '--account', ACCOUNT]]) {
      const { template } = await jsonOf('template', ...vendor, ...given, ...place);
      expect(viaServices(permissions(new DeployedTemplate(template, values)))).toEqual(expected);
    }
  });
});

test('an imported bucket may lie in another region than the stack, with its key', () => {
  const stack = new Stack(new App(), 'Stack', { env: { account: ACCOUNT, region: 'eu-west-1' } });
  const key = Key.fromKeyArn(stack, 'Key', `arn:aws:kms:us-east-1:${ACCOUNT}:key/0f3c9a10-1111-4222-8333-444455556666`);
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS, access: [S3Access.read(Bucket.fromBucketName(stack, 'Data', BUCKET), { wholeBucket: true, encryptionKeys: [key] })],
  });
  expect(viaServices(DeployedTemplate.of(stack).json)).toEqual(['s3.us-east-1.amazonaws.com']);
});
