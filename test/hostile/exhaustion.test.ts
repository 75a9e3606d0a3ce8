import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Attack, newStack, PROMPTLY, refusals, VENDOR } from './support';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorDefinition, VendorS3AccessRoleProps } from '../../src';
import { ErrorCode } from '../../src/policy/base/codes';
import { Loose, makeDefinition, makeRole } from '../cases/bad-input';
import { cpuTime } from '../support/cpu-time';

const MILLION = 1_000_000;

const inRole = (name: string, code: ErrorCode, props: Loose<VendorS3AccessRoleProps>): Attack =>
  ({ attack: name, code, run: (stack) => makeRole(stack, props) });
const inOptions = (name: string, code: ErrorCode, options: () => S3AccessOptions): Attack =>
  ({ attack: name, code, run: (stack) => makeRole(stack, { access: [S3Access.read(new Bucket(stack, 'B'), options())] }) });
const inDefinition = (name: string, code: ErrorCode, fields: Loose<VendorDefinition>): Attack =>
  ({ attack: name, code, run: () => makeDefinition(fields) });

/** Text on which a careless pattern tries each way to cut it, and what ends all hope at the end. */
const almost = (piece: string, end = '!') => piece.repeat(MILLION / piece.length) + end;

refusals('a million characters', [
  inRole('of an external ID', 'ExternalIdFormat', { externalId: almost('a') }),
  inRole('of an external ID that is nearly a placeholder', 'ExternalIdFormat', { externalId: almost('your-external-id-', '') }),
  inRole('of a path', 'PathInvalid', { path: `/${almost('a/')}` }),
  inRole('of a path in one piece', 'PathInvalid', { path: `/${almost('a')}` }),
  inRole('of a role name', 'NameInvalid', { roleName: almost('a-') }),
  inRole('of a description', 'DescriptionInvalid', { description: almost('d ') }),
  inRole('of a blank reason', 'ReasonMissing', { externalId: undefined, withoutExternalId: ' \u200b'.repeat(MILLION / 2) }),
  inRole('of an IPv4 address', 'SourceIpInvalid', { allowedSourceIps: [almost('1.')] }),
  inRole('of an IPv6 address', 'SourceIpInvalid', { allowedSourceIps: [almost('1:')] }),
  inRole('of nothing in an IPv6 address', 'SourceIpInvalid', { allowedSourceIps: [almost(':')] }),
  inRole('of slashes in an address', 'SourceIpInvalid', { allowedSourceIps: [`203.0.113.0${almost('/')}`] }),
  inRole('of an account', 'AccountIdInvalid', { vendor: Vendor.account(almost('1')) }),
  inRole('of a role ARN', 'ArnInvalid', { vendor: Vendor.role(`arn:aws:iam::${VENDOR}:role/${almost('a/')}`) }),
  inRole('of a role ARN in one piece', 'ArnInvalid', { vendor: Vendor.role(`arn:aws:iam::${VENDOR}:role/${almost('a')}`) }),
  inRole('of colons in a role ARN', 'ArnInvalid', { vendor: Vendor.role(almost('arn:')) }),
  inRole('of a pattern for principals', 'ArnInvalid', { vendor: Vendor.account(VENDOR, { principalArns: [`arn:aws:iam::${VENDOR}:role/${almost('*?')}`] }) }),
  inRole('of an organization', 'OrganizationIdInvalid', { vendor: Vendor.account(VENDOR, { organizationId: `o-${almost('a')}` }) }),
  inOptions('of a folder', 'KeyTooLong', () => ({ prefixes: [almost('a/', 'b')] })),
  inOptions('of a folder without slashes', 'KeyTooLong', () => ({ prefixes: [almost('a')] })),
  inOptions('of empty segments', 'KeySegmentInvalid', () => ({ prefixes: [`a${almost('/')}`] })),
  inOptions('of wildcards', 'KeyTooLong', () => ({ prefixes: [almost('*')] })),
  inOptions('of policy variables', 'KeyTooLong', () => ({ keys: [S3KeyScope.startingWith(almost('${aws:x}'))] })),
  inOptions('of beginnings of dynamic references', 'KeyTooLong', () => ({ keys: [S3KeyScope.object(almost('{{resolve'))] })),
  inOptions('of a template with open braces', 'TemplateSyntax', () => ({ keys: [S3KeyScope.template(almost('{'))] })),
  inOptions('of a template with closed braces', 'TemplateSyntax', () => ({ keys: [S3KeyScope.template(almost('}'))] })),
  inOptions('of a template with 2,000 nested braces', 'TemplateSyntax', () => ({ keys: [S3KeyScope.template('{'.repeat(2000) + 'tenant' + '}'.repeat(2000))] })),
  inOptions('of a template with variables', 'KeyTooLong', () => ({ keys: [S3KeyScope.template(almost('{tenant}'))] })),
  inOptions('of a template with one long variable', 'TemplateVariableUnknown', () => ({ keys: [S3KeyScope.template(`{${almost('a')}}`)] })),
  inOptions('of a value', 'KeyTooLong', () => ({ keys: [S3KeyScope.template('{tenant}', { tenant: almost('a') })] })),
  inDefinition('of a vendor\'s name', 'DefinitionFieldInvalid', { name: almost('a ') }),
  inDefinition('of an address', 'DefinitionFieldInvalid', { documentationUrl: `https://${almost('a.')}` }),
  inDefinition('of an address with a path', 'DefinitionFieldInvalid', { documentationUrl: `https://a/${almost('a/', ' ')}` }),
  inDefinition('of a pattern of a variable', 'DefinitionFieldInvalid', { pathVariables: { tenant: almost('?', '*') } }),
  inDefinition('of a name of a variable', 'DefinitionFieldInvalid', { pathVariables: { [almost('a')]: '*' } }),
  inDefinition('of a session tag', 'SessionTagInvalid', { sessionTags: [{ key: almost('a') }] }),
  inDefinition('of an action', 'ActionUnknown', { readActions: [almost('s3:GetObject')] }),
  inDefinition('of a field', 'DefinitionFieldUnknown', { [almost('a')]: 'x' }),
]);

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 'x');
const cycle = (): unknown => {
  const list: unknown[] = [];
  list.push(list, list, list, list, list, list, list, list, list, list);
  return list;
};

refusals('structures without end', [
  inDefinition('100,000 levels of lists', 'DefinitionFieldInvalid', { accounts: deep(100_000) }),
  inDefinition('a list that holds itself', 'DefinitionFieldInvalid', { sessionTags: cycle() }),
  inDefinition('100,000 accounts', 'DefinitionFieldInvalid', { accounts: Array(100_000).fill(VENDOR) }),
  inDefinition('100,000 path variables', 'DefinitionFieldInvalid', { pathVariables: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`v${i}`, '*'])) }),
  inRole('10,000 addresses', 'TrustPolicyTooLarge', { allowedSourceIps: Array.from({ length: 10_000 }, (_, i) => `10.${i >> 8}.${i % 256}.1`) }), // eslint-disable-line no-bitwise
  inRole('5,000 further parties', 'TrustPolicyTooLarge', {
    additionalTrust: Array.from({ length: 5000 }, (_, i) => ({ vendor: Vendor.account(String(100_000_000_000 + i)), externalId: `id-${i}` })),
  }),
  inOptions('20,000 folders that have nothing in common', 'ManagedPoliciesExceeded', () => ({ prefixes: Array.from({ length: 20_000 }, (_, i) => `p${i}`) })),
  inOptions('one folder too deep, 20,000 times', 'ManagedPoliciesExceeded', () => ({ keys: Array.from({ length: 20_000 }, (_, i) => S3KeyScope.object(`${'a/'.repeat(10)}${i}`)) })),
]);

function within<T>(milliseconds: number, run: () => T): T {
  const started = cpuTime();
  const result = run();
  expect(cpuTime() - started).toBeLessThan(milliseconds);
  return result;
}

describe('many that come to little', () => {
  test('100,000 folders in one take no longer than it takes to read them, and neither does the output of them', () => {
    const stack = newStack();
    const json = within(4 * PROMPTLY, () => {
      makeRole(stack, { access: [S3Access.readWrite(new Bucket(stack, 'B'), { prefixes: ['p', ...Array.from({ length: 100_000 }, (_, i) => `p/${i}`)] })] });
      return JSON.stringify(Template.fromStack(stack).toJSON());
    });
    expect(json.length).toBeLessThan(10_000);
    expect(json).toContain('/p/*');
  });

  test('20,000 properties of somebody else\'s in the props, and one with a name of a million characters', () => {
    const stack = newStack();
    const more = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`theirs${i}`.repeat(5), i]));
    within(PROMPTLY, () => makeRole(stack, { ...more, [almost('a')]: 1 } as never));
  });

  test('one definition used a hundred times is looked at a hundred times, and no more', () => {
    const vendor = makeDefinition({ pathVariables: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`v${i}`, '*'])) });
    within(4 * PROMPTLY, () => {
      for (let i = 0; i < 100; i++) {
        makeRole(newStack(), { vendor });
      }
    });
    expect(Object.keys(vendor.definition.pathVariables ?? {})).toHaveLength(2000);
  });
});
