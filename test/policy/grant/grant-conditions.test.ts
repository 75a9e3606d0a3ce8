import { ALWAYS } from '../../../src/policy/document';
import { expiryConditions, guardConditions, locationConditions, sourceConditions } from '../../../src/policy/grant/grant-conditions';
import { conditionsOf, written } from '../conditions';
import { location, OWNER, PINNED } from '../locations';

const CONDITIONS = conditionsOf(PINNED);

test('every location is pinned to its owner and to TLS', () => {
  expect(locationConditions(location('read'), {})).toEqual(conditionsOf(PINNED));
});

test.each([
  ['the owner', { owner: undefined }, { Bool: PINNED.Bool }],
  ['TLS', { requireTls: false }, { StringEquals: PINNED.StringEquals }],
  ['both', { owner: undefined, requireTls: false }, {}],
])('without a pin of %s the rest stays', (_, more, conditions) => {
  expect(written(locationConditions(location('read', more), {}))).toEqual(conditions);
});

test('an account that must not own the bucket is refused', () => {
  expect(written(locationConditions(location('read', { owner: undefined, notOwner: OWNER }), {})))
    .toEqual({ Bool: PINNED.Bool, StringNotEquals: { 'aws:ResourceAccount': OWNER } });
});

test('expiry and source addresses are added', () => {
  expect(written(locationConditions(location('read'), { expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.0/24'] }))).toEqual({
    ...PINNED,
    DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  });
});

test('an expiry and source addresses are conditions only where there are some', () => {
  expect(written(expiryConditions({ expiresAt: '2030-01-01T00:00:00Z' }))).toEqual({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } });
  expect(written(sourceConditions({ sourceIps: ['b', 'a'] }))).toEqual({ IpAddress: { 'aws:SourceIp': ['a', 'b'] } });
  expect([expiryConditions({}), sourceConditions({})]).toEqual([ALWAYS, ALWAYS]);
});

test('an ACL is limited to full control of the owner, beside the pin', () => {
  expect(written(guardConditions('ownerAcl', location('write'), CONDITIONS))).toEqual({
    ...PINNED,
    StringEquals: { 'aws:ResourceAccount': OWNER, 's3:x-amz-acl': 'bucket-owner-full-control' },
  });
});

test('a demand on encryption is put to writes, and keys of the writer are refused', () => {
  expect(written(guardConditions('encryption', location('write', { acceptedEncryption: ['AES256'] }), CONDITIONS))).toEqual({
    ...PINNED,
    StringEqualsIfExists: { 's3:x-amz-server-side-encryption': 'AES256' },
    Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'true' },
  });
});

test('without a demand or a guard nothing is added', () => {
  expect(guardConditions('encryption', location('write'), CONDITIONS)).toBe(CONDITIONS);
  expect(guardConditions(undefined, location('write'), CONDITIONS)).toBe(CONDITIONS);
});
