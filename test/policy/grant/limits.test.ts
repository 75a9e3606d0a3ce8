import { reference } from '../../../src/policy/base';
import { checkCidr, checkExpiry, checkReason, checkSessionDuration, checkSessionTags } from '../../../src/policy/grant';

const VALUE = reference('Value', 1000);

function code(expected: string): any {
  return expect.objectContaining({ code: expected, field: 'field' });
}

test.each([
  ['2030-01-02T03:04:05.678Z', '2030-01-02T03:04:05Z'],
  ['2030-01-02T03:04:05+02:00', '2030-01-02T01:04:05Z'],
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59Z'],
])('the expiry %s is written as %s', (date, text) => {
  expect(checkExpiry(new Date(date), 'field')).toBe(text);
});

test.each([
  ['an invalid date', new Date(NaN), 'ExpiryInvalid'], ['a date before 1970', new Date(-1), 'ExpiryInvalid'],
  ['the year 10000', new Date(Date.UTC(10000, 0)), 'ExpiryInvalid'], ['a string', '2030-01-01', 'ValueTypeInvalid'], ['a number', 0, 'ValueTypeInvalid'],
])('fails for an expiry that is %s', (_, date, expected) => {
  expect(() => checkExpiry(date, 'field')).toThrow(code(expected));
});

test.each([3600, 3601, 43200])('a session may last %d seconds', (seconds) => {
  expect(() => checkSessionDuration(seconds, 'field')).not.toThrow();
});

test.each([0, 3599, 3600.5, 43201, -3600, NaN, Infinity])('fails for a session of %d seconds', (seconds) => {
  expect(() => checkSessionDuration(seconds, 'field')).toThrow(code('SessionDurationInvalid'));
});

test.each([
  '203.0.113.7', '203.0.113.0/24', '0.0.0.0/1', '255.255.255.255/32', '10.0.0.0/8', '0.0.0.0', '2001:db8::/32', '2001:db8:0:0:0:0:0:1', '::1', '::1/128',
  '1::', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '2001:DB8::A/64', VALUE, `${VALUE}/24`,
])('%j is a range of addresses', (range) => {
  expect(checkCidr(range, 'field')).toBe(range);
});

test.each([
  '', '/', 'x', '203.0.113', '203.0.113.256', '203.0.113.1000', '203.0.113.00', '203.0.113.0/33', '203.0.113.0/', '203.0.113.0/a', '203.0.113.0/24/24', '203.0.113.0/-8', '203.0.113.0/8.5', '203.0.113.0/8x', '1:2:3::4:5::6:7:8', `${VALUE} `, `x${VALUE}`, '203.0.113.0 /24',
  '0.0.0.0/0', '1.2.3.4/000', '::/0', '1::/0', '::1::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4::5:6:7:8', ':::', '1:2', ':1::2', '::1/129', '::ffff:1.2.3.4', '12345::', 'g::',
])('fails for the range %j', (range) => {
  expect(() => checkCidr(range, 'field')).toThrow(code('SourceIpInvalid'));
});

test.each([undefined, 5, ['10.0.0.0/8']])('fails for a range that is %j', (range) => {
  expect(() => checkCidr(range, 'field')).toThrow(code('ValueTypeInvalid'));
});

test.each([
  { key: 'team' }, { key: 'k'.repeat(128) }, { key: 'Équipe de nuit', values: ['à la carte', '', 'v'.repeat(256)] }, { key: '_.:/=+@-', values: ['_.:/=+@-'] },
  { key: 'awsome', values: [VALUE] },
])('%j is a session tag', (tag) => {
  expect(checkSessionTags([tag], 'field')).toEqual([tag]);
});

test.each([
  { key: '' }, { key: VALUE }, { key: 'k'.repeat(129) }, { key: 'a*' }, { key: '${aws:userid}' }, { key: 'ż' }, { key: 'a\n' }, { key: 'aws:team' }, { key: 'AWS:team' },
  { key: 'team', values: ['ok', 'a*'] }, { key: 'team', values: ['v'.repeat(257)] }, { key: 'team', values: ['ż'] }, { key: 'team', values: ['${x}'] },
])('fails for the session tag %j', (tag) => {
  expect(() => checkSessionTags([tag], 'field')).toThrow(expect.objectContaining({ code: 'SessionTagInvalid', field: expect.stringMatching(/^field\[0\]\.(key|values\[\d\])$/) }));
});

test('fails for a session tag named twice, which IAM tells apart by no case', () => {
  expect(() => checkSessionTags([{ key: 'team' }, { key: 'project' }], 'field')).not.toThrow();
  // These are two keys in lower case, and one in upper case.
  expect(() => checkSessionTags([{ key: 'stra\u00dfe' }, { key: 'strasse' }], 'field')).not.toThrow();
  expect(() => checkSessionTags([{ key: 'team', values: ['a'] }, { key: 'Team', values: ['b'] }], 'field'))
    .toThrow(expect.objectContaining({ code: 'SessionTagInvalid', field: 'field[1].key' }));
});

test('a reason is given back as it is', () => {
  expect(checkReason(' the vendor is us ', 'field')).toBe(' the vendor is us ');
});

test.each([[`because ${VALUE}`, 'ValueTypeInvalid'], ['', 'ReasonMissing'], [' \n', 'ReasonMissing'], [undefined, 'ValueTypeInvalid'], [true, 'ValueTypeInvalid']])('fails for the reason %j', (reason, expected) => {
  expect(() => checkReason(reason, 'field')).toThrow(code(expected));
});
