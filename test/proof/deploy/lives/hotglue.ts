import { deepStrictEqual, ok } from 'assert';
import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { beside, buckets, HOSTILE, HOSTILE_NEIGHBOURS, role, use, uses } from './common';
import { S3Access, S3KeyScope, VendorS3AccessUser, VendorS3PolicyPlacement } from '../../../../src';
import { get, list, Probe, put } from '../../../support/probe';
import { HOTGLUE } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';
import { Account } from '../account';
import { CompleteStage, Grant, Life } from '../life';
import { Deployed } from '../read-back';

const { example } = HOTGLUE;

function reading(bucket: string, folder: string): Probe[] {
  return uses(HOTGLUE, 'read', bucket, folder);
}

function writing(bucket: string, folder: string): Probe[] {
  return uses(HOTGLUE, 'write', bucket, folder);
}

const GRANTS: Readonly<Record<string, Grant>> = {
  fetch: {
    declare: (data) => S3Access.read(data('Data'), { prefixes: ['incoming/orders', HOSTILE] }),
    opens: (at) => [
      ...reading(at.bucket('Data'), 'incoming/orders'),
      ...reading(at.bucket('Data'), HOSTILE),
      use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Data')}/incoming/orders/1.csv`),
    ],
  },
  export: {
    declare: (data) => S3Access.write(data('Data'), { keys: [S3KeyScope.template('exports/{tenant}/{full_date}', { tenant: 'acme' })] }),
    opens: (at) => [
      ...writing(at.bucket('Data'), 'exports/acme/20261120'),
      use('kms:GenerateDataKey', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Data')}/exports/acme/20261120/1.csv`),
    ],
  },
  incoming: {
    declare: (data) => S3Access.read(data('Data'), { prefixes: ['incoming'] }),
    opens: (at) => [...reading(at.bucket('Data'), 'incoming/orders'), ...reading(at.bucket('Data'), 'incoming/returns'), get('incoming/orders-secret/1', { bucket: at.bucket('Data') }), list('incoming/', { bucket: at.bucket('Data') })],
  },
  lake: {
    declare: (data) => S3Access.readWrite(data('Lake'), { prefixes: ['bronze'] }),
    opens: (at) => uses(HOTGLUE, 'readWrite', at.bucket('Lake'), 'bronze'),
  },
};

const common = {
  data: buckets((stack, name) => (name === 'Data' ? { encryptionKey: new Key(stack, 'Key') } : {})),
  grants: GRANTS,
  never: ((at) => [
    ...beside(at.bucket('Data'), 'incoming'),
    ...beside(at.bucket('Lake'), 'bronze'),
    ...HOSTILE_NEIGHBOURS.map((key) => get(key, { bucket: at.bucket('Data') })),
    put('incoming/orders/1', { bucket: at.bucket('Data') }),
    put('exports/other/20261120/1', { bucket: at.bucket('Data') }),
    put('exports/acme/2026/1', { bucket: at.bucket('Data') }),
    get('exports/acme/20261120/1', { bucket: at.bucket('Data') }),
    use('kms:GenerateDataKey', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Data')}/incoming/orders/1.csv`),
    use('kms:Decrypt', at.keyArn('Key'), `arn:aws:s3:::${at.bucket('Data')}/payroll/1.csv`),
  ]) satisfies Life['never'],
};

/** Fetches and exports, through a role that is there before hotglue has named its own. */
export const HOTGLUE_LIFE: Life = {
  ...common,
  title: HOTGLUE.title,
  by: 'role',
  vendor: (pending) => vendorOf(HOTGLUE.declared(pending ? undefined : example.principalArn)),
  construct: role,
  entrance: { principal: example.caller, others: example.strangers },
  stages: [
    { title: 'created while pending', grants: ['fetch'], pending: true },
    { title: 'live', pending: false, externalIds: [example.externalId] },
    { title: 'exporting as well', grants: ['fetch', 'export'] },
    { title: 'a bucket added', grants: ['fetch', 'export', 'lake'] },
    { title: 'widened', grants: ['fetch', 'incoming', 'export', 'lake'] },
    { title: 'narrowed', grants: ['fetch', 'lake'] },
    { title: 'the external ID in rotation', externalIds: [example.externalId, example.nextExternalId] },
    { title: 'the external ID rotated', externalIds: [example.nextExternalId] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
  ],
};

/** Demands that the one access key is in Secrets Manager, that no output has it, and that it works unless suspended. */
async function demandSecret(account: Account, { user, outputs, resources }: Deployed, { suspended }: CompleteStage): Promise<void> {
  const secret = resources.find(({ type }) => type === 'AWS::SecretsManager::Secret')!;
  const { SecretString } = await account.clients.json('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: secret.physicalId });
  const { accessKeyId, secretAccessKey, ...others } = JSON.parse(SecretString);
  deepStrictEqual(user.accessKeys, [{ id: accessKeyId, active: !suspended }]);
  deepStrictEqual(others, {});
  ok(/^\S{40}$/.test(secretAccessKey), 'the secret holds no secret access key');
  ok(!JSON.stringify(outputs).includes(secretAccessKey), 'an output holds the secret access key');
  deepStrictEqual(user.groups, resources.filter(({ type }) => type === 'AWS::IAM::Group').map(({ physicalId }) => physicalId));
}

/** The same with an access key. */
export const HOTGLUE_USER_LIFE: Life = {
  ...common,
  title: `${HOTGLUE.title}, by access key`,
  by: 'user',
  vendor: () => vendorOf(HOTGLUE.declared()),
  construct: (stack: Stack, { access, vendor, suspended, managed }) => {
    const policyPlacement = managed ? VendorS3PolicyPlacement.MANAGED : VendorS3PolicyPlacement.INLINE;
    new VendorS3AccessUser(stack, 'Access', { access, vendor, suspended, policyPlacement });
  },
  inspect: { title: 'with its key in the secret and nowhere else', demand: demandSecret },
  stages: [
    { title: 'created', grants: ['fetch', 'export'] },
    { title: 'a bucket added', grants: ['fetch', 'export', 'lake'] },
    { title: 'widened', grants: ['fetch', 'incoming', 'export', 'lake'] },
    { title: 'narrowed', grants: ['fetch', 'lake'] },
    { title: 'suspended', suspended: true },
    { title: 'resumed', suspended: false },
    { title: 'moved to managed policies', managed: true },
  ],
};
