import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess } from '../src';
import { CREDENTIALS, templateOf } from './cooperation/support';

const KINDS: Readonly<Record<string, { readonly make: (stack: Stack, props: object) => void; readonly switches: readonly string[] }>> = {
  role: {
    make: (stack, props) => void new VendorS3AccessRole(stack, 'Access', { ...CREDENTIALS, access: access(stack), ...props }),
    switches: ['suspended', 'outputs', 'exportOutputs', 'acknowledgeWildcards'],
  },
  user: {
    make: (stack, props) => void new VendorS3AccessUser(stack, 'Access', { vendor: Vendor.pending(), access: access(stack), ...props }),
    switches: ['suspended', 'outputs', 'acknowledgeWildcards'],
  },
  bucket: {
    make: (stack, props) => void new VendorS3BucketAccess(stack, 'Access', { vendor: CREDENTIALS.vendor, access: access(stack), ...props }),
    switches: ['suspended', 'outputs'],
  },
};

function access(stack: Stack): S3Access[] {
  return [S3Access.read(new Bucket(stack, 'Bucket'), { wholeBucket: true })];
}

function stackWith(kind: string, props: object): Stack {
  const stack = new Stack(new App(), 'Test');
  KINDS[kind].make(stack, props);
  return stack;
}

describe.each(Object.entries(KINDS))('access by %s', (kind, { switches }) => {
  // The text "false" would count as true.
  test.each(switches)('fails for a switch %s that is a text', (name) => {
    expect(() => stackWith(kind, { [name]: 'false' })).toThrow(`ValueTypeInvalid [Test/Access] ${name}: received "false"; give true or false`);
    expect(() => stackWith(kind, { [name]: false })).not.toThrow();
    expect(() => stackWith(kind, { [name]: true })).not.toThrow();
  });

  test('has outputs, unless they are switched off', () => {
    expect(templateOf(stackWith(kind, {})).Outputs).toBeDefined();
    expect(templateOf(stackWith(kind, { outputs: true })).Outputs).toBeDefined();
    expect(templateOf(stackWith(kind, { outputs: false })).Outputs).toBeUndefined();
  });
});
