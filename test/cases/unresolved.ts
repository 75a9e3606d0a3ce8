import { CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { ACCOUNT, Loose, makeBucketAccess, makeDefinition, makeRole, makeUser, ROLE_ARN } from './bad-input';
import { S3Access, S3AccessOptions, S3KeyScope, Vendor, VendorAccessMethod, VendorDefinition, Vendors } from '../../src';

/** A place where a value may be known only at deployment. */
export interface Unresolved {
  readonly place: string;
  readonly build: (stack: Stack) => void;
}

/** A parameter that could hold anything, and would be refused in many places if it were looked into. */
function parameter(stack: Stack, type = 'String'): CfnParameter {
  return new CfnParameter(stack, 'Value', { type });
}

function inRole(place: string, props: (value: string, stack: Stack, bucket: IBucket) => Parameters<typeof makeRole>[1] & object): Unresolved {
  return {
    place,
    build: (stack) => {
      const value = parameter(stack).valueAsString;
      makeRole(stack, (_, bucket) => props(value, stack, bucket) as Loose<object>);
    },
  };
}

function inOptions(place: string, options: (value: string, stack: Stack) => Loose<S3AccessOptions>): Unresolved {
  return inRole(place, (value, stack, bucket) => ({ access: [S3Access.read(bucket, options(value, stack) as S3AccessOptions)] }));
}

function inDefinition(place: string, fields: (value: string) => Loose<VendorDefinition>): Unresolved {
  return inRole(`${place} of a definition`, (value) => ({ vendor: makeDefinition(fields(value)) }));
}

export const UNRESOLVED: readonly Unresolved[] = [
  inRole('an external ID', (externalId) => ({ externalId })),
  inRole('a part of an external ID', (value) => ({ externalId: `acme-${value}` })),
  inRole('the next external ID', (nextExternalId) => ({ nextExternalId })),
  inRole('the external ID of an additional party', (externalId) => ({ additionalTrust: [{ vendor: Vendor.role(ROLE_ARN), externalId }] })),
  inRole('an account ID', (value) => ({ vendor: Vendor.account(value) })),
  inRole('a pattern for principals', (value) => ({ vendor: Vendor.account(ACCOUNT, { principalArns: [value] }) })),
  inRole('the account in a pattern for principals', (value) => ({ vendor: Vendor.account(value, { principalArns: [`arn:aws:iam::${value}:role/x`] }) })),
  inRole('an organization ID', (value) => ({ vendor: Vendor.account(ACCOUNT, { organizationId: value }) })),
  inRole('the ARN of a role', (value) => ({ vendor: Vendor.role(value) })),
  inRole('the account in the ARN of a role', (value) => ({ vendor: Vendor.role(`arn:aws:iam::${value}:role/ingest`) })),
  inRole('the ARN of a user', (value) => ({ vendor: Vendor.user(value) })),
  inRole('the principal of hotglue', (value) => ({ vendor: Vendors.hotglue({ principalArn: value }) })),
  inRole('the role of Coactive', (value) => ({ vendor: Vendors.coactive({ roleArn: value }), externalId: undefined })),
  inRole('the user of Apperate', (value) => ({ vendor: Vendors.apperate({ userArn: value }) })),
  inRole('a role name', (roleName) => ({ roleName })),
  inRole('a path', (path) => ({ path })),
  inRole('a part of a path', (value) => ({ path: `/vendors/${value}/` })),
  inRole('a description', (description) => ({ description })),
  inRole('an address', (value) => ({ allowedSourceIps: [value] })),
  inRole('a part of an address', (value) => ({ allowedSourceIps: [`${value}/32`] })),
  inRole('the ARN of a permissions boundary', (value, stack) => ({ permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(stack, 'Boundary', value) })),

  inRole('a bucket name', (value, stack) => ({ access: [S3Access.read(Bucket.fromBucketName(stack, 'Imported', value), { wholeBucket: true })] })),
  inRole('a part of a bucket name', (value, stack) => ({ access: [S3Access.read(Bucket.fromBucketName(stack, 'Imported', `orders-${value}`), { wholeBucket: true })] })),
  inRole('a bucket ARN', (value, stack) => ({ access: [S3Access.read(Bucket.fromBucketArn(stack, 'Imported', value), { wholeBucket: true })] })),
  inOptions('the owner of a bucket', (bucketOwner) => ({ wholeBucket: true, bucketOwner })),
  inOptions('a folder', (value) => ({ prefixes: [value] })),
  inOptions('a part of a folder', (value) => ({ prefixes: [`raw/${value}-in`] })),
  inOptions('a part of a start of keys', (value) => ({ keys: [S3KeyScope.startingWith(`data_${value}`)] })),
  inOptions('a key', (value) => ({ keys: [S3KeyScope.object(value)] })),
  inOptions('a template', (value) => ({ keys: [S3KeyScope.template(`${value}/{tenant}`)] })),
  inOptions('the value of a variable', (tenant) => ({ keys: [S3KeyScope.template('exports/{tenant}', { tenant })] })),
  inOptions('the ARN of a key', (value, stack) => ({ wholeBucket: true, encryptionKeys: [Key.fromKeyArn(stack, 'Key', `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${value}`)] })),
  inOptions('the name of an alias', (value, stack) => ({ wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Key', value)] })),
  inOptions('a part of the name of an alias', (value, stack) => ({ wholeBucket: true, encryptionKeys: [Alias.fromAliasName(stack, 'Key', `alias/${value}`)] })),

  inDefinition('an account', (value) => ({ accounts: [value] })),
  inDefinition('a principal', (value) => ({ principals: [value] })),
  inDefinition('a pattern', (value) => ({ principalArns: [value] })),
  inDefinition('the organization', (organizationId) => ({ organizationId })),
  inDefinition('the role name', (roleName) => ({ roleName })),
  inDefinition('a companion bucket', (value) => ({ companionBuckets: [{ bucketName: value, ownerAccount: ACCOUNT, mode: 'read', wholeBucket: true }] })),
  inDefinition('the owner of a companion bucket', (value) => ({ accounts: [value], companionBuckets: [{ bucketName: 'transfer', ownerAccount: value, mode: 'read', wholeBucket: true }] })),
  inDefinition('a folder in a companion bucket', (value) => ({ companionBuckets: [{ bucketName: 'transfer', ownerAccount: ACCOUNT, mode: 'read', prefixes: [value] }] })),
  inDefinition('the value of a session tag', (value) => ({ sessionTags: [{ key: 'team', values: [value] }] })),

  { place: 'a user name', build: (stack) => makeUser(stack, { userName: parameter(stack).valueAsString }) },
  { place: 'the path of a user', build: (stack) => makeUser(stack, { path: parameter(stack).valueAsString }) },
  { place: 'a secret name', build: (stack) => makeUser(stack, { secretName: parameter(stack).valueAsString }) },
  { place: 'an access key serial', build: (stack) => makeUser(stack, { accessKeySerial: parameter(stack, 'Number').valueAsNumber }) },
  { place: 'an address of a user', build: (stack) => makeUser(stack, { allowedSourceIps: [parameter(stack).valueAsString] }) },
  {
    place: 'the principal of a bucket policy',
    build: (stack) => makeBucketAccess(stack, {
      vendor: Vendor.fromDefinition({ name: 'Acme', principals: [parameter(stack).valueAsString], accessMethods: [VendorAccessMethod.BUCKET_POLICY] }),
    }),
  },
  {
    place: 'a lazy external ID',
    build: (stack) => makeRole(stack, { externalId: Lazy.string({ produce: () => stack.resolve(parameter(stack).valueAsString) as string }) }),
  },
];
