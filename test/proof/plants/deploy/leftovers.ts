import { CreateRoleCommand, CreateUserCommand } from '@aws-sdk/client-iam';
import { DeleteObjectCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { Account } from '../../deploy/account';
import { KEY } from '../../deploy/objects';
import { Deployed } from '../../deploy/read-back';

/** Leaves something behind, or loses something, after a deletion. */
export type Leave = (account: Account, before: Deployed) => Promise<unknown>;

/** All that is left, or lost. */
export const LEFTOVERS: ReadonlyArray<readonly [string, Leave]> = [
  ['a role that is left', ({ clients: { iam } }) => iam.send(new CreateRoleCommand({ RoleName: 'left', AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}' }))],
  ['a user that is left', ({ clients: { iam } }) => iam.send(new CreateUserCommand({ UserName: 'left' }))],
  ['a secret that is left', ({ clients }) => clients.json('secretsmanager', 'secretsmanager.CreateSecret', { Name: 'left', SecretString: '{}' })],
  ['a bucket policy that is left', ({ clients: { s3 } }, { bucketPolicies }) => {
    const [[Bucket, policy]] = bucketPolicies;
    return s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(policy) }));
  }],
  ['an object that is lost', ({ clients: { s3 } }, { bucketPolicies }) => {
    const [[Bucket]] = bucketPolicies;
    return s3.send(new DeleteObjectCommand({ Bucket, Key: KEY }));
  }],
];
