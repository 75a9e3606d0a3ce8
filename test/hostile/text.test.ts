import { CfnParameter, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Construct } from 'constructs';
import { documentsOf, expectRefusal, newStack, openParameters, textsIn, VENDOR, warningsOf } from './support';
import { S3Access, S3KeyScope, Vendor, VendorS3AccessRole } from '../../src';
import { makeRole } from '../cases/bad-input';
import { Caller } from '../support/caller';
import { Customer, session } from '../support/customer';
import { CUSTOMER, DeployedTemplate, REGION } from '../support/deployed-template';
import { get, list } from '../support/probe';
import { scenario } from '../support/scenario';

/** A folder that would end a string of JSON, and go on with a statement of its own. */
const INJECTION = 'a"]},{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"},{"x":["';

describe('a folder that would end the JSON around it', () => {
  scenario('is a folder of that name', () => session('read', { prefixes: [INJECTION] }), {
    allows: [get(`${INJECTION}/1`), list(`${INJECTION}/`)],
    refuses: [get('payroll.csv'), get('a/1'), list(), list('a')],
  });

  const theirs = (prefix: (stack: Stack) => string) => {
    const customer = new Customer();
    const bucket = Bucket.fromBucketAttributes(customer.stack, 'Theirs', { bucketName: 'theirs', account: '444455556666' });
    const role = customer.role([S3Access.read(bucket, { prefixes: [prefix(customer.stack)] })]);
    return { customer, role };
  };

  test('leaves the hand-off what it is, as data and as text', () => {
    const { customer, role } = theirs(() => INJECTION);
    expect(role.handOffs).toHaveLength(1);
    const statements = role.handOffs[0].statements.length;
    const parsed = JSON.parse(customer.deploy().output('HandOff').Value) as Array<{ statements: Array<{ Principal: unknown }> }>;
    expect(parsed.map((handOff) => handOff.statements.length)).toEqual([statements]);
    expect(parsed[0].statements.map(({ Principal }) => JSON.stringify(Principal))).not.toContain('"*"');
  });

  // CloudFormation puts the value of a parameter into the text of an output as it is.
  test('is warned of where it is a parameter in a hand-off, until a pattern keeps quotation marks out', () => {
    const build = (allowedPattern?: string) => theirs((stack) => new CfnParameter(stack, 'Folder', { allowedPattern }).valueAsString);
    const open = build();
    expect(openParameters(open.customer.stack)).toEqual([expect.stringMatching(/the output HandOff: parameter Folder may be given any value at deployment.*give it an allowedPattern/)]);
    expect(openParameters(build('[^"]+').customer.stack)).toHaveLength(1);
    const closed = build('[A-Za-z0-9/_-]+');
    expect(openParameters(closed.customer.stack)).toEqual([]);
    expect(JSON.parse(closed.customer.deploy({ parameters: { Folder: 'in' } }).output('HandOff').Value)).toHaveLength(1);
    // The data is safe in any case: whoever takes it from there has JSON made for him.
    expect(open.role.handOffs[0].statements).toHaveLength(closed.role.handOffs[0].statements.length);
    const injected = open.customer.deploy({ parameters: { Folder: INJECTION } });
    expect(documentsOf(injected).flatMap(textsIn).filter((text) => text === '*')).toEqual([]);
  });
});

describe('outputs for people', () => {
  test('show hostile keys as they are, one after the other, and no value of CloudFormation', () => {
    const stack = newStack();
    const keys = ['<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '${AWS::AccountId}', '=1+1', '`id`', '$(id)', "'; drop table users; --"];
    makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'Data', { bucketName: 'acme-data' }), { prefixes: keys })] });
    const { Value } = DeployedTemplate.of(stack).output('Locations');
    expect(Value.split(',').sort()).toEqual(keys.map((key) => `s3://${stackName(stack)}/${key}/`).sort());
  });

  test('leave out what lies in a folder that is named as well', () => {
    const stack = newStack();
    const prefixes = ['a/b', 'a', 'a/b/c', 'a-b', 'b/a'];
    makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'Data', { bucketName: 'acme-data' }), { prefixes, keys: [S3KeyScope.object('a/x'), S3KeyScope.object('x')] })] });
    const { Value } = DeployedTemplate.of(stack).output('Locations');
    expect(Value.split(',')).toEqual(['a-b/', 'a/', 'b/a/', 'x'].map((path) => `s3://${stackName(stack)}/${path}`));
  });
});

/** Ref of the one named bucket, as the outputs spell it. */
function stackName(stack: Stack): string {
  return DeployedTemplate.of(stack).ref(stack.resolve((stack.node.findChild('Data').node.defaultChild as any).logicalId) as string);
}

describe('what goes to a terminal', () => {
  test.each(['\n[ok] All checks passed', '\u001b[2J', '\u202egpj', '\u200b', '\u2028', '\u0085', '\u009b31m', '\ud800', '\u{e0041}'])('is spelled out in a path of a construct: %j', (text) => {
    const stack = newStack();
    const error = expectRefusal('NameInvalid', () => makeRole(new Construct(stack, `x${text}y`), { roleName: 'no name' }));
    expect(error.message).not.toContain(text);
    expect(error.message).toMatch(/^NameInvalid \[Test\/x.*y\/Access\]/);
  });

  test('is cut where it is long: values, paths and names of fields', () => {
    const long = 'x'.repeat(100_000);
    for (const run of [
      () => makeRole(newStack(), { roleName: long }),
      () => makeRole(new Construct(newStack(), long.slice(0, 5000)), { roleName: '*' }),
      () => Vendor.fromDefinition({ name: 'Evil', [long]: 1 } as never),
      () => makeRole(newStack(), { access: [S3Access.read(new Bucket(newStack(), 'B'), { [long]: 1 } as never)] }),
      () => makeRole(newStack(), { access: [S3Access.read(new Bucket(newStack(), 'B'), { keys: [S3KeyScope.template(`{${long}}`)] })] }),
      () => Vendor.fromDefinitionFile(`${long}.json`),
    ]) {
      expect(() => run()).toThrow(expect.objectContaining({ name: 'VendorS3AccessError', message: expect.stringMatching(/^.{1,2000}$/u) }));
    }
  });

  test('lists no more names of a definition than fit on a screen', () => {
    const pathVariables = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`tenant_${i}`, '*']));
    const vendor = Vendor.fromDefinition({ name: 'Evil', accounts: [VENDOR], pathVariables });
    const stack = newStack();
    const error = expectRefusal('TemplateVariableUnknown', () => makeRole(stack, { vendor, access: [S3Access.read(new Bucket(stack, 'B'), { keys: [S3KeyScope.template('{x}')] })] }));
    expect(error.message).toMatch(/\u2026 \(\d+ characters\)$/);
  });

  test('stays on one line in a warning, and is cut', () => {
    const stack = newStack();
    makeRole(stack, { externalId: undefined, withoutExternalId: `because\n\u001b[31m[ok]\u202e ${'x'.repeat(5000)}` });
    const [warning] = warningsOf(stack);
    expect(warning).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(warning.length).toBeLessThan(1200);
  });
});

describe('what cdk-nag hears', () => {
  const findings = (scope: Construct) => new AwsSolutionsChecks().validateScope(scope).violations
    .map(({ ruleName }) => ruleName)
    .filter((ruleName) => ruleName.includes('IAM'));

  const build = (prefix: string) => {
    const stack = new Stack(undefined, 'Test', { env: { account: CUSTOMER, region: REGION } });
    const bucket = new Bucket(stack, 'Data', { bucketName: 'acme-data' });
    const role = new VendorS3AccessRole(stack, 'Access', { vendor: Vendor.account(VENDOR), externalId: 'k3J-2f9a', access: [S3Access.read(bucket, { prefixes: [prefix] })] });
    return { stack, role };
  };

  test.each(['*', 'x]', '[*', 'AwsSolutions-IAM5', 'Resource::*', '<B.Arn>', '${*}', 'x]","AwsSolutions-IAM4[*'])('acknowledges the role\'s own wildcards, and none of others, with a folder %j', (prefix) => {
    const { stack, role } = build(prefix);
    expect(findings(stack)).toEqual([]);
    const neighbour = new Role(stack, 'Other', { assumedBy: new AccountRootPrincipal() });
    neighbour.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }));
    expect(findings(stack)).toEqual(['AwsSolutions-IAM5[Resource::*]']);
    const own = new Set(stack.node.findAll().filter(({ node }) => node.metadata.some(({ type }) => /acknowledged/i.test(type))).map(({ node }) => node.path));
    expect([...own]).toEqual([`${role.node.path}/Policy`]);
  });
});

test('a sentence that looks like a policy in a description changes no permission', async () => {
  const customer = new Customer();
  customer.role([S3Access.read(customer.orders, { prefixes: ['in'] })], { description: INJECTION });
  const caller = Caller.role(customer.deploy());
  expect(await caller.request(get('in/1'))).toBe('allowed');
  expect(await caller.request(get('payroll.csv'))).toBe('denied');
});
