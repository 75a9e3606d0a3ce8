import { ExternalIdPolicy, Vendor } from '../../src';
import { assume } from '../support/caller';
import { EXTERNAL_ID, VENDOR } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { trusting, trustScenario } from '../support/trust-scenario';

const OTHER = '222211110000';
const principal = `arn:aws:iam::${VENDOR}:role/ingest`;
const user = `arn:aws:iam::${VENDOR}:user/ingest`;
const stranger = `arn:aws:iam::${OTHER}:role/ingest`;
const externalId = EXTERNAL_ID;

const wrongIds = {
  'a wrong ID': { principal, externalId: 'wrong-id' },
  'no ID': { principal },
  'an empty ID': { principal, externalId: '' },
  'an ID in other case': { principal, externalId: externalId.toUpperCase() },
  'an ID that only starts so': { principal, externalId: `${externalId}x` },
  'the start of the ID': { principal, externalId: externalId.slice(0, -1) },
  'an asterisk for an ID': { principal, externalId: '*' },
};

describe('who is trusted', () => {
  trustScenario('an account', () => ({ vendor: Vendor.account(VENDOR) }), {
    allows: { 'a role with the ID': { principal, externalId }, 'a user with the ID': { principal: user, externalId } },
    refuses: {
      ...wrongIds,
      'another account with the ID': { principal: stranger, externalId },
      'the customer\'s own account with the ID': { principal: `arn:aws:iam::${CUSTOMER}:role/admin`, externalId },
    },
  });

  trustScenario('one role', () => ({ vendor: Vendor.role(principal) }), {
    allows: { 'the role with the ID': { principal, externalId } },
    refuses: {
      ...wrongIds,
      'another role of the account': { principal: `arn:aws:iam::${VENDOR}:role/other`, externalId },
      'a role whose name starts so': { principal: `${principal}-2`, externalId },
      'a user of the same name': { principal: user, externalId },
      'a role of that name in another account': { principal: stranger, externalId },
    },
  });

  trustScenario('one user', () => ({ vendor: Vendor.user(user) }), {
    allows: { 'the user with the ID': { principal: user, externalId } },
    refuses: {
      'the user with a wrong ID': { principal: user, externalId: 'wrong-id' },
      'the user without an ID': { principal: user },
      'a role of that name': { principal, externalId },
      'another user': { principal: `arn:aws:iam::${VENDOR}:user/other`, externalId },
    },
  });

  trustScenario('an account, narrowed to the names of some roles', () => ({
    vendor: Vendor.account(VENDOR, { principalArns: [`arn:aws:iam::${VENDOR}:role/ingest-*`, `arn:aws:iam::${VENDOR}:user/ingest`] }),
  }), {
    allows: { 'a role that matches': { principal: `arn:aws:iam::${VENDOR}:role/ingest-7`, externalId }, 'a user that matches': { principal: user, externalId } },
    refuses: {
      'a role that does not': { principal, externalId },
      'a user where a role is meant': { principal: `arn:aws:iam::${VENDOR}:user/ingest-7`, externalId },
      'a role that matches, with a wrong ID': { principal: `arn:aws:iam::${VENDOR}:role/ingest-7`, externalId: 'wrong-id' },
      'a role that matches in another account': { principal: `arn:aws:iam::${OTHER}:role/ingest-7`, externalId },
      'a role in a path': { principal: `arn:aws:iam::${VENDOR}:role/x/ingest-7`, externalId },
    },
  });

  const inOrg = (id: string | undefined) => ({ principal, externalId, context: { 'aws:PrincipalOrgID': id } });
  trustScenario('an account, narrowed to an organization', () => ({ vendor: Vendor.account(VENDOR, { organizationId: 'o-a1b2c3d4e5' }) }), {
    allows: { 'a member': inOrg('o-a1b2c3d4e5') },
    refuses: {
      'a member of another organization': inOrg('o-zzzzzzzzzz'),
      'an account without an organization': inOrg(undefined),
      'a member with a wrong ID': { ...inOrg('o-a1b2c3d4e5'), externalId: 'wrong-id' },
    },
  });

  trustScenario('a vendor that is pending', () => ({ vendor: Vendor.pending(), externalId: undefined }), {
    refuses: {
      'its future principal': { principal, externalId },
      'its future principal without an ID': { principal },
      'the customer': { principal: `arn:aws:iam::${CUSTOMER}:role/admin` },
      'the customer\'s root': { principal: `arn:aws:iam::${CUSTOMER}:root` },
      'a stranger': { principal: stranger, externalId },
    },
  });
});

describe('the external ID', () => {
  trustScenario('in rotation', () => ({ externalId: 'present-id', nextExternalId: 'next-id' }), {
    allows: { 'the present ID': { principal, externalId: 'present-id' }, 'the next ID': { principal, externalId: 'next-id' } },
    refuses: {
      'neither': { principal, externalId: 'third-id' },
      'no ID': { principal },
      'both run together': { principal, externalId: 'present-id,next-id' },
    },
  });

  trustScenario('with every character that STS takes', () => ({ externalId: 'aZ0_+=,.@:/-' }), {
    allows: { 'just that ID': { principal, externalId: 'aZ0_+=,.@:/-' } },
    refuses: { 'another one': { principal, externalId: 'aZ0_+=,.@:/' }, 'none': { principal } },
  });

  trustScenario('given up for a reason', () => ({ withoutExternalId: 'The vendor works with session names' }), {
    allows: { 'the vendor without an ID': { principal }, 'the vendor with any ID': { principal, externalId: 'whatever' } },
    refuses: { 'a stranger without an ID': { principal: stranger }, 'a stranger with an ID': { principal: stranger, externalId } },
  });

  trustScenario('not supported by the vendor', () => ({
    vendor: Vendor.fromDefinition({ name: 'Plain', principals: [principal], externalId: ExternalIdPolicy.UNSUPPORTED }), externalId: undefined,
  }), {
    allows: { 'the vendor': { principal } },
    refuses: { 'a stranger': { principal: stranger }, 'another role of the vendor\'s': { principal: `arn:aws:iam::${VENDOR}:role/other` } },
  });
});

describe('additional trust', () => {
  const second = `arn:aws:iam::${OTHER}:role/support`;
  const third = 'arn:aws:iam::333322221111:user/audit';

  trustScenario('is never crossed', () => ({
    externalId: 'first-id',
    nextExternalId: 'first-next-id',
    additionalTrust: [
      { vendor: Vendor.role(second), externalId: 'second-id' },
      { vendor: Vendor.user(third), externalId: 'third-id', nextExternalId: 'third-next-id' },
    ],
  }), {
    allows: {
      'the first with its ID': { principal, externalId: 'first-id' },
      'the first with its next ID': { principal, externalId: 'first-next-id' },
      'the second with its ID': { principal: second, externalId: 'second-id' },
      'the third with its ID': { principal: third, externalId: 'third-id' },
      'the third with its next ID': { principal: third, externalId: 'third-next-id' },
    },
    refuses: {
      'the first with the second ID': { principal, externalId: 'second-id' },
      'the first with the third ID': { principal, externalId: 'third-id' },
      'the second with the first ID': { principal: second, externalId: 'first-id' },
      'the second with the first\'s next ID': { principal: second, externalId: 'first-next-id' },
      'the second with the third\'s next ID': { principal: second, externalId: 'third-next-id' },
      'the third with the second ID': { principal: third, externalId: 'second-id' },
      'the second without an ID': { principal: second },
      'the third without an ID': { principal: third },
    },
  });

  trustScenario('without an ID, for a reason, loosens nothing for the others', () => ({
    additionalTrust: [{ vendor: Vendor.role(second), withoutExternalId: 'A role of our own in another account' }],
  }), {
    allows: { 'the second without an ID': { principal: second }, 'the first with its ID': { principal, externalId } },
    refuses: { 'the first without an ID': { principal }, 'the first with a wrong ID': { principal, externalId: 'wrong-id' } },
  });

  test('of the same ID for two vendors lets in each of them', async () => {
    const template = trusting({ externalId: 'shared-id', additionalTrust: [{ vendor: Vendor.role(second), externalId: 'shared-id' }] });
    expect(await assume(template, { principal, externalId: 'shared-id' })).toBe('allowed');
    expect(await assume(template, { principal: second, externalId: 'shared-id' })).toBe('allowed');
    expect(await assume(template, { principal: third, externalId: 'shared-id' })).toBe('denied');
  });
});
