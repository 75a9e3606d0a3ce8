import { App, Stack } from 'aws-cdk-lib';
import { AccountPrincipal, ArnPrincipal, IGrantable, IPrincipal, Role, User } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { Need, partsOf } from './need';
import { DeployedTemplate } from '../../support/deployed-template';
import { CUSTOMER, REGION } from '../meaning/declaration';
import { TRANSFER } from '../vendors';
import { SITES } from '../world/site';
import { World } from '../world/world';

/** How reading and writing is granted; the second way leaves out deleting. */
export type ReadWrite = 'grantReadWrite' | 'grantRead and grantPut';

/** The same need as an experienced CDK user writes it with the CDK's own means: grants with a key pattern, and a role. */
export function grantsWorld(need: Need, readWrite: ReadWrite = 'grantReadWrite'): World {
  const { declaration } = need;
  const { access, bucket: { name }, folder, key: declaredKey } = partsOf(need);
  const stack = new Stack(new App({ context: recommendedFlags, analyticsReporting: false }), 'Stack', { env: { account: CUSTOMER, region: REGION } });
  const key = declaredKey && new Key(stack, 'Key');
  const bucket = new Bucket(stack, 'Bucket', { bucketName: name, encryption: key ? BucketEncryption.KMS : BucketEncryption.S3_MANAGED, encryptionKey: key });
  const vendor = granteeOf(stack, need);
  const pattern = `${folder}/*`;
  if (access.mode === 'read') {
    bucket.grantRead(vendor, pattern);
  } else if (readWrite === 'grantReadWrite') {
    bucket.grantReadWrite(vendor, pattern);
  } else {
    bucket.grantRead(vendor, pattern);
    bucket.grantPut(vendor, pattern);
  }
  if (declaration.vendor.kind === 'cloudglue') {
    Bucket.fromBucketName(stack, 'Transfer', TRANSFER.bucketName).grantPut(vendor);
  }
  if (declaration.vendor.kind === 'creativeForce') {
    bucket.grantPutAcl(vendor, pattern);
  }
  const template = DeployedTemplate.of(stack);
  const keyArns = key ? [template.intrinsics.evaluate(stack.resolve(key.keyArn))] : [];
  return new World(declaration, template, { site: SITES.aws, data: template, dataAccount: CUSTOMER, warnings: [], handOffs: [], keyArns });
}

function granteeOf(stack: Stack, { declaration: { construct, vendor, externalId }, principal }: Need): IGrantable {
  const trusted: IPrincipal = vendor.kind === 'cloudglue' ? new AccountPrincipal(principal.split(':')[4]) : new ArnPrincipal(principal);
  switch (construct) {
    case 'role': return new Role(stack, 'Role', { assumedBy: trusted, externalIds: externalId === undefined ? undefined : [externalId] });
    case 'user': return new User(stack, 'User');
    case 'bucketAccess': return trusted;
  }
}
