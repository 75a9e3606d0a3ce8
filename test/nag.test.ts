import { App, CfnResource, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, AccountPrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, IBucket } from 'aws-cdk-lib/aws-s3';
import {
  AwsSolutionsChecks, HIPAASecurityChecks, NagPack, NIST80053R5Checks, PCIDSS321Checks, ServerlessChecks,
} from 'cdk-nag';
import { Construct, IConstruct } from 'constructs';
import {
  S3Access, Vendor, VendorS3AccessRole, VendorS3AccessRoleProps, VendorS3AccessUser, VendorS3BucketAccess, VendorS3PolicyPlacement,
} from '../src';
import { CASES, RULE } from './cooperation/nag-cases';

const CREDENTIALS = { vendor: Vendor.account('123456789012'), externalId: 'k3J-2f9a' };
const CLEAN = { success: true, violations: [] };

/** A bucket that AwsSolutions has nothing to say about. */
function compliantBucket(scope: Construct, id: string): Bucket {
  const logs = new Bucket(scope, `${id}Logs`, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
  });
  Validations.of(logs).acknowledge({ id: 'AwsSolutions-S1', reason: 'The log bucket itself' });
  return new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.KMS,
    encryptionKey: new Key(scope, `${id}Key`, { enableKeyRotation: true }),
    bucketKeyEnabled: true,
    enforceSSL: true,
    versioned: true,
    serverAccessLogsBucket: logs,
  });
}

function compliantStack(scope: Construct, props: Partial<VendorS3AccessRoleProps> = {}): Stack {
  const stack = new Stack(scope, 'Stack');
  const videos = compliantBucket(stack, 'Videos');
  new VendorS3AccessRole(stack, 'Access', {
    ...CREDENTIALS,
    access: [
      S3Access.read(videos, { prefixes: ['raw', 'edited/2025'], versions: true }),
      S3Access.write(compliantBucket(stack, 'Exports'), { wholeBucket: true }),
    ],
    ...props,
  });
  return stack;
}

/**
 * Runs a pack as part of a synthesis, the way `Validations.addPlugins` does it for a customer.
 *
 * Older versions of the CDK do not hand the construct tree to plugins, so it is handed on here.
 */
function synthesizeWith(pack: NagPack, app: App, scope: App | Stage = app): ReturnType<NagPack['validateScope']> {
  let report: ReturnType<NagPack['validateScope']> | undefined;
  Validations.of(scope).addPlugins({
    name: pack.name,
    validate: () => {
      report = pack.validateScope(scope);
      return report;
    },
  });
  const [silent, { exitCode }] = [jest.spyOn(process.stderr, 'write').mockReturnValue(true), process];
  try {
    app.synth();
  } catch (e) {
    // Newer versions throw where older ones set the exit code.
    expect(String(e)).toMatch(/validation/i);
  } finally {
    silent.mockRestore();
    process.exitCode = exitCode;
  }
  return report!;
}

/** IDs of the findings within a construct, each with the path of the resource. */
function findings(pack: NagPack, scope: IConstruct): string[] {
  return pack.validateScope(scope).violations
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${constructPath} ${ruleName}`))
    .sort();
}

/** IDs that a construct acknowledges, each with the path of the resource. */
function acknowledged(scope: IConstruct): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of scope.node.findAll()) {
    for (const { type, data } of node.node.metadata) {
      if (type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY) {
        Object.entries(data as Record<string, string>).forEach(([id, reason]) => found.set(`${node.node.path} ${id}`, reason));
      }
    }
  }
  return found;
}

describe('AwsSolutions', () => {
  test('has nothing to say about a role on compliant buckets', () => {
    const app = new App();
    const stack = compliantStack(app);
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
  });

  test('has nothing to say about it in a synthesis with the pack as a plugin', () => {
    const app = new App();
    compliantStack(app);
    expect(synthesizeWith(new AwsSolutionsChecks(app), app)).toEqual(CLEAN);
  });

  test('has nothing to say about it in a nested stage with a plugin of its own', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod');
    compliantStack(stage);
    expect(synthesizeWith(new AwsSolutionsChecks(stage), app, stage)).toEqual(CLEAN);
  });

  test('has nothing to say about access that is added after a first look', () => {
    const app = new App();
    const stack = compliantStack(app);
    const access = stack.node.findChild('Access') as VendorS3AccessRole;
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
    access.addAccess(S3Access.read(stack.node.findChild('Exports') as Bucket, { prefixes: ['later'] }));
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
  });

  test('keeps what the customer acknowledged on the same policy, whenever that was', () => {
    const app = new App();
    const stack = compliantStack(app, { acknowledgeWildcards: true });
    const policy = stack.node.findChild('Access').node.findChild('Policy') as CfnResource;
    Validations.of(policy).acknowledge({ id: 'Other-1', reason: 'Before' });
    stack.resolve(policy._toCloudFormation());
    Validations.of(policy).acknowledge({ id: 'Other-2', reason: 'After' });
    stack.resolve(policy._toCloudFormation());
    const ids = [...acknowledged(policy).keys()].map((id) => id.replace(/annotation::/i, ''));
    expect(ids).toEqual(expect.arrayContaining([`${policy.node.path} Other-1`, `${policy.node.path} Other-2`]));
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
  });

  test('reports an unrelated policy with a wildcard in the same stack', () => {
    const app = new App();
    const stack = compliantStack(app);
    new Policy(stack, 'Unrelated', {
      roles: [new Role(stack, 'UnrelatedRole', { assumedBy: new AccountPrincipal('123456789012') })],
      statements: [new PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::other/*'] })],
    });
    const unrelated = `${RULE}[Resource::arn:aws:s3:::other/*]`;
    expect(findings(new AwsSolutionsChecks(app), stack)).toEqual([`Stack/Unrelated/Resource ${unrelated}`]);
    expect(synthesizeWith(new AwsSolutionsChecks(app), app)).toMatchObject({ success: false, violations: [{ ruleName: unrelated }] });
  });

  test('reports a wildcard that is added to the role itself', () => {
    const app = new App();
    const stack = compliantStack(app);
    const { role } = stack.node.findChild('Access') as VendorS3AccessRole;
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }));
    expect(findings(new AwsSolutionsChecks(app), stack)).toEqual([`Stack/Access/Role/DefaultPolicy/Resource ${RULE}[Resource::*]`]);
  });

  test('has only the missing rotation of the secret to say about a user', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    new VendorS3AccessUser(stack, 'Access', {
      vendor: CREDENTIALS.vendor,
      access: [S3Access.readWrite(compliantBucket(stack, 'Data'), { prefixes: ['in'] })],
    });
    expect(findings(new AwsSolutionsChecks(app), stack)).toEqual(['Stack/Access/Secret/Resource AwsSolutions-SMG4']);
  });

  test('has nothing to say about a grant in bucket policies', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    new VendorS3BucketAccess(stack, 'Access', {
      vendor: CREDENTIALS.vendor,
      access: [S3Access.read(compliantBucket(stack, 'Data'), { prefixes: ['out'] })],
    });
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
  });

  test('has nothing to say about a suspended role', () => {
    const app = new App();
    const stack = compliantStack(app, { suspended: true });
    expect(new AwsSolutionsChecks(app).validateScope(stack)).toEqual(CLEAN);
    expect(acknowledged(stack.node.findChild('Access')).size).toBe(0);
  });
});

/** A rule that fails to understand a resource is named without one. */
const onWildcards = (id: string) => id.includes(` ${RULE}`);

describe.each(CASES)('wildcards with $name', ({ build, count }) => {
  const make = (acknowledgeWildcards: boolean) => {
    const app = new App();
    const access = build(app, { ...CREDENTIALS, acknowledgeWildcards });
    return { app, access };
  };

  test('are acknowledged exactly as they are found, each with a reason', () => {
    const without = make(false);
    without.app.synth();
    const found = findings(new AwsSolutionsChecks(without.app), without.access).filter(onWildcards);
    expect(found.length).toBeGreaterThanOrEqual(count);

    const { app, access } = make(true);
    app.synth();
    const given = acknowledged(access);
    expect([...given.keys()].sort()).toEqual(found);
    given.forEach((reason) => expect(reason).toMatch(/\S{3}/));
    expect(findings(new AwsSolutionsChecks(app), access).filter(onWildcards)).toEqual([]);
  });

  test('are known by name, as the rule understands every resource', () => {
    const { app, access } = make(false);
    findings(new AwsSolutionsChecks(app), access).filter(onWildcards).forEach((id) => expect(id).toContain(`${RULE}[Resource::`));
  });

  test('stay reported when they are not to be acknowledged', () => {
    const { app, access } = make(false);
    app.synth();
    expect(acknowledged(access).size).toBe(0);
    expect(findings(new AwsSolutionsChecks(app), access).length).toBeGreaterThanOrEqual(count);
  });
});

describe('other packs', () => {
  const packs: Array<[string, new (scope: IConstruct) => NagPack]> = [
    ['HIPAA.Security', HIPAASecurityChecks],
    ['NIST.800.53.R5', NIST80053R5Checks],
    ['PCI.DSS.321', PCIDSS321Checks],
    ['Serverless', ServerlessChecks],
  ];

  function build(policyPlacement: VendorS3PolicyPlacement): { app: App; access: VendorS3AccessRole } {
    const app = new App();
    const nested = new NestedStack(new Stack(app, 'Stack'), 'Nested');
    const bucket: IBucket = Bucket.fromBucketName(nested, 'Data', 'customer-data');
    const access = new VendorS3AccessRole(nested, 'Access', {
      ...CREDENTIALS,
      policyPlacement,
      access: [S3Access.readWrite(bucket, {
        wholeBucket: true, encryptionKeys: [Alias.fromAliasName(nested, 'Alias', 'alias/data')],
      })],
    });
    return { app, access };
  }

  test.each(packs)('%s has nothing to say about managed policies', (_, Pack) => {
    const { app, access } = build(VendorS3PolicyPlacement.MANAGED);
    expect(new Pack(app).validateScope(access)).toEqual(CLEAN);
  });

  test('HIPAA.Security objects to the inline policy of the default placement', () => {
    const { app, access } = build(VendorS3PolicyPlacement.INLINE);
    expect(findings(new HIPAASecurityChecks(app), access)).toEqual(['Stack/Nested/Access/Policy HIPAA.Security-IAMNoInlinePolicy']);
  });
});
