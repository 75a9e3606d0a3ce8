import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EXTERNAL_ID, KEY, kitTemplate, KNOWN_VENDORS, KnownVendor, launched, vendorParameters } from './support';
import { S3Access, VendorS3AccessRole } from '../../../src';
import { S3_ACTIONS } from '../../../src/policy/aws';
import { assume, Assumption, Caller, KeyProbe } from '../../support/caller';
import { ourRole, STRANGER } from '../../support/comparison';
import { CUSTOMER, DeployedTemplate, REGION } from '../../support/deployed-template';
import { TemplateJson } from '../../support/intrinsics';
import { NamedPolicy } from '../../support/policy-document';
import { LEDGER, ORDERS, Probe } from '../../support/probe';

/** One bucket, as it is declared and entered. */
interface Declared {
  readonly bucket: string;
  readonly mode: 'read' | 'write' | 'readWrite';
  readonly prefix?: string;
  readonly key?: string;
}

function construct(vendor: KnownVendor, declared: readonly Declared[]): DeployedTemplate {
  const stack = new Stack(new App(), 'Stack', { env: { account: CUSTOMER, region: REGION } });
  new VendorS3AccessRole(stack, 'Access', {
    vendor: vendor.construct,
    externalId: vendor.externalId,
    access: declared.map(({ bucket, mode, prefix, key }, i) => S3Access[mode](Bucket.fromBucketName(stack, `Bucket${i}`, bucket), {
      ...(prefix === undefined ? { wholeBucket: true } : { prefixes: [prefix] }),
      ...(key === undefined ? {} : { encryptionKeys: [Key.fromKeyArn(stack, `Key${i}`, key)] }),
    })),
  });
  return DeployedTemplate.of(stack);
}

function kit(json: TemplateJson, vendor: KnownVendor, declared: readonly Declared[]): DeployedTemplate {
  const parameters = declared.map(({ bucket, mode, prefix, key }, i): Record<string, string> => {
    const number = i === 0 ? '' : String(i + 1);
    return {
      [`BucketName${number}`]: bucket,
      ...(vendor.modes.length > 1 ? { [`AccessMode${number}`]: mode } : {}),
      [`Prefix${number}`]: prefix ?? '*',
      ...(key === undefined ? {} : { [`KmsKeyArn${number}`]: key }),
    };
  });
  return launched(json, Object.assign({}, vendorParameters(vendor), ...parameters));
}

const OBJECT_KEYS = ['raw/a.mp4', 'raw/b/c', 'raw/', 'raw', 'raw-secret/a', 'a', 'x/raw/a'];
const LISTINGS = [undefined, '', 'raw', 'raw/', 'raw/b', 'raw-secret/', 'x/'];
const INSIDE = { bucket: ORDERS, key: 'raw/a.mp4' };

/** Requests of every kind: inside, just outside, and wholly elsewhere. */
function s3Probes(): Probe[] {
  const all = Object.keys(S3_ACTIONS);
  const byLevel = (level: string) => all.filter((action) => S3_ACTIONS[action].level === level);
  const onObjects = byLevel('object').flatMap((action) => OBJECT_KEYS.map((key): Probe => ({
    action, bucket: ORDERS, key, context: action === 's3:PutObjectAcl' ? { 's3:x-amz-acl': 'bucket-owner-full-control' } : {},
  })));
  const onBucket = [...byLevel('listing'), ...byLevel('bucket')].flatMap((action) => LISTINGS.map((prefix): Probe => ({
    action, bucket: ORDERS, context: prefix === undefined || S3_ACTIONS[action].level === 'bucket' ? {} : { 's3:prefix': prefix },
  })));
  const plain = [...onObjects, ...onBucket];
  const once = plain.filter(({ key, context }) => (key === undefined ? ['raw/', undefined].includes(context!['s3:prefix'] as string) : key === INSIDE.key));
  const companion = { bucket: 'cloudglue-external-transfer', owner: '992382634011' };
  return [
    ...plain,
    ...once.map((probe) => ({ ...probe, bucket: LEDGER })),
    ...once.map((probe) => ({ ...probe, owner: STRANGER })),
    ...once.map((probe) => ({ ...probe, context: { ...probe.context, 'aws:SecureTransport': 'false' } })),
    ...once.map((probe) => ({ ...probe, ...companion })),
    ...once.map((probe) => ({ ...probe, bucket: companion.bucket })),
    ...['AES256', 'aws:kms', 'aws:kms:dsse'].map((header) => ({ ...INSIDE, action: 's3:PutObject', context: { 's3:x-amz-server-side-encryption': header } })),
    { ...INSIDE, action: 's3:PutObject', context: { 's3:x-amz-server-side-encryption-customer-algorithm': 'AES256' } },
    { ...INSIDE, action: 's3:PutObjectAcl', context: { 's3:x-amz-acl': 'public-read' } },
    { ...INSIDE, action: 's3:PutObjectAcl' },
    { ...INSIDE, action: 's3:PutBucketPolicy', key: undefined },
    { ...INSIDE, action: 's3:GetObjectAcl' },
  ];
}

const OTHER_KEY = KEY.replace('1234abcd', '9999abcd');

function keyProbes(): KeyProbe[] {
  const contexts = [ORDERS, `${ORDERS}/raw/a.mp4`, `${ORDERS}/raw-secret/a`, `${ORDERS}/a`, LEDGER, `${LEDGER}/raw/a`].map((place) => `arn:aws:s3:::${place}`);
  return (['kms:Decrypt', 'kms:GenerateDataKey', 'kms:Encrypt'] as const).flatMap((action): KeyProbe[] => [
    ...contexts.map((encryptionContext) => ({ action, keyArn: KEY, encryptionContext })),
    { action, keyArn: KEY },
    { action, keyArn: OTHER_KEY, encryptionContext: contexts[1] },
    { action, keyArn: KEY, encryptionContext: contexts[1], viaService: null },
    { action, keyArn: KEY, encryptionContext: contexts[1], viaService: 's3.us-east-1.amazonaws.com' },
    { action, keyArn: KEY, encryptionContext: contexts[1], viaService: `ec2.${REGION}.amazonaws.com` },
  ]);
}

/** Documents as IAM sees them: how statements are spread and ordered does not matter, and a list of one is its item. */
function normal(policies: readonly NamedPolicy[]): string {
  const plain = (_: string, value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] as unknown : value);
  return policies.flatMap(({ policy }) => policy.Statement.map((statement) => JSON.stringify(statement, plain))).sort().join('\n');
}

const asked = new Map<string, Promise<string[]>>();

/** What the role of a template may do, as text, so that a difference shows. Of roles with the same policies one is asked. */
async function allowed(template: DeployedTemplate): Promise<string[]> {
  // Policies of buckets would have a say, too.
  expect(template.ids('AWS::S3::BucketPolicy')).toEqual([]);
  const policies = normal(template.identityPolicies(template.id('AWS::IAM::Role')));
  const answers = asked.get(policies) ?? ask(ourRole(template));
  asked.set(policies, answers);
  return answers;
}

async function ask(role: Caller): Promise<string[]> {
  const found: string[] = [];
  for (const probe of s3Probes()) {
    if (await role.request(probe) === 'allowed') {
      found.push(JSON.stringify(probe));
    }
  }
  for (const probe of keyProbes()) {
    if (await role.use(probe) === 'allowed') {
      found.push(JSON.stringify(probe));
    }
  }
  return found;
}

describe.each(Object.entries(KNOWN_VENDORS))('the template of %s', (_name, vendor) => {
  let json: TemplateJson;
  beforeAll(() => {
    json = kitTemplate(vendor.kit, { slots: 3 });
  });

  const ways = vendor.modes.flatMap((mode) => ['raw', undefined].flatMap((prefix) => [KEY, undefined].map((key) => ({ bucket: ORDERS, mode, prefix, key }))));
  test.each(ways)('grants exactly what the construct does: $mode, prefix $prefix, key $key', async (declared) => {
    const ours = await allowed(kit(json, vendor, [declared]));
    const total = s3Probes().length + keyProbes().length;
    expect(ours).toEqual(await allowed(construct(vendor, [declared])));
    // Neither nothing nor everything.
    expect(ours.length).toBeGreaterThan(2);
    expect(ours.length).toBeLessThan(total / 3);
  });

  test('grants exactly what the construct does: several buckets', async () => {
    const [first] = vendor.modes;
    const last = vendor.modes[vendor.modes.length - 1];
    const declared: Declared[] = [
      { bucket: LEDGER, mode: first, prefix: 'raw' },
      { bucket: ORDERS, mode: last, prefix: 'x/raw', key: KEY },
      { bucket: ORDERS, mode: first, prefix: 'raw' },
    ];
    expect(await allowed(kit(json, vendor, declared))).toEqual(await allowed(construct(vendor, declared)));
  });

  test('takes the narrowest mode where none is chosen', async () => {
    const untouched = launched(json, { ...vendorParameters(vendor), BucketName: ORDERS, Prefix: '*' });
    expect(await allowed(untouched)).toEqual(await allowed(construct(vendor, [{ bucket: ORDERS, mode: 'read' }])));
  });

  const { principal } = vendor;
  const attempts: Record<string, Assumption> = {
    'with the right ID': { principal, externalId: vendor.externalId },
    'with a wrong ID': { principal, externalId: 'another-customer' },
    'without an ID': { principal },
    'with an empty ID': { principal, externalId: '' },
    'from another account': { principal: `arn:aws:iam::${STRANGER}:role/connector`, externalId: vendor.externalId },
    'from another principal of its account': { principal: `${principal}-2`, externalId: vendor.externalId },
    'with a session tag': { principal, externalId: vendor.externalId, tags: { a: 'b' } },
  };
  test.each(Object.entries(attempts))('lets the vendor in as the construct does: %s', async (title, attempt) => {
    const declared: Declared[] = [{ bucket: ORDERS, mode: vendor.modes[0] }];
    const verdict = await assume(kit(json, vendor, declared), attempt);
    expect(verdict).toBe(await assume(construct(vendor, declared), attempt));
    const lenient = title.includes('another principal') ? principal.includes('992382634011') : vendor.externalId === undefined && / ID$/.test(title);
    expect(verdict).toBe(title === 'with the right ID' || lenient ? 'allowed' : 'denied');
  });

  test('has the description, and the name where the vendor demands one, of the construct\'s role', () => {
    const declared: Declared[] = [{ bucket: ORDERS, mode: vendor.modes[0] }];
    const [ours, theirs] = [kit(json, vendor, declared), construct(vendor, declared)].map((template) => template.properties(template.id('AWS::IAM::Role')));
    expect([ours.Description, ours.RoleName]).toEqual([theirs.Description, theirs.RoleName]);
  });
});

test('an external ID that is derived from the stack is that of no other stack', async () => {
  const { kit: vendor, principal } = KNOWN_VENDORS.Cloudglue;
  const json = kitTemplate(vendor, { externalId: 'derived' as any });
  const template = launched(json, { BucketName: ORDERS, Prefix: '*' });
  const { Value: externalId } = template.outputs.ExternalId;
  expect(externalId).toBe('0f3c9a10-1111-4222-8333-444455556666');
  expect(await assume(template, { principal, externalId })).toBe('allowed');
  expect(await assume(template, { principal, externalId: EXTERNAL_ID })).toBe('denied');
  expect(await assume(template, { principal })).toBe('denied');

  const entered = launched(json, { BucketName: ORDERS, Prefix: '*', ExternalId: EXTERNAL_ID });
  expect(entered.outputs.ExternalId.Value).toBe(EXTERNAL_ID);
  expect(await assume(entered, { principal, externalId: EXTERNAL_ID })).toBe('allowed');
  expect(await assume(entered, { principal, externalId })).toBe('denied');
});
