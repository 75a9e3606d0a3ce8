import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, Vendors, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../../src';
import { CREDENTIALS } from '../cooperation/support';

/** What each construct has that limits access: misspelt and left out, it would leave access wider than was meant. */
const LIMITS = {
  role: ['allowedSourceIps', 'expiresAt', 'externalId', 'maxSessionDuration', 'nextExternalId', 'permissionsBoundary', 'suspended'],
  user: ['allowedSourceIps', 'expiresAt', 'permissionsBoundary', 'suspended'],
  bucket: ['allowedSourceIps', 'expiresAt', 'suspended'],
} as const;

const MAKE: Record<keyof typeof LIMITS, (stack: Stack, access: S3Access[], more: object) => unknown> = {
  role: (stack, access, more) => new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access, ...more }),
  user: (stack, access, more) => new VendorS3AccessUser(stack, 'Access', { vendor: Vendors.hotglue(), access, ...more }),
  bucket: (stack, access, more) => new VendorS3BucketAccess(stack, 'Access', { vendor: Vendor.account('123456789012'), access, ...more }),
};

function make(kind: keyof typeof LIMITS, more: object): () => unknown {
  const stack = new Stack(new App(), 'Test');
  return () => MAKE[kind](stack, [S3Access.read(new Bucket(stack, 'Bucket'), { prefixes: ['in'] })], more);
}

const cases = (Object.keys(LIMITS) as Array<keyof typeof LIMITS>).flatMap((kind) => LIMITS[kind].map((name) => [kind, name] as const));

describe.each(cases)('of a %s, %s', (kind, name) => {
  test.each([
    ['without its last letter', name.slice(0, -1)], ['without two letters', name.slice(0, -2)], ['with two letters changed over', name.slice(0, -2) + name.at(-1)! + name.at(-2)!],
    ['with small letters', name.toLowerCase().slice(0, -1)],
  ])('is not left out by mistake: %s', (_, misspelt) => {
    expect(make(kind, { [misspelt]: 'x' })).toThrow(`PropertyUnknown [Test/Access] props.${misspelt}: received "x"; did you mean "${name}"?`);
  });
});

test.each(['role', 'user', 'bucket'] as const)('what a %s does not know and nothing resembles is let through, for props are often extended', (kind) => {
  expect(make(kind, { team: 'data' })).not.toThrow();
});
