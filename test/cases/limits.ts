import { CfnParameter } from 'aws-cdk-lib';
import { BadInput, role } from './bad-input';

const RANGE = 'give an address or a range such as 203.0.113.0/24 or 2001:db8::/32';
const NOBODY = 'this range excludes nobody';
const YEARS = 'give a date between the years 1970 and 9999';

function range(text: string, says = RANGE): BadInput {
  return role(`the address ${JSON.stringify(text)}`, { allowedSourceIps: ['198.51.100.7', text] },
    'SourceIpInvalid', `allowedSourceIps[1]: received ${JSON.stringify(text)}`, says);
}

function expiry(wrong: string, expiresAt: unknown, code: BadInput['code'], shown: string, says: string): BadInput {
  return role(wrong, { expiresAt }, code, `expiresAt: received ${shown}`, says);
}

export const LIMITS: readonly BadInput[] = [
  ...[
    '', 'everywhere', '*', '203.0.113', '203.0.113.0.1', '203.0.113.256', '203.0.113.-1', '203.0.113.0x1', '203.0.113.01', ' 203.0.113.1', '203.0.113.1\n',
    '203.0.113.0/33', '203.0.113.0/-1', '203.0.113.0/', '203.0.113.0/8/8', '203.0.113.0/255.255.255.0', '203.0.113.0-203.0.113.9', '203.0.113.0/1e1', '0.0.0.0/00', '203.0.113.0/08',
    '2001:db8::/129', '2001:db8', '2001:db8:::1', '2001::db8::1', '2001:db8:0:0:0:0:0:0:1', '1:2:3:4:5:6:7:8::', '2001:db8::g', '12345::1', ':',
    '::ffff:203.0.113.1', '[2001:db8::1]', 'fe80::1%eth0',
  ].map((text) => range(text)),
  range('0.0.0.0/0', NOBODY),
  range('203.0.113.0/0', NOBODY),
  range('::/0', NOBODY),
  role('an empty list of addresses', { allowedSourceIps: [] },
    'SourceIpInvalid', 'allowedSourceIps: received a list of 0', 'name at least one range, or leave allowedSourceIps out'),
  role('one address in place of a list', { allowedSourceIps: '203.0.113.1' }, 'ValueTypeInvalid', 'allowedSourceIps: received "203.0.113.1"', 'give a list'),
  role('null as list of addresses', { allowedSourceIps: null }, 'ValueTypeInvalid', 'allowedSourceIps: received null', 'give a list'),
  role('nothing among the addresses', { allowedSourceIps: [undefined] }, 'ValueTypeInvalid', 'allowedSourceIps[0]: received nothing', 'give a string'),
  role('a number among the addresses', { allowedSourceIps: [2130706433] }, 'ValueTypeInvalid', 'allowedSourceIps[0]: received 2130706433', 'give a string'),
  role('a parameter as list of addresses', (scope) => ({ allowedSourceIps: new CfnParameter(scope, 'List', { type: 'CommaDelimitedList' }).valueAsList }),
    'ListUnresolved', 'allowedSourceIps: received "a list that is known only at deployment"', 'give the entries one by one'),

  expiry('an invalid date', new Date('soon'), 'ExpiryInvalid', '"Invalid Date"', YEARS),
  expiry('a date in the year 10000', new Date(Date.UTC(10000, 0, 1)), 'ExpiryInvalid', '"+010000-01-01T00:00:00.000Z"', YEARS),
  expiry('a date before 1970', new Date(-1), 'ExpiryInvalid', '"1969-12-31T23:59:59.999Z"', YEARS),
  expiry('a string as date', '2030-01-01', 'ValueTypeInvalid', '"2030-01-01"', 'give a Date'),
  expiry('a number as date', 1893456000000, 'ValueTypeInvalid', '1893456000000', 'give a Date'),
  expiry('null as date', null, 'ValueTypeInvalid', 'null', 'give a Date'),
  expiry('an object as date', { year: 2030 }, 'ValueTypeInvalid', 'a value of type object', 'give a Date'),
];
