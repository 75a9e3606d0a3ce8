import { Vendor } from '../../src';
import { EXTERNAL_ID, VENDOR } from '../support/customer';
import { trustScenario } from '../support/trust-scenario';

const principal = `arn:aws:iam::${VENDOR}:role/ingest`;
const externalId = EXTERNAL_ID;
const good = { principal, externalId };
const from = (ip: string | undefined) => ({ ...good, context: { 'aws:SourceIp': ip } });
const at = (time: string) => ({ ...good, context: { 'aws:CurrentTime': time } });

trustScenario('source addresses', () => ({ allowedSourceIps: ['203.0.113.0/24', '198.51.100.200'] }), {
  allows: { 'an address in the range': from('203.0.113.77'), 'the single address': from('198.51.100.200') },
  refuses: {
    'an address beside the range': from('203.0.114.1'),
    'an address beside the single one': from('198.51.100.201'),
    'a request without an address': from(undefined),
    'an address in the range with a wrong ID': { ...from('203.0.113.77'), externalId: 'wrong-id' },
  },
});

trustScenario('an expiry', () => ({ expiresAt: new Date('2026-12-31T00:00:00Z') }), {
  allows: { 'the vendor long before': at('2026-11-20T12:00:00Z'), 'the vendor one second before': at('2026-12-30T23:59:59Z') },
  refuses: {
    'the vendor at that second': at('2026-12-31T00:00:00Z'),
    'the vendor a year later': at('2027-12-31T00:00:00Z'),
    'the vendor before, with a wrong ID': { ...at('2026-11-20T12:00:00Z'), externalId: 'wrong-id' },
  },
});

trustScenario('an expiry with another party beside', () => ({
  expiresAt: new Date('2026-12-31T00:00:00Z'), additionalTrust: [{ vendor: Vendor.account('222211110000'), externalId: 'second-id' }],
}), {
  allows: { 'the other party before': { principal: 'arn:aws:iam::222211110000:role/support', externalId: 'second-id', context: { 'aws:CurrentTime': '2026-12-30T23:59:59Z' } } },
  refuses: {
    'the vendor after': at('2026-12-31T00:00:00Z'),
    'the other party after': { principal: 'arn:aws:iam::222211110000:role/support', externalId: 'second-id', context: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' } },
  },
});

trustScenario('suspension', () => ({
  suspended: true,
  nextExternalId: 'next-id',
  additionalTrust: [{ vendor: Vendor.account('222211110000'), externalId: 'second-id' }],
}), {
  refuses: {
    'the vendor with its ID': good,
    'the vendor with its next ID': { principal, externalId: 'next-id' },
    'additional trust': { principal: 'arn:aws:iam::222211110000:role/support', externalId: 'second-id' },
    'anybody else': { principal: 'arn:aws:iam::444455556666:role/x' },
  },
});

describe('session tags', () => {
  const vendor = () => Vendor.fromDefinition({
    name: 'Tagging',
    accounts: [VENDOR],
    sessionTags: [{ key: 'tenant' }, { key: 'stage', values: ['test', 'live'] }],
  });
  const tagged = (tags: Record<string, string>) => ({ ...good, tags });

  trustScenario('of the vendor', () => ({ vendor: vendor() }), {
    allows: {
      'a call without tags': good,
      'a tag with any value': tagged({ tenant: 'acme' }),
      'a tag with a known value': tagged({ stage: 'live' }),
      'both tags': tagged({ tenant: 'acme', stage: 'test' }),
    },
    refuses: {
      'a tag that was not declared': tagged({ admin: 'true' }),
      'a declared tag beside one that was not': tagged({ tenant: 'acme', admin: 'true' }),
      'a value that was not declared': tagged({ stage: 'dev' }),
      'a wrong ID with a declared tag': { ...tagged({ tenant: 'acme' }), externalId: 'wrong-id' },
      'no ID with a declared tag': { principal, tags: { tenant: 'acme' } },
      'a stranger with a declared tag': { ...tagged({ tenant: 'acme' }), principal: 'arn:aws:iam::444455556666:role/x' },
    },
  });

  trustScenario('where the vendor declares none', () => ({}), {
    allows: { 'a call without tags': good },
    refuses: { 'a call with a tag': tagged({ tenant: 'acme' }) },
  });

  trustScenario('under suspension', () => ({ vendor: vendor(), suspended: true }), {
    refuses: { 'a call with a tag': tagged({ tenant: 'acme' }), 'a call without': good },
  });

  trustScenario('with an expiry and addresses', () => ({ vendor: vendor(), expiresAt: new Date('2026-12-31T00:00:00Z'), allowedSourceIps: ['203.0.113.0/24'] }), {
    allows: { 'in time, from the range': { ...tagged({ tenant: 'a' }), context: { 'aws:SourceIp': '203.0.113.1' } } },
    refuses: {
      'from elsewhere': { ...tagged({ tenant: 'a' }), context: { 'aws:SourceIp': '203.0.114.1' } },
      'too late': { ...tagged({ tenant: 'a' }), context: { 'aws:SourceIp': '203.0.113.1', 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
    },
  });
});
