import { App, CfnParameter, CfnParameterProps, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias, IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, BucketEncryption, IBucket } from 'aws-cdk-lib/aws-s3';
import { accessOf } from './build-access';
import { vendorOf } from './build-vendor';
import { World } from './world';
import {
  VendorS3AccessRole, VendorS3AccessUser, VendorS3BucketAccess, VendorS3BucketPolicies, VendorS3HandOff, VendorS3HandOffKind,
  VendorS3PolicyPlacement,
} from '../../../src';
import { DeployedTemplate } from '../../support/deployed-template';
import { BucketDeclaration, CUSTOMER, Declaration, KeyDeclaration, REGION } from '../meaning/declaration';

type Access = VendorS3AccessRole | VendorS3AccessUser | VendorS3BucketAccess;

/** Makes the app that a customer would write for a declaration, and "deploys" it. */
export function build(declaration: Declaration): World {
  const parameters = new Map<string, string>();
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env: { account: CUSTOMER, region: REGION } });
  const parameter = (value: string, props?: CfnParameterProps) => {
    const id = `Parameter${parameters.size}`;
    parameters.set(id, value);
    return new CfnParameter(stack, id, props).valueAsString;
  };
  const keys = declaration.keys.map((key, i) => keyOf(stack, key, `Key${i}`));
  const buckets = declaration.buckets.map((bucket, i) => bucketOf(stack, bucket, `Bucket${i}`, keys, parameter));
  const access = declaration.access.map((one) => accessOf(one, declaration, buckets, keys, parameter));
  const first = access.length - (declaration.addedLater ?? 0);
  const construct = constructOf(stack, declaration, access.slice(0, first));
  if (first < access.length) {
    construct.addAccess(...access.slice(first));
  }

  const template = DeployedTemplate.of(stack, { parameters: Object.fromEntries(parameters) });
  const handOffs: VendorS3HandOff[] = template.intrinsics.evaluate(stack.resolve(construct.handOffs));
  const handed = (kind: VendorS3HandOffKind, resource: string) =>
    handOffs.filter((handOff) => handOff.kind === kind && handOff.resource === resource).flatMap(({ statements }) => statements);
  return new World(declaration, template, {
    keyArns: keys.map((key) => template.intrinsics.evaluate(stack.resolve(key.keyArn))),
    handedToBucket: (arn) => handed(VendorS3HandOffKind.BUCKET_POLICY, arn),
    handedToKey: (arn) => handed(VendorS3HandOffKind.KEY_POLICY, arn),
  });
}

function constructOf(stack: Stack, declaration: Declaration, access: ReturnType<typeof accessOf>[]): Access {
  const vendor = vendorOf(declaration.vendor);
  const { allowedSourceIps, suspended } = declaration;
  const shared = {
    vendor,
    access,
    allowedSourceIps: allowedSourceIps && [...allowedSourceIps],
    suspended,
    expiresAt: declaration.expiresAt === undefined ? undefined : new Date(declaration.expiresAt),
  };
  const placement = {
    policyPlacement: declaration.placement === 'managed' ? VendorS3PolicyPlacement.MANAGED : undefined,
    bucketPolicies: declaration.bucketPolicies === 'always' ? VendorS3BucketPolicies.ALWAYS : undefined,
  };
  const reason = 'the declaration has none';
  switch (declaration.construct) {
    case 'bucketAccess':
      return new VendorS3BucketAccess(stack, 'Access', shared);
    case 'user':
      return new VendorS3AccessUser(stack, 'Access', { ...shared, ...placement });
    case 'role':
      return new VendorS3AccessRole(stack, 'Access', {
        ...shared,
        ...placement,
        externalId: declaration.externalId,
        nextExternalId: declaration.nextExternalId,
        withoutExternalId: declaration.externalId === undefined ? reason : undefined,
        additionalTrust: declaration.additionalTrust?.map(({ vendor: more, externalId }) => ({
          vendor: vendorOf(more), externalId, withoutExternalId: externalId === undefined ? reason : undefined,
        })),
      });
  }
}

function keyOf(stack: Stack, { source, id, owner = CUSTOMER, region = REGION }: KeyDeclaration, construct: string): IKey {
  switch (source) {
    case 'created':
      return new Key(stack, construct);
    case 'strict':
      // Its administrators may do everything but use it.
      return new Key(stack, construct, {
        policy: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['kms:Describe*', 'kms:PutKeyPolicy'], resources: ['*'], principals: [new AccountRootPrincipal()] })],
        }),
      });
    case 'imported':
      return Key.fromKeyArn(stack, construct, `arn:aws:kms:${region}:${owner}:key/${id}`);
    case 'alias':
      return Alias.fromAliasName(stack, construct, `alias/${id}`);
  }
}

function bucketOf(
  stack: Stack, { source, name, owner, key }: BucketDeclaration, construct: string, keys: readonly IKey[], parameter: (value: string) => string,
): IBucket {
  switch (source) {
    case 'created':
      return new Bucket(stack, construct, {
        bucketName: name,
        encryption: key === undefined ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS,
        encryptionKey: key === undefined ? undefined : keys[key],
      });
    case 'imported':
      return owner === undefined
        ? Bucket.fromBucketName(stack, construct, name)
        : Bucket.fromBucketAttributes(stack, construct, { bucketName: name, account: owner });
    case 'parameter':
      return Bucket.fromBucketName(stack, construct, parameter(name));
  }
}
