import { App, Aspects, Stack, Stage, Tags } from 'aws-cdk-lib';
import { CfnRole, ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { EXTERNAL_ID, KEY, kitStack, kitTemplate, KNOWN_VENDORS, launched, written } from './support';
import { OneClickExternalId, OneClickStack, OneClickStackProps, Vendor, VendorDefinition, Vendors } from '../../../src';
import { resolveKit } from '../../../src/kit/form';
import { slotPolicy } from '../../../src/kit/stack/slot-policy';
import { QUOTAS, S3_ACTIONS } from '../../../src/policy/aws';
import { actionsFor, includes, Mode } from '../../../src/policy/grant';
import { ENCRYPTION_HEADERS } from '../../../src/policy/vendor/vendor-data';
import { assume } from '../../support/caller';
import { ourRole, STRANGER } from '../../support/comparison';
import { CUSTOMER, DeployedTemplate } from '../../support/deployed-template';
import { get, list, ORDERS, put } from '../../support/probe';

const PENDING = { BucketName: ORDERS, Prefix: '*' };
const PRINCIPAL = 'arn:aws:iam::555566667777:user/workspace';

function roleOf(template: DeployedTemplate): Record<string, any> {
  return template.properties('Role');
}

describe('a vendor that names its principal later', () => {
  const json = () => kitTemplate(Vendors.apperate());

  test('starts with a role that nobody can assume, and that has its permissions', async () => {
    const template = launched(json(), PENDING);
    expect(template.trustPolicy().Statement).toEqual([{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }]);
    expect(await assume(template, { principal: PRINCIPAL, externalId: '' })).toBe('denied');
    expect(await assume(template, { principal: PRINCIPAL })).toBe('denied');
    expect(await ourRole(template).request(get('a'))).toBe('allowed');
    expect(await ourRole(template).request(put('a'))).toBe('denied');
    expect(Object.keys(template.outputs)).toEqual(['RoleArn', 'RoleName']);
  });

  test('stays pending while only the external ID is there', async () => {
    const template = launched(json(), { ...PENDING, ExternalId: EXTERNAL_ID });
    expect(await assume(template, { principal: PRINCIPAL, externalId: EXTERNAL_ID })).toBe('denied');
    expect(template.outputs.ExternalId.Value).toBe(EXTERNAL_ID);
  });

  test('goes live by an update that keeps the role', async () => {
    const before = launched(json(), PENDING);
    const after = launched(json(), { ...PENDING, VendorPrincipalArn: PRINCIPAL, ExternalId: EXTERNAL_ID });
    expect(after.outputs.RoleArn).toEqual(before.outputs.RoleArn);
    expect({ ...roleOf(after), AssumeRolePolicyDocument: null }).toEqual({ ...roleOf(before), AssumeRolePolicyDocument: null });
    expect(await assume(after, { principal: PRINCIPAL, externalId: EXTERNAL_ID })).toBe('allowed');
    expect(await assume(after, { principal: PRINCIPAL })).toBe('denied');
    expect(await assume(after, { principal: `arn:aws:iam::${STRANGER}:user/workspace`, externalId: EXTERNAL_ID })).toBe('denied');
  });
});

describe('outputs', () => {
  test('are exported by the stack\'s name where the vendor reads them so', () => {
    const template = launched(kitTemplate(Vendors.cloudglue()), { ...PENDING, ExternalId: EXTERNAL_ID }, { stackName: 'Mine' });
    expect(template.outputs).toEqual({
      RoleArn: { Value: `arn:aws:iam::${CUSTOMER}:role/cloudglue-external-s3-access-role`, Export: { Name: 'Mine-RoleArn' } },
      RoleName: { Value: 'cloudglue-external-s3-access-role', Export: { Name: 'Mine-RoleName' } },
      ExternalId: { Value: EXTERNAL_ID },
    });
  });

  test('are not exported otherwise, and name no external ID that the vendor does not send', () => {
    const vendor = Vendors.coactive({ roleArn: 'arn:aws:iam::333344445555:role/coactive' });
    expect(launched(kitTemplate(vendor), { ...PENDING, RoleName: 'mine' }).outputs).toEqual({
      RoleArn: { Value: `arn:aws:iam::${CUSTOMER}:role/mine` },
      RoleName: { Value: 'mine' },
    });
  });
});

test('a folder that is empty, whoever let it past the rules, opens nothing', async () => {
  const parameters = { ...PENDING, Prefix: '', AccessMode: 'readWrite', ExternalId: EXTERNAL_ID, VendorPrincipalArn: 'arn:aws:iam::222233334444:role/hotglue' };
  const role = ourRole(new DeployedTemplate(kitTemplate(Vendors.hotglue()), { parameters }));
  for (const probe of [get('a'), get('a/b'), put('a'), put('a/b'), list(), list(''), list('a/')]) {
    expect([probe, await role.request(probe)]).toEqual([probe, 'denied']);
  }
  const whole = ourRole(new DeployedTemplate(kitTemplate(Vendors.hotglue()), { parameters: { ...parameters, Prefix: '*' } }));
  for (const probe of [get('a'), get('a/b'), put('a'), put('a/b'), list(), list(''), list('a/')]) {
    expect([probe, await whole.request(probe)]).toEqual([probe, 'allowed']);
  }
});

describe('what is left empty is left out', () => {
  const json = () => kitTemplate(Vendors.hotglue(), { slots: 2 });

  test('the name of the role and its boundary', () => {
    expect(Object.keys(roleOf(launched(json(), PENDING)))).toEqual(['AssumeRolePolicyDocument', 'Description', 'Policies']);
    const boundary = `arn:aws:iam::${CUSTOMER}:policy/boundary`;
    expect(roleOf(launched(json(), { ...PENDING, RoleName: 'mine', PermissionsBoundaryArn: boundary }))).toMatchObject({ RoleName: 'mine', PermissionsBoundary: boundary });
  });

  test('the policy of a bucket that is not there', () => {
    const names = (parameters: Record<string, string>) => roleOf(launched(json(), parameters)).Policies.map(({ PolicyName }: any) => PolicyName);
    expect(names(PENDING)).toEqual(['BucketPolicy']);
    expect(names({ ...PENDING, BucketName2: 'acme-two', Prefix2: '*' })).toEqual(['BucketPolicy', 'BucketPolicy2']);
  });

  test('statements about a key, about reading and about writing', () => {
    const actions = (parameters: Record<string, string>) => launched(json(), { ...PENDING, ...parameters }).identityPolicies('Role')
      .flatMap(({ policy }) => policy.Statement.flatMap(({ Action }) => Action)).sort();
    const read = ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'];
    const write = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
    expect(actions({})).toEqual(read);
    expect(actions({ AccessMode: 'write' })).toEqual(write);
    expect(actions({ AccessMode: 'readWrite' })).toEqual([...read, ...write].sort());
    expect(actions({ KmsKeyArn: KEY })).toEqual(['kms:Decrypt', ...read]);
    expect(actions({ KmsKeyArn: KEY, AccessMode: 'write' })).toEqual(['kms:Decrypt', 'kms:GenerateDataKey', ...write]);
  });
});

test('what suspends the role, as the guide says, holds when anything else is changed', () => {
  const json = kitTemplate(Vendors.hotglue(), { slots: 2 });
  const suspended = { ...PENDING, VendorPrincipalArn: PRINCIPAL, ExternalId: EXTERNAL_ID, PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/AWSDenyAll' };
  const changes: ReadonlyArray<Readonly<Record<string, string>>> = [
    {}, { ExternalId: 'another-4712' }, { VendorPrincipalArn: 'arn:aws:iam::555566667777:user/other' }, { RoleName: 'other' }, { BucketName2: 'acme-two', Prefix2: '*' },
  ];
  for (const change of changes) {
    expect(roleOf(launched(json, { ...suspended, ...change })).PermissionsBoundary).toBe(suspended.PermissionsBoundaryArn);
  }
});

const MODE_SETS = [['read'], ['write'], ['readWrite'], ['read', 'write'], ['read', 'readWrite'], ['write', 'readWrite'], ['read', 'write', 'readWrite']];

describe.each(MODE_SETS.map((modes) => [modes.join(' or '), modes] as const))('a vendor with a use for %s', (_, modes) => {
  const json = kitTemplate(Vendor.fromDefinition({ name: 'V', accounts: ['999988887777'], writeActions: ['s3:ListBucket'], modes: modes as any }));

  test.each(modes)('gets the actions of %s where that is chosen, or is all there is', (mode) => {
    const parameters = { ...PENDING, ExternalId: EXTERNAL_ID, KmsKeyArn: KEY, ...(modes.length > 1 ? { AccessMode: mode } : {}) };
    const granted = launched(json, parameters).identityPolicies('Role').flatMap(({ policy }) => policy.Statement.flatMap(({ Action }) => Action));
    const kms = mode === 'read' ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey'];
    expect(granted.sort()).toEqual([...kms, ...actionsFor(mode as Mode, {}, { write: ['s3:ListBucket'] })]);
  });

  test('has conditions for what can be chosen only', () => {
    const chosen = Object.keys(json.Conditions!).filter((name) => name.startsWith('Can'));
    const varies = (half: 'read' | 'write') => modes.some((mode) => includes(mode as Mode, half)) && modes.some((mode) => !includes(mode as Mode, half));
    expect(chosen).toEqual([...(varies('read') ? ['CanRead'] : []), ...(varies('write') ? ['CanWrite'] : [])]);
  });
});

describe('ten buckets of the vendor that asks for most', () => {
  const json = () => kitTemplate(Vendors.creativeForce(), {
    slots: 10, version: '10.20.30', callBack: { account: '092392787187', topicName: 'on-customer-role' }, regions: ['ap-northeast-1', 'eu-west-1'],
  });
  const full = Object.assign({ ExternalId: 'e'.repeat(1224) }, ...Array.from({ length: 10 }, (_, i) => {
    const n = i === 0 ? '' : String(i + 1);
    return {
      [`BucketName${n}`]: `${'b'.repeat(61)}${String(i).padStart(2, '0')}`,
      [`Prefix${n}`]: 'p'.repeat(256),
      [`AccessMode${n}`]: 'readWrite',
      [`KmsKeyArn${n}`]: KEY.replace('eu-west-1', 'ap-northeast-1'),
    };
  }));

  test('fit into what CloudFormation takes directly', () => {
    const size = JSON.stringify(json()).length;
    expect(size).toBeLessThanOrEqual(51_200);
    expect(size).toBeGreaterThan(40_000);
  });

  test('keep IAM\'s quotas with the longest values: inline for two, managed from there on', () => {
    const template = launched(json(), full, { region: 'ap-northeast-1' });
    const sizes = (documents: unknown[]) => documents.map((document) => JSON.stringify(document).length);
    const inline: any[] = roleOf(template).Policies;
    const managed = template.ids('AWS::IAM::ManagedPolicy');
    expect(inline.map(({ PolicyName }) => PolicyName)).toEqual(['BucketPolicy', 'BucketPolicy2']);
    expect(managed).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((n) => `BucketPolicy${n}`));
    expect(sizes(inline.map(({ PolicyDocument }) => PolicyDocument)).reduce((a, b) => a + b)).toBeLessThanOrEqual(10_240);
    sizes(managed.map((id) => template.properties(id).PolicyDocument)).forEach((size) => expect(size).toBeLessThanOrEqual(6144));
    expect(JSON.stringify(template.trustPolicy()).length).toBeLessThanOrEqual(2048);
  });

  test('have managed policies for the buckets that are there alone, which grant as inline ones do', async () => {
    const template = launched(json(), { ...PENDING, ExternalId: EXTERNAL_ID, BucketName5: 'acme-five', Prefix5: 'raw' });
    expect(template.ids('AWS::IAM::ManagedPolicy')).toEqual(['BucketPolicy5']);
    const caller = ourRole(template);
    expect(await caller.request(get('raw/1', { bucket: 'acme-five' }))).toBe('allowed');
    expect(await caller.request(get('x/1', { bucket: 'acme-five' }))).toBe('denied');
    expect(await caller.request(put('raw/1', { bucket: 'acme-five' }))).toBe('denied');
    expect(await caller.request(list('raw/', { bucket: 'acme-six' }))).toBe('denied');
  });
});

test('one bucket of a vendor that asks for all there is fits into a managed policy, whatever is entered', () => {
  const half = (name: 'read' | 'write') => Object.entries(S3_ACTIONS)
    .filter(([, { modes, customerOnly }]) => modes.includes(name) && !customerOnly)
    .map(([action]) => action);
  const definition: unknown = {
    name: 'V', accounts: ['999988887777'], readActions: half('read'), writeActions: half('write'), acceptedEncryption: ENCRYPTION_HEADERS,
  };
  const { maxSize } = slotPolicy(resolveKit(Vendor.fromDefinition(definition as VendorDefinition)).vendor, 10);
  expect(maxSize).toBeGreaterThan(3000);
  expect(maxSize).toBeLessThanOrEqual(QUOTAS.managedPolicy);
});

describe('a large template is said to need S3', () => {
  const warnings = (slots: number, notes: number) => {
    const stack = kitStack(Vendors.creativeForce(), { slots });
    stack.templateOptions.metadata = { Notes: 'n'.repeat(notes) };
    return (stack.node.root as App).synth().getStackArtifact(stack.artifactId).messages.map(({ entry }) => entry.data);
  };
  const START = 'more than the 51200 that CloudFormation takes directly';
  const ID = '\\[ack: cdk-vendor-s3-access:templateNeedsS3\\]';

  test.each([
    ['in both forms', 10, 10_000, [expect.stringMatching(`^the template has \\d{5} bytes, ${START}; it must be launched from S3 ${ID}`)]],
    ['as YAML alone', 10, 1000, [expect.stringMatching(`^the template has \\d{5} bytes as YAML, ${START}; launch it from S3, or take the JSON, which has \\d{5} ${ID}`)]],
    ['in neither form', 6, 0, []],
  ])('%s', (_, slots, notes, expected) => {
    expect(warnings(slots, notes)).toEqual(expected);
  });
});

describe('a later version', () => {
  const v1: VendorDefinition = { name: 'Acme', accounts: ['999988887777'], modes: ['read'] as any };
  const v2: VendorDefinition = {
    ...v1, modes: ['read', 'write'] as any, readActions: ['s3:GetObjectTagging'], principalArns: ['arn:aws:iam::999988887777:role/a-*'],
  };
  const template = (definition: VendorDefinition, slots: number, version: string) =>
    kitTemplate(Vendor.fromDefinition(definition), { slots, version });
  const parameters = { ...PENDING, ExternalId: EXTERNAL_ID, Prefix: 'raw' };

  test('takes the parameters of the present stack, and keeps its role', async () => {
    const [before, after] = [template(v1, 1, '1.0.0'), template(v2, 10, '2.0.0')];
    expect(Object.keys(before.Parameters!).filter((name) => !(name in after.Parameters!))).toEqual([]);
    const [old, updated] = [launched(before, parameters), launched(after, parameters)];
    expect([updated.id('AWS::IAM::Role'), updated.outputs.RoleArn]).toEqual([old.id('AWS::IAM::Role'), old.outputs.RoleArn]);
    // CloudFormation replaces a role for these two alone.
    const { RoleName, Path } = roleOf(updated);
    expect([RoleName, Path]).toEqual([roleOf(old).RoleName, roleOf(old).Path]);
    expect(before.Resources.Role.Properties!.RoleName).toEqual(after.Resources.Role.Properties!.RoleName);
    expect(await ourRole(old).request(get('raw/1'))).toBe('allowed');
    expect(await ourRole(updated).request(get('raw/1'))).toBe('allowed');
    expect(await ourRole(updated).request(put('raw/1'))).toBe('denied');
  });

  test('that offers more modes grants no mode that nobody chose', async () => {
    const writer: VendorDefinition = { ...v1, modes: ['write'] as any };
    const before = template(writer, 1, '1.0.0');
    // An update keeps the values of all parameters that were there, defaults too.
    const kept = Object.fromEntries(Object.entries(before.Parameters!).map(([name, { Default = '' }]) => [name, Default]));
    const updated = launched(template({ ...writer, modes: undefined }, 1, '2.0.0'), { ...kept, ...parameters });
    expect(await ourRole(updated).request(put('raw/1'))).toBe('allowed');
    expect(await ourRole(updated).request(get('raw/1'))).toBe('denied');
  });
});

describe('what the vendor\'s app demands of its own roles', () => {
  const given = { 'Fn::Join': ['', [{ 'Fn::If': ['HasBoundary', { Ref: 'PermissionsBoundaryArn' }, ''] }]] };
  const expected = { 'Fn::If': ['HasBoundary', given, { Ref: 'AWS::NoValue' }] };
  const boundary = (stack: OneClickStack) => written(stack).Resources.Role.Properties!.PermissionsBoundary;

  test('is not demanded of customers: the boundary of the app', () => {
    const stack = kitStack(Vendors.cloudglue());
    PermissionsBoundary.of(stack.node.root).apply(ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
    expect(boundary(stack)).toEqual(expected);
  });

  test('is not demanded of customers: the boundary of a context', () => {
    const app = new App({ analyticsReporting: false, context: { '@aws-cdk/core:permissionsBoundary': { name: 'ours' } } });
    expect(boundary(new OneClickStack(app, 'Kit', { vendor: Vendors.cloudglue(), kit: false }))).toEqual(expected);
  });
});

test('a definition that shows all unfinished uploads is said to', () => {
  const warnings = (definition: Partial<VendorDefinition>) => {
    const stack = kitStack(Vendor.fromDefinition({ name: 'Acme', accounts: ['999988887777'], ...definition }));
    return (stack.node.root as App).synth().getStackArtifact(stack.artifactId).messages.map(({ entry }) => entry.data);
  };
  const writeActions = ['s3:ListBucketMultipartUploads'];
  expect(warnings({ writeActions })).toEqual([expect.stringContaining('cdk-vendor-s3-access:multipartListing')]);
  expect(warnings({ writeActions, modes: ['read'] as any })).toEqual([]);
  expect(warnings({})).toEqual([]);
});

describe('the same input', () => {
  test.each(Object.entries(KNOWN_VENDORS))('gives the same bytes: %s', (_, { kit }) => {
    const text = () => JSON.stringify(kitTemplate(kit, { slots: 4 }));
    expect(text()).toBe(text());
  });

  test('gives the same bytes, in whatever order it is written', () => {
    const definition: VendorDefinition = {
      name: 'Acme', accounts: ['999988887777', '111100002222'], readActions: ['s3:GetObjectVersion', 's3:GetObjectTagging'], writeActions: ['s3:PutObjectTagging', 's3:PutObjectAcl'],
    };
    const reversed = Object.fromEntries(Object.entries(definition).reverse()
      .map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value])) as unknown as VendorDefinition;
    const text = (one: VendorDefinition) => JSON.stringify(kitTemplate(Vendor.fromDefinition(one), { slots: 2 }));
    expect(text(reversed)).toBe(text(definition));
  });

  test('gives the same template wherever the stack is in the app, and whatever the app is for', () => {
    const stage = new Stage(new App(), 'Prod', { env: { account: CUSTOMER, region: 'eu-west-1' } });
    const stack = new OneClickStack(stage, 'Other', { vendor: Vendors.cloudglue(), kit: false });
    const template = (stage.node.root as App).synth().getNestedAssembly('assembly-Prod').getStackArtifact(stack.artifactId).template;
    expect(template).toEqual(kitTemplate(Vendors.cloudglue()));
    expect(stack.account).toMatch(/Token/);
  });
});

test('the template has what the console needs, and nothing of the CDK', () => {
  const json = kitTemplate(Vendors.cloudglue(), { version: '1.2.0' });
  expect(Object.keys(json).sort()).toEqual(['AWSTemplateFormatVersion', 'Conditions', 'Description', 'Metadata', 'Outputs', 'Parameters', 'Resources', 'Rules']);
  expect(Object.keys(json.Resources)).toEqual(['Role']);
  expect(Object.keys(json.Metadata)).toEqual(['AWS::CloudFormation::Interface']);
  expect(json.Description).toBe('Lets Cloudglue reach S3 buckets of this account through an IAM role (version 1.2.0)');
  expect(JSON.stringify(json)).not.toMatch(/cdk|Bootstrap|Token\[/i);
});

test('conditions are those that are used', () => {
  for (const { kit } of Object.values(KNOWN_VENDORS)) {
    const json = kitTemplate(kit, { slots: 3 });
    const rest = JSON.stringify([json.Resources, json.Outputs]);
    expect(Object.keys(json.Conditions!).filter((name) => !rest.includes(`"${name}"`))).toEqual([]);
  }
});

test('a fixed description is taken as it is', () => {
  expect(kitTemplate(Vendors.cloudglue(), { description: 'Ours' }).Description).toBe('Ours');
});

test('tags and aspects of the app act on the role', () => {
  const stack = kitStack(Vendors.cloudglue());
  Tags.of(stack).add('team', 'data');
  const seen: string[] = [];
  Aspects.of(stack).add({ visit: (node) => void (node instanceof CfnRole && seen.push(node.node.id)) });
  expect(written(stack).Resources.Role.Properties).toMatchObject({ Tags: [{ Key: 'team', Value: 'data' }] });
  expect(seen).toEqual(['Role']);
});

describe('in another partition', () => {
  const values = { partition: 'aws-cn', region: 'cn-north-1', urlSuffix: 'amazonaws.com.cn' };

  test('a vendor that declares none is trusted, and its buckets are reached, there', () => {
    const template = launched(kitTemplate(Vendor.account('999988887777')), {
      ...PENDING, ExternalId: EXTERNAL_ID, KmsKeyArn: KEY.replace('arn:aws:', 'arn:aws-cn:').replace('eu-west-1', 'cn-north-1'),
    }, values);
    expect(template.trustPolicy().Statement).toMatchObject([{ Principal: { AWS: 'arn:aws-cn:iam::999988887777:root' } }]);
    const text = JSON.stringify(template.identityPolicies('Role'));
    expect(text).toContain(`arn:aws-cn:s3:::${ORDERS}/*`);
    expect(text).toContain('"kms:ViaService":"s3.cn-north-1.amazonaws.com"');
    expect(text).not.toContain('arn:aws:');
  });

  test('a vendor that declares one is never taken for a stranger with the same account ID', () => {
    const template = launched(kitTemplate(Vendors.cloudglue()), { ...PENDING, ExternalId: EXTERNAL_ID }, values);
    // IAM refuses a principal of another partition, and with it the deployment.
    expect(template.trustPolicy().Statement).toMatchObject([{ Principal: { AWS: 'arn:aws:iam::992382634011:root' } }]);
    expect(JSON.stringify(template.identityPolicies('Role'))).toContain('arn:aws:s3:::cloudglue-external-transfer/*');
    expect(JSON.stringify(template.identityPolicies('Role'))).toContain(`arn:aws-cn:s3:::${ORDERS}/*`);
  });
});

describe('the call-back', () => {
  const callBack = { account: '999988887777', topicName: 'on-role' };
  const regions = ['eu-north-1', 'eu-west-1'];
  const resource = (json: any) => json.Resources.CallBack;

  test('is asked of the vendor\'s topic in the region of the stack, and never on a deletion', () => {
    const json = kitTemplate(Vendors.cloudglue(), { callBack, regions, version: '1.0.0' });
    expect(resource(json)).toMatchObject({ Type: 'Custom::VendorCallBack', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(launched(json, { ...PENDING, ExternalId: EXTERNAL_ID }, { region: 'eu-north-1' }).properties('CallBack')).toEqual({
      ServiceToken: 'arn:aws:sns:eu-north-1:999988887777:on-role',
      ServiceTimeout: 300,
      RoleArn: `arn:aws:iam::${CUSTOMER}:role/cloudglue-external-s3-access-role`,
      ExternalId: EXTERNAL_ID,
      TemplateVersion: '1.0.0',
    });
  });

  test('is asked in the partition of the vendor: in another, its account is somebody else\'s', () => {
    const vendor = Vendor.fromDefinition({ name: 'Acme', accounts: ['999988887777'], partition: 'aws' });
    expect(resource(kitTemplate(vendor, { callBack, regions })).Properties.ServiceToken).toEqual({ 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:999988887777:on-role' });
    expect(() => kitTemplate(vendor, { callBack, regions: ['cn-north-1'] })).toThrow(/^RegionInvalid \[Kit\] regions\[0\]: received "cn-north-1"; /);
  });

  test('is sent again when the external ID comes', () => {
    const json = kitTemplate(Vendors.apperate(), { callBack, regions });
    expect(launched(json, PENDING).properties('CallBack')).not.toHaveProperty('ExternalId');
    expect(launched(json, { ...PENDING, ExternalId: EXTERNAL_ID }).properties('CallBack')).toHaveProperty('ExternalId', EXTERNAL_ID);
  });

  test('sends the external ID that is derived, and none to a vendor that takes none', () => {
    const derived = launched(kitTemplate(Vendors.cloudglue(), { callBack, regions, externalId: OneClickExternalId.STACK_ID }), PENDING);
    expect(derived.properties('CallBack').ExternalId).toBe(derived.outputs.ExternalId.Value);
    const none = Vendors.coactive({ roleArn: 'arn:aws:iam::333344445555:role/coactive' });
    expect(launched(kitTemplate(none, { callBack, regions }), PENDING).properties('CallBack')).not.toHaveProperty('ExternalId');
  });

  test('waits for those policies beside the role that there are', () => {
    const json = kitTemplate(Vendors.creativeForce(), { callBack, regions, slots: 4 });
    const waitsFor = (parameters: Readonly<Record<string, string>>) => {
      const template = launched(json, { ...PENDING, ExternalId: EXTERNAL_ID, ...parameters });
      expect(template.ids('Custom::VendorCallBack')).toEqual(['CallBack']);
      const [index, [roleArn, ...others]] = resource(json).Properties.RoleArn['Fn::Select'];
      expect([index, template.properties('CallBack').RoleArn]).toEqual([0, template.arn('Role')]);
      expect(roleArn).toEqual({ 'Fn::GetAtt': ['Role', 'Arn'] });
      return others.filter(({ 'Fn::If': [condition] }: any) => template.intrinsics.holds(condition)).map(({ 'Fn::If': [, value] }: any) => value);
    };
    expect(resource(json).DependsOn).toBeUndefined();
    expect(waitsFor({})).toEqual([]);
    expect(waitsFor({ BucketName4: 'acme-four', Prefix4: 'raw' })).toEqual([{ Ref: 'BucketPolicy4' }]);
    expect(waitsFor({ BucketName3: 'acme-three', Prefix3: '*', BucketName4: 'acme-four', Prefix4: 'raw' })).toEqual([{ Ref: 'BucketPolicy3' }, { Ref: 'BucketPolicy4' }]);
  });

  test('is told of where a customer reads before anything is created', () => {
    const of = (vendor: Vendor, more: Partial<OneClickStackProps> = {}) => kitTemplate(vendor, { callBack, regions, ...more });
    const notice = 'When it is created or updated, the stack tells Cloudglue the ARN of the role and the external ID (SNS topic on-role of account 999988887777). '
      + 'It works only in eu-north-1, eu-west-1, where this topic is.';
    expect(of(Vendors.cloudglue()).Description).toBe(`Lets Cloudglue reach S3 buckets of this account through an IAM role. ${notice}`);
    // Whatever the vendor writes there.
    expect(of(Vendors.cloudglue(), { description: 'Connects a bucket' }).Description).toBe(`Connects a bucket. ${notice}`);
    expect(of(Vendors.cloudglue(), { description: 'Connects a bucket.' }).Description).toBe(`Connects a bucket. ${notice}`);
    expect(of(Vendors.cloudglue(), { description: 'Connected yet? ' }).Description).toBe(`Connected yet? ${notice}`);
    expect(of(Vendors.coactive({ roleArn: 'arn:aws:iam::333344445555:role/coactive' })).Description).toMatch(/ the stack tells Coactive the ARN of the role \(SNS /);
    const externalId = (...vendor: Parameters<typeof of>) => (of(...vendor).Parameters!.ExternalId as { Description?: string }).Description;
    expect(externalId(Vendors.cloudglue())).toBe('Choose one. The stack tells it to Cloudglue.');
    expect(externalId(Vendors.hotglue())).toBe('The ID that hotglue shows you. Needed once the principal is given. The stack tells it to hotglue.');
    expect(externalId(Vendors.cloudglue(), { externalId: OneClickExternalId.STACK_ID })).toBe('Leave it empty to get one; the output has it. The stack tells it to Cloudglue.');
  });

  test('keeps the stack where the topic is', () => {
    const entered = { ...PENDING, ExternalId: EXTERNAL_ID };
    const broken = (where: string[], region: string) =>
      new DeployedTemplate(kitTemplate(Vendors.cloudglue(), { callBack, regions: where }), { parameters: entered, region }).brokenRules;
    expect(broken(regions, 'eu-north-1')).toEqual([]);
    expect(broken(regions, 'eu-west-1')).toEqual([]);
    expect(broken(regions, 'eu-west-2')).toEqual(['RegionHasTopic']);
    expect(broken(['eu-north-1'], 'eu-north-1')).toEqual([]);
    expect(broken(['eu-north-1'], 'eu-west-1')).toEqual(['RegionHasTopic']);
    expect(kitTemplate(Vendors.cloudglue(), { callBack, regions }).Rules!.RegionHasTopic.Assertions[0].AssertDescription)
      .toBe('The stack tells Cloudglue of the role, and can do so in eu-north-1, eu-west-1 only');
    expect(kitTemplate(Vendors.cloudglue(), { regions }).Rules).not.toHaveProperty('RegionHasTopic');
  });

  test('counts the regions in the description where a list would be long', () => {
    const of = (count: number) => kitTemplate(Vendors.cloudglue(), { callBack, regions: [1, 2, 3, 4, 5, 6, 7].slice(0, count).map((n) => `eu-west-${n}`) }).Description;
    expect(of(6)).toMatch(/\. It works only in eu-west-1, .*, eu-west-6, where this topic is\.$/);
    expect(of(7)).toMatch(/\. It works only in the 7 regions that have this topic\.$/);
  });

  test('cannot lose what is told of it', () => {
    const stack = kitStack(Vendors.cloudglue(), { callBack, regions });
    stack.templateOptions.description = 'Connects a bucket';
    expect(() => written(stack)).toThrow(/^DescriptionInvalid \[Kit\] templateOptions\.description: received "Connects a bucket"; set the property description instead; /);
  });

  test('leaves room for what it tells in the description of the template', () => {
    const { length } = of1024('');
    expect(of1024('x'.repeat(1024 - length)).length).toBe(1024);
    expect(() => of1024('x'.repeat(1025 - length))).toThrow(/^DescriptionInvalid \[Kit\] description: .*at most \d+ bytes; the rest is for what the call-back tells$/);
    function of1024(text: string): string {
      return kitTemplate(Vendors.cloudglue(), { callBack, regions, description: `x${text}` }).Description as string;
    }
  });

  test('fails without the regions that have the topic', () => {
    expect(() => kitTemplate(Vendors.cloudglue(), { callBack }))
      .toThrow(/^RegionInvalid \[Kit\] regions: received nothing; name those that have the topic on-role; a stack elsewhere would fail$/);
  });

  test('is not there unless asked for', () => {
    expect(resource(kitTemplate(Vendors.cloudglue()))).toBeUndefined();
  });
});

test('a stack of the app beside it changes nothing', () => {
  const stack = kitStack(Vendors.cloudglue());
  new Stack(stack.node.root as App, 'Beside');
  expect(written(stack)).toEqual(kitTemplate(Vendors.cloudglue()));
});
