import { checkSetup, Setup } from '../../../src/kit/form';
import { awsCli, terraform } from '../../../src/kit/texts';
import { scopeComments } from '../../../src/kit/texts/scope-comments';
import { FIVE } from '../setup-support';

const LINES = ['# To read: one folder of bucket 1.', '# To write: everything in bucket 2.', '# To read and write: everything in bucket 3.'];

/** A set-up in which each bucket is opened in another way. */
function setup(): Setup {
  const whole = { prefix: '', wholeBucket: true, keyArn: '' };
  const { setup: found, issues } = checkSetup(FIVE.creativeForce.facts, {
    accountId: '111122223333',
    region: 'eu-west-1',
    externalId: 'k3J-2f9a',
    principalArn: '',
    roleName: '',
    buckets: [
      { ...whole, bucketName: 'one', prefix: 'in', wholeBucket: false, mode: 'read' },
      { ...whole, bucketName: 'two', mode: 'write' },
      { ...whole, bucketName: 'three', mode: 'readWrite' },
    ],
  });
  expect(issues).toEqual([]);
  return found!;
}

test('comments say of each bucket what is opened, and for what', () => {
  expect(scopeComments(setup())).toBe(LINES.map((line) => `${line}\n`).join(''));
});

test('they stand before the permissions, where a whole bucket is one asterisk among others', () => {
  expect(awsCli(setup())).toContain(`${LINES.join('\n')}\npermissions=`);
  expect(terraform(setup())).toContain(`${LINES.map((line) => `  ${line}\n`).join('')}  vendor_creative_force_permissions = `);
});
