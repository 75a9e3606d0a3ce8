import { readFileSync, readdirSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { parse } from 'yaml';
import { jsonOf, outputOf, runCli } from './run-cli';
import { tempFolder } from './temp-folder';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';

const folder = tempFolder();

const ACCOUNT = '111122223333';
const ARN = `arn:aws:iam::${ACCOUNT}:role/vendor`;
const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const CLOUDGLUE = ['--vendor', 'cloudglue', '--external-id', 'k3J-2f9a'];

interface CfnTemplate {
  readonly [section: string]: unknown;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: any }>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>>;
}

async function ready(...args: string[]): Promise<CfnTemplate> {
  return JSON.parse(await outputOf('template', ...args, '--format', 'json'));
}

/** What the policies of a template say, whatever the resources are called. */
function documents({ Resources }: CfnTemplate): unknown[] {
  return Object.values(Resources).map(({ Properties }) => Properties.AssumeRolePolicyDocument ?? Properties.PolicyDocument);
}

/** The same of an app that declares it. */
function declared(props: (stack: Stack) => VendorS3AccessRoleProps, env: { account?: string; region?: string } = {}): unknown[] {
  const stack = new Stack(new App(), 'Stack', { env });
  new VendorS3AccessRole(stack, 'Vendor', props(stack));
  return documents(Template.fromStack(stack).toJSON() as CfnTemplate);
}

const named = (stack: Stack, name: string) => Bucket.fromBucketName(stack, name, name);

describe('template with --bucket', () => {
  test.each<[string, string[], (stack: Stack) => VendorS3AccessRoleProps]>([
    ['a folder', [...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', 'raw'], (stack) => ({
      vendor: Vendors.cloudglue(), externalId: 'k3J-2f9a', access: [S3Access.read(named(stack, 'my-videos'), { prefixes: ['raw'] })],
    })],
    ['a whole bucket to write into', [...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket', '--mode', 'write'], (stack) => ({
      vendor: Vendors.cloudglue(), externalId: 'k3J-2f9a', access: [S3Access.write(named(stack, 'my-videos'), { wholeBucket: true })],
    })],
    ['buckets, each with what follows it', [
      ...CLOUDGLUE, '--bucket', 'one', '--prefix', 'in', '--bucket', 'two', '--whole-bucket', '--mode', 'readWrite', '--key-arn', KEY_ARN, '--bucket', 'one', '--prefix', 'out', '--mode', 'write',
    ], (stack) => ({
      vendor: Vendors.cloudglue(),
      externalId: 'k3J-2f9a',
      access: [
        S3Access.read(named(stack, 'one'), { prefixes: ['in'] }),
        S3Access.readWrite(named(stack, 'two'), { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY_ARN)] }),
        S3Access.write(Bucket.fromBucketName(stack, 'Again', 'one'), { prefixes: ['out'] }),
      ],
    })],
    ['a vendor that is completed', ['--vendor', 'coactive', '--principal', ARN, '--bucket', 'images', '--prefix', 'a*b/é'], (stack) => ({
      vendor: Vendors.coactive({ roleArn: ARN }), access: [S3Access.read(named(stack, 'images'), { prefixes: ['a*b/é'] })],
    })],
    ['a vendor that names its principal later', ['--vendor', 'apperate', '--bucket', 'data', '--whole-bucket'], (stack) => ({
      vendor: Vendors.apperate(), access: [S3Access.read(named(stack, 'data'), { wholeBucket: true })],
    })],
    ['a role with a name', ['--vendor', 'creative-force', '--external-id', 'ab', '--role-name', 'studio', '--bucket', 'assets', '--whole-bucket'], (stack) => ({
      vendor: Vendors.creativeForce(), externalId: 'ab', roleName: 'studio', access: [S3Access.read(named(stack, 'assets'), { wholeBucket: true })],
    })],
  ])('allows what an app would that declares %s', async (_, args, props) => {
    expect(documents(await ready(...args))).toEqual(declared(props));
  });

  test('names the account where it is given, and the key service of the region', async () => {
    const args = [...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket', '--key-arn', KEY_ARN, '--account', ACCOUNT, '--region', 'eu-west-1'];
    expect(documents(await ready(...args))).toEqual(declared((stack) => ({
      vendor: Vendors.cloudglue(),
      externalId: 'k3J-2f9a',
      access: [S3Access.read(named(stack, 'my-videos'), { wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', KEY_ARN)] })],
    }), { account: ACCOUNT, region: 'eu-west-1' }));
  });

  test('is the template alone: no parameters, rules, metadata; names that people can read', async () => {
    const template = await ready(...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket');
    expect(Object.keys(template).sort()).toEqual(['Description', 'Outputs', 'Resources']);
    expect(Object.entries(template.Resources).map(([id, { Type }]) => [id, Type])).toEqual([['Role', 'AWS::IAM::Role'], ['Policy', 'AWS::IAM::Policy']]);
    expect(Object.keys(template.Outputs).sort()).toEqual(['ExternalId', 'Locations', 'RoleArn', 'RoleName']);
    expect(JSON.stringify(template)).not.toMatch(/aws:cdk|[Bb]ootstrap/);
  });

  test('exports outputs under the name of the stack that is deployed', async () => {
    const { Outputs } = await ready(...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket');
    expect(Outputs.RoleArn.Export).toEqual({ Name: { 'Fn::Join': ['', [{ Ref: 'AWS::StackName' }, '-RoleArn']] } });
    expect(Outputs.RoleName.Export).toEqual({ Name: { 'Fn::Join': ['', [{ Ref: 'AWS::StackName' }, '-RoleName']] } });
    expect(Outputs.ExternalId.Export).toBeUndefined();
  });

  test('exports nothing for a vendor that does not look there', async () => {
    const { Outputs } = await ready('--vendor', 'creative-force', '--external-id', 'ab', '--bucket', 'assets', '--whole-bucket');
    expect(Object.values(Outputs).map(({ Export }) => Export)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('is the same each time, in YAML unless JSON is asked for', async () => {
    const args = ['template', ...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', 'raw'];
    const text = await outputOf(...args);
    expect(await outputOf(...args)).toBe(text);
    expect(await outputOf(...args, '--format', 'yaml')).toBe(text);
    expect(text).toContain('        - !Ref Role\n');
    expect((await jsonOf(...args)).template).toEqual(JSON.parse(await outputOf(...args, '--format', 'json')));
  });

  test('warns beside the template, not in it', async () => {
    const { code, out, err } = await runCli('template', '--vendor', 'apperate', '--bucket', 'data', '--whole-bucket');
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: IEX Cloud Apperate has not named its principal yet, and gets no access; give it the role's ARN, then name the principal it answers with\n$/);
    expect(Object.keys(parse(out, { logLevel: 'silent' }))).toEqual(['Description', 'Resources', 'Outputs']);
    expect((await jsonOf('template', '--vendor', 'apperate', '--bucket', 'data', '--whole-bucket')).warnings).toHaveLength(1);
  });

  test.each([['t.json', '{'], ['t.yaml', 'Description:'], ['t', 'Description:']])('writes %s in the form that its name says', async (name, start) => {
    const file = join(folder(), name);
    expect(await outputOf('template', ...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket', '--out', file)).toBe(`${file}\n`);
    expect(readFileSync(file, 'utf8').startsWith(start)).toBe(true);
  });

  test('leaves nothing behind in the folder for temporary files', async () => {
    const own = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vendor-s3-access-'));
    const before = own();
    await ready(...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket');
    await runCli('template', '--vendor', 'cloudglue', '--external-id', 'ab', '--bucket', 'one', '--whole-bucket', '--bucket', 'one', '--whole-bucket');
    expect(own()).toEqual(before);
  });

  test('gives a vendor that only writes its mode, where none is typed', async () => {
    const file = join(folder(), 'writer.json');
    writeFileSync(file, JSON.stringify({ name: 'Acme', accounts: ['999988887777'], modes: ['write'] }));
    const template = await outputOf('template', '--vendor', file, '--external-id', 'k3J-2f9a', '--bucket', 'acme-in', '--prefix', 'in');
    expect(template).toContain('s3:PutObject');
    expect(template).not.toContain('s3:GetObject');
  });

  test.each<[string, string[], string]>([
    ['a folder before its bucket', [...CLOUDGLUE, '--prefix', 'raw', '--bucket', 'my-videos'], 'UsageInvalid: --prefix belongs to the --bucket before it; give --bucket first'],
    ['two folders of one bucket', [...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', 'a', '--prefix', 'b'], 'OptionRepeated: --prefix is given twice for one bucket'],
    ['an empty folder', [...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', ''], 'OptionEmpty: --prefix is empty'],
    ['no place in a bucket', [...CLOUDGLUE, '--bucket', 'my-videos'], 'ScopeMissing --prefix: received no place in the bucket; say where: --prefix, or --whole-bucket'],
    ['a folder and the whole bucket', [...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', 'raw', '--whole-bucket'], 'ScopeMissing --prefix: received --prefix together with --whole-bucket'],
    ['a place for one of two buckets', [...CLOUDGLUE, '--bucket', 'my-videos', '--bucket', 'my-cuts', '--whole-bucket'], 'ScopeMissing --prefix (bucket 1): '],
    ['a folder by the word of a template', [...CLOUDGLUE, '--bucket', 'my-videos', '--prefix', '*'], 'ScopeMissing --prefix: received "*"; if --whole-bucket is meant, say so'],
    ['the same access twice', [...CLOUDGLUE, '--bucket', 'my-videos', '--whole-bucket', '--bucket', 'my-videos', '--whole-bucket'], 'AccessDuplicate '],
    ['a bucket name in upper case', [...CLOUDGLUE, '--bucket', 'My', '--whole-bucket'], 'BucketNameInvalid --bucket: received "My"; '],
    ['a wildcard as bucket', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--bucket', '*', '--whole-bucket'], 'ArnWildcard --bucket (bucket 2): received "*"; '],
    ['a folder with a slash in front', [...CLOUDGLUE, '--bucket', 'one', '--prefix', '/in'], 'KeyLeadingSlash --prefix: received "/in"; '],
    ['a mode that does not exist', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--mode', 'all'], 'ValueTypeInvalid --mode: received "all"; '],
    ['a mode that the vendor does not offer', ['--vendor', 'apperate', '--bucket', 'one', '--whole-bucket', '--mode', 'write'], 'ModeNotSupported --mode: received "write"; '],
    ['a key by its alias', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--key-arn', `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/a`], 'ArnInvalid --key-arn: '],
    ['a key in another region', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--key-arn', KEY_ARN, '--region', 'eu-west-2', '--account', ACCOUNT], 'KmsKeyRegionMismatch '],
    ['no external ID', ['--vendor', 'cloudglue', '--bucket', 'one', '--whole-bucket'], 'ExternalIdMissing --external-id: received nothing; agree on an ID with Cloudglue'],
    ['a placeholder as external ID', ['--vendor', 'cloudglue', '--bucket', 'one', '--whole-bucket', '--external-id', 'YOUR_EXTERNAL_ID'], 'ExternalIdPlaceholder --external-id: '],
    ['an external ID that the vendor never sends', ['--vendor', 'coactive', '--principal', ARN, '--bucket', 'one', '--whole-bucket', '--external-id', 'ab'], 'ExternalIdNotSupported --external-id: '],
    ['another role name than the vendor\'s', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--role-name', 'mine'], 'RoleNameFixed --role-name: received "mine"; '],
    ['an account of 3 digits', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--account', '123'], 'AccountIdInvalid --account: received "123"; '],
    ['a region that is none', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--region', 'europe'], 'RegionInvalid --region: received "europe"; '],
    ['a region in another partition', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--region', 'cn-north-1'], 'PartitionMismatch --region: '],
    ['the vendor\'s own account', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--account', '992382634011'], 'CompanionOwnerInvalid '],
    ['slots', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--slots', '2'], 'UsageInvalid: --slots goes with the one-click template; leave it out, or leave out --bucket'],
    ['no vendor', ['--bucket', 'one', '--whole-bucket'], 'UsageInvalid: --vendor is missing; give it a name of the catalogue or a definition file'],
    ['a vendor that is not known', ['--vendor', 'acme', '--bucket', 'one', '--whole-bucket'], 'VendorUnknown: the catalogue has no vendor "acme"; '],
    ['a principal that is not asked for', [...CLOUDGLUE, '--principal', ARN, '--bucket', 'one', '--whole-bucket'], `UsageInvalid: --principal: received "${ARN}"; Cloudglue names whom to trust itself, so leave it out`],
    ['a user where a role is promised', ['--vendor', 'coactive', '--principal', `arn:aws:iam::${ACCOUNT}:user/x`, '--bucket', 'one', '--whole-bucket'], 'ArnInvalid --principal: '],
    ['a definition file that is not there', ['--vendor', './nowhere.yaml', '--bucket', 'one', '--whole-bucket'], 'DefinitionFileInvalid --vendor: received "./nowhere.yaml"; there is no such file; '],
  ])('fails for %s', async (_, args, says) => {
    const { code, out, err } = await runCli('template', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(`error: ${says}`);
  });

  test('fails for a folder that is not there', async () => {
    const { code, err } = await runCli('template', ...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--out', join(folder(), 'no', 't.yaml'));
    expect(code).toBe(3);
    expect(err).toMatch(/^error: ENOENT: [^\n]+\n$/);
  });

  test('takes a vendor from its definition file', async () => {
    const file = join(folder(), 'acme.yaml');
    writeFileSync(file, await outputOf('vendors', 'creative-force'));
    const args = ['--external-id', 'ab', '--bucket', 'assets', '--whole-bucket'];
    expect(await ready('--vendor', file, ...args)).toEqual(await ready('--vendor', 'creative-force', ...args));
    expect(Vendor.fromDefinitionFile(file).definition.name).toBe('Creative Force');
  });
});
