import { awsSdk } from '../../../src/cli/aws';

test('the bundle has all that the command line uses, and no more', () => {
  expect(Object.keys(awsSdk()).sort()).toEqual([
    'AssumeRoleCommand', 'DeleteObjectCommand', 'GetCallerIdentityCommand', 'GetObjectCommand', 'ListObjectsV2Command', 'PutObjectCommand',
    'S3Client', 'STSClient',
  ]);
});

test('it is loaded once', () => {
  expect(awsSdk()).toBe(awsSdk());
});
