import { parse } from '@cdktf/hcl2json';
import { Setup } from '../../../src/kit/form';
import { terraform } from '../../../src/kit/texts';
import { describeRole } from '../../../src/policy/aws';
import { bucketOf, factsOf, FIVE, HOSTILE, HOSTILE_PREFIXES, inputFor, KEY, setupOf } from '../setup-support';

type Block = Readonly<Record<string, any>>;

/** What Terraform would hand to AWS: references followed, escapes undone, `jsonencode` applied. */
async function applied(setup: Setup) {
  const { locals: [locals], resource, output } = await parse('main.tf', terraform(setup)) as Block;
  const evaluate = (value: string): unknown => {
    const local = /^\$\{jsonencode\(local\.(\w+)\)\}$/.exec(value)?.[1];
    if (local !== undefined) {
      return plain(locals[local]);
    }
    const reference = /^\$\{(aws_\w+)\.(\w+)\.(\w+)\}$/.exec(value);
    return reference ? `<${evaluate(resource[reference[1]][reference[2]][0].name)}.${reference[3]}>` : plain(value);
  };
  const all = (type: string): Block[] => Object.values<Block[]>(resource[type] ?? {}).map(([block]) =>
    Object.fromEntries(Object.entries(block).map(([name, value]) => [name, evaluate(value)])));
  return { all, types: Object.keys(resource), output: Object.entries<Block[]>(output).map(([name, [block]]) => [name, evaluate(block.value)]) };
}

/** The parser leaves Terraform's own escapes in texts, and must find no template in them. */
function plain(value: any): any {
  if (typeof value === 'string') {
    const templates = value.replace(/[$%]{2}\{/g, '');
    if (/[$%]\{/.test(templates)) {
      throw new Error(`A template: ${value}`);
    }
    return value.replace(/([$%])\1\{/g, '$1{');
  }
  return Array.isArray(value) ? value.map(plain) : Object.fromEntries(Object.entries(value).map(([name, item]) => [plain(name), plain(item)]));
}

async function expectApplied(setup: Setup): Promise<void> {
  const { all, types, output } = await applied(setup);
  const { roleName, managedPolicies } = setup;
  expect(all('aws_iam_role')).toEqual([{ name: roleName, description: describeRole(setup.facts.vendor.name), assume_role_policy: setup.trust }]);
  expect(all('aws_iam_role_policy')).toEqual([{ name: 'VendorS3Access', role: `<${roleName}.name>`, policy: setup.inlinePolicy }]);
  expect(all('aws_iam_policy')).toEqual(managedPolicies.map((policy, i) => ({ name: `${roleName}-${i + 1}`, policy })));
  expect(all('aws_iam_role_policy_attachment')).toEqual(managedPolicies.map((_, i) => ({ role: `<${roleName}.name>`, policy_arn: `<${roleName}-${i + 1}.arn>` })));
  expect(types).toHaveLength(managedPolicies.length > 0 ? 4 : 2);
  expect(output).toEqual([[expect.stringMatching(/^vendor_[a-z0-9_]+_role_arn$/), `<${roleName}.arn>`]]);
}


test.each(Object.entries(FIVE))('the resources make the role of %s', async (_, { facts, principalArn }) => {
  await expectApplied(setupOf(facts, inputFor(facts, principalArn, { buckets: [bucketOf({ prefix: 'raw', keyArn: KEY }), bucketOf({ bucketName: 'ledger' })] })));
});

test.each(HOSTILE_PREFIXES)('prefix %j', async (prefix) => {
  const { facts } = FIVE.creativeForce;
  await expectApplied(setupOf(facts, inputFor(facts, '', { buckets: [bucketOf({ prefix, mode: 'readWrite' })] })));
});

test('the resources hand on every character of a vendor and of a customer', async () => {
  const facts = { ...factsOf(HOSTILE), slots: HOSTILE_PREFIXES.length };
  const buckets = HOSTILE_PREFIXES.map((prefix, i) => bucketOf({ bucketName: `bucket-${i}`, prefix }));
  await expectApplied(setupOf(facts, inputFor(facts, '', { roleName: '-=x,@+', externalId: '=@,/:', buckets })));
});

test('what does not fit into the inline policy becomes managed policies', async () => {
  const facts = { ...FIVE.cloudglue.facts, slots: 40 };
  const buckets = Array.from({ length: 40 }, (_, i) => bucketOf({ bucketName: `bucket-${i}`, prefix: `p${i}/${'x'.repeat(200)}`, mode: 'readWrite' }));
  const setup = setupOf(facts, inputFor(facts, '', { buckets }));
  expect(setup.managedPolicies.length).toBeGreaterThan(1);
  await expectApplied(setup);
});

test.each([
  ['Creative Force', 'vendor_creative_force'],
  ['3M', 'vendor_3m'],
  ['日本', 'vendor_s3_access'],
  [`${'a'.repeat(39)} b`, `vendor_${'a'.repeat(39)}`],
])('the resources of %s are called %s', async (name, identifier) => {
  const facts = factsOf({ name, accounts: ['999988887777'] });
  expect(terraform(setupOf(facts, inputFor(facts, '')))).toContain(`resource "aws_iam_role" "${identifier}" {\n`);
});

test('a line break of any kind ends no text', () => {
  const facts = { ...FIVE.creativeForce.facts };
  const setup = setupOf(facts, inputFor(facts, '', { buckets: [bucketOf({ prefix: 'soft\u00adhyphen\u00a0' })] }));
  expect(terraform(setup)).toContain('soft\\u00adhyphen\\u00a0/*');
  expect(terraform(setup)).not.toMatch(/[^\n\u0020-\u007e]/);
});
