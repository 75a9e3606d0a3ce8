import { contextConditions, guardConditions, locationConditions } from '../../../src/policy/grant/grant-conditions';
import { location, OWNER, PINNED } from '../locations';

test('every location is pinned to its owner and to TLS', () => {
  expect(locationConditions(location('read'), {})).toEqual(PINNED);
});

test.each([
  ['the owner', { owner: undefined }, { Bool: PINNED.Bool }],
  ['TLS', { requireTls: false }, { StringEquals: PINNED.StringEquals }],
  ['both', { owner: undefined, requireTls: false }, {}],
])('without a pin of %s the rest stays', (_, more, conditions) => {
  expect(locationConditions(location('read', more), {})).toEqual(conditions);
});

test('an account that must not own the bucket is refused', () => {
  expect(locationConditions(location('read', { owner: undefined, notOwner: OWNER }), {}))
    .toEqual({ Bool: PINNED.Bool, StringNotEquals: { 'aws:ResourceAccount': OWNER } });
});

test('expiry and source addresses are added', () => {
  expect(locationConditions(location('read'), { expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.0/24'] })).toEqual({
    ...PINNED,
    DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
    IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
  });
});

test('what does not depend on a location is the expiry alone', () => {
  expect(contextConditions({ expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.0/24'] }))
    .toEqual({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } });
  expect(contextConditions({})).toEqual({});
});

test('an ACL is limited to full control of the owner, beside the pin', () => {
  expect(guardConditions('ownerAcl', location('write'), PINNED)).toEqual({
    ...PINNED,
    StringEquals: { 'aws:ResourceAccount': OWNER, 's3:x-amz-acl': 'bucket-owner-full-control' },
  });
});

test('a demand on encryption is put to writes, and keys of the writer are refused', () => {
  expect(guardConditions('encryption', location('write', { acceptedEncryption: ['AES256'] }), PINNED)).toEqual({
    ...PINNED,
    StringEqualsIfExists: { 's3:x-amz-server-side-encryption': ['AES256'] },
    Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'true' },
  });
});

test('without a demand or a guard nothing is added', () => {
  expect(guardConditions('encryption', location('write'), PINNED)).toBe(PINNED);
  expect(guardConditions(undefined, location('write'), PINNED)).toBe(PINNED);
});
