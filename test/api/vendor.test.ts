import { Vendor } from '../../src';

const ACCOUNT = '111122223333';

/** The ARN of a role, of a length. */
function roleArn(length: number): string {
  const start = `arn:aws:iam::${ACCOUNT}:role/`;
  return `${start}${'p'.repeat(length - start.length - 2)}/r`;
}

test('a vendor given by an ID alone is named after it', () => {
  expect(Vendor.account(ACCOUNT).definition.name).toBe(`account ${ACCOUNT}`);
  expect(Vendor.role(roleArn(60)).definition.name).toBe(`role ${roleArn(60)}`);
  expect(Vendor.user(`arn:aws:iam::${ACCOUNT}:user/u`).definition.name).toBe(`user arn:aws:iam::${ACCOUNT}:user/u`);
  expect(Vendor.pending().definition.name).toBe('pending vendor');
});

test('a name has at most 100 characters; a longer one would not be read', () => {
  expect(Vendor.role(roleArn(95)).definition.name).toBe(`role ${roleArn(95)}`);
  expect(Vendor.role(roleArn(96)).definition.name).toBe('an AWS role');
});
