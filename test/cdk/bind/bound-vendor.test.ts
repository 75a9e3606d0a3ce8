import { App, Aws, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Vendor, VendorDefinition } from '../../../src';
import { bindTrust, bindVendor, partitionReference } from '../../../src/cdk/bind';
import { TokenTable } from '../../../src/cdk/tokens';
import { ACCOUNT, VENDOR_ACCOUNT, warningsOf } from '../../cooperation/support';

const PREFIX = 'cdk-vendor-s3-access';
const ORGANIZATION = 'o-a1b2c3d4e5';

function make(env = { account: ACCOUNT, region: 'eu-west-1' }) {
  const stack = new Stack(new App(), 'Test', { env });
  const tokens = new TokenTable(stack);
  return { stack, tokens, bind: (vendor: Vendor, field = 'vendor') => bindVendor(stack, tokens, vendor, 'role', field) };
}

const defined = (definition: object) => Vendor.fromDefinition({ name: 'Acme', ...definition } as VendorDefinition);

const details = (stack: Stack) => Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));

describe('a value of the deployment that says who the vendor is', () => {
  test.each<[string, (value: string) => Vendor]>([
    ['accounts', (value) => defined({ accounts: [value] })],
    ['principals', (value) => defined({ principals: [`arn:aws:iam::${VENDOR_ACCOUNT}:role/${value}`] })],
    ['principalArns', (value) => defined({ accounts: [VENDOR_ACCOUNT], principalArns: [`arn:aws:iam::${VENDOR_ACCOUNT}:role/${value}`] })],
    ['organizationId', (value) => defined({ accounts: [VENDOR_ACCOUNT], organizationId: value })],
    ['sessionTags', (value) => defined({ accounts: [VENDOR_ACCOUNT], sessionTags: [{ key: 'team', values: ['a', value] }] })],
  ])('is warned of in %s, where it may be anything', (_, vendor) => {
    const { stack, bind } = make();
    bind(vendor(new CfnParameter(stack, 'Given').valueAsString), 'additionalTrust[0].vendor');
    expect(warningsOf(stack)).toEqual([`${PREFIX}:openParameter`]);
    expect(details(stack)[0]).toContain('additionalTrust[0].vendor: parameter Given may be given any value');
  });

  test('is no trouble where it is written out, or is a text for people', () => {
    const { stack, bind } = make();
    bind(defined({
      name: new CfnParameter(stack, 'Given').valueAsString,
      accounts: [VENDOR_ACCOUNT],
      principalArns: [`arn:aws:iam::${VENDOR_ACCOUNT}:role/x`],
      organizationId: ORGANIZATION,
      sessionTags: [{ key: 'any' }, { key: 'team', values: ['a'] }],
    }));
    expect(warningsOf(stack)).toEqual([]);
  });
});

test('a folder in a vendor\'s own bucket that only the deployment knows opens no other one', () => {
  const { stack, tokens, bind } = make();
  const facts = bind(defined({
    accounts: [VENDOR_ACCOUNT],
    companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: VENDOR_ACCOUNT, mode: 'write', prefixes: [new CfnParameter(stack, 'Folder').valueAsString] }],
  }));
  const [{ patterns }] = facts.companions;
  // Escaped by splitting at the asterisk, which is joined as a variable of IAM's.
  expect(JSON.stringify(stack.resolve(tokens.decode(patterns.map(({ stem }) => stem))))).toMatch(/"Fn::Split":\["\*",/);
});

test('a vendor of an organization alone is nobody, and that is told; one with an account beside it is somebody', () => {
  const alone = make();
  expect(alone.bind(defined({ organizationId: ORGANIZATION }), 'here').parties).toEqual([]);
  expect(warningsOf(alone.stack)).toEqual([`${PREFIX}:organizationAlone`]);
  expect(details(alone.stack)[0]).toContain('here: the vendor is described by its organization alone');

  const named = make();
  expect(named.bind(defined({ organizationId: ORGANIZATION, accounts: [VENDOR_ACCOUNT] })).parties).toHaveLength(1);
  expect(warningsOf(named.stack)).toEqual([]);
});

test('a name that only the deployment knows is not shown', () => {
  const { bind } = make();
  expect(bind(defined({ name: `Acme of ${Aws.REGION}` })).name).toBe('the vendor');
  expect(bind(defined({ name: 'Acme' })).name).toBe('Acme');
});

test('what is no vendor is refused, also where it looks like one', () => {
  const { bind } = make();
  for (const given of [undefined, {}, { definition: {} }, Object.create(Vendor.prototype, { definition: { value: undefined } })]) {
    expect(() => bind(given as never, 'vendor')).toThrow(expect.objectContaining({ code: 'VendorTypeInvalid' }));
  }
});

test('a mistake in a principal that a factory was given is told at the vendor', () => {
  const user = `arn:aws:iam::${VENDOR_ACCOUNT}:user/x`;
  const placeOf = (vendor: () => Vendor) => {
    try {
      make().bind(vendor(), 'vendor');
    } catch (e) {
      return (e as Error).message.split(': received')[0];
    }
    return undefined;
  };
  expect(placeOf(() => Vendor.role(user))).toMatch(/vendor$/);
});

describe('external IDs', () => {
  const trust = (vendor: Vendor, ids: Parameters<typeof bindTrust>[3]) => {
    const { stack, tokens, bind } = make();
    const parties = bindTrust(stack, tokens, bind(vendor), ids, 'additionalTrust[0].');
    return { parties, warnings: warningsOf(stack), texts: details(stack) };
  };

  test('are demanded of each party, the next one as well', () => {
    const { parties, warnings } = trust(Vendor.account(VENDOR_ACCOUNT), { externalId: 'k3J-2f9a', nextExternalId: 'k3J-2f9b' });
    expect(parties.map(({ externalIds }) => externalIds)).toEqual([['k3J-2f9a', 'k3J-2f9b']]);
    expect(warnings).toEqual([]);
  });

  test('that are absent for a reason are warned of, with the reason on one line', () => {
    const { parties, warnings, texts } = trust(Vendor.account(VENDOR_ACCOUNT), { withoutExternalId: 'it cannot,\n  says support' });
    expect(parties.map(({ externalIds }) => externalIds)).toEqual([[]]);
    expect(warnings).toEqual([`${PREFIX}:externalIdAbsent`]);
    expect(texts[0]).toContain('the reason given is: it cannot, says support');
  });

  test('are not asked of a vendor that is nobody yet, which is told once', () => {
    expect(trust(Vendor.pending(), {}).warnings).toEqual([`${PREFIX}:pendingVendor`]);
    expect(trust(Vendor.pending(), {}).texts[0]).toContain('pending vendor has not named its principal yet');
    expect(trust(defined({ organizationId: ORGANIZATION }), {}).warnings).toEqual([`${PREFIX}:organizationAlone`]);
  });

  test.each(['externalId', 'nextExternalId'])('that may be anything are warned of: %s', (name) => {
    const { stack, tokens, bind } = make();
    bindTrust(stack, tokens, bind(Vendor.account(VENDOR_ACCOUNT)), { externalId: 'k3J-2f9a', [name]: new CfnParameter(stack, 'Given').valueAsString }, 'additionalTrust[0].');
    expect(warningsOf(stack)).toEqual([`${PREFIX}:openParameter`]);
    expect(details(stack)[0]).toContain(`additionalTrust[0].${name}: parameter Given may be given any value`);
  });

  test('that resolve to nothing are refused by their field', () => {
    const { stack, tokens, bind } = make();
    expect(() => bindTrust(stack, tokens, bind(Vendor.account(VENDOR_ACCOUNT)), { externalId: Fn.ref('AWS::NoValue') }, 'additionalTrust[0].'))
      .toThrow(/additionalTrust\[0\]\.externalId/);
  });

  test('that are absent without a reason are refused', () => {
    expect(() => trust(Vendor.account(VENDOR_ACCOUNT), {})).toThrow(/if it truly cannot send one, say why in withoutExternalId/);
  });
});

test('ARNs are written with the partition of the deployment', () => {
  const { stack, tokens } = make();
  expect(stack.resolve(tokens.decode(partitionReference(tokens)))).toEqual({ Ref: 'AWS::Partition' });
});
