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
import { DeploymentValues } from '../../support/intrinsics';
import { BESIDE, BucketDeclaration, CUSTOMER, Declaration, KeyDeclaration, PARTNER, REGION, STACK } from '../meaning/declaration';

type Access = VendorS3AccessRole | VendorS3AccessUser | VendorS3BucketAccess;

/** Makes the app that a customer would write for a declaration, and "deploys" it. */
export function build(declaration: Declaration): World {
  const parameters = new Map<string, string>();
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, STACK, { env: { account: CUSTOMER, region: REGION } });
  const dataAccount = declaration.dataStack === 'partner' ? PARTNER : CUSTOMER;
  const data = declaration.dataStack === undefined ? stack : new Stack(app, DATA, { env: { account: dataAccount, region: REGION } });
  const parameter = (value: string, props?: CfnParameterProps) => {
    const id = `Parameter${parameters.size}`;
    parameters.set(id, value);
    return new CfnParameter(stack, id, props).valueAsString;
  };
  const keys = declaration.keys.map((key, i) => keyOf(stack, data, key, `Key${i}`));
  const buckets = declaration.buckets.map((bucket, i) => bucketOf({ stack, data, parameter }, bucket, `Bucket${i}`, keys));
  const access = declaration.access.map((one) => accessOf(one, declaration, buckets, keys, parameter));
  const first = access.length - (declaration.addedLater ?? 0);
  const construct = constructOf(stack, declaration, access.slice(0, first));
  if (first < access.length) {
    construct.addAccess(...access.slice(first));
  }

  if (declaration.grantedBeside && !(construct instanceof VendorS3BucketAccess)) {
    construct.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${BESIDE}/*`] }));
  }

  const ofData = data === stack ? undefined : DeployedTemplate.of(data, { account: dataAccount });
  const template = DeployedTemplate.of(stack, { parameters: Object.fromEntries(parameters), ...told(ofData) });
  const handOffs: VendorS3HandOff[] = template.intrinsics.evaluate(stack.resolve(construct.handOffs));
  const handed = (kind: VendorS3HandOffKind, resource: string) =>
    handOffs.filter((handOff) => handOff.kind === kind && handOff.resource === resource).flatMap(({ statements }) => statements);
  return new World(declaration, template, {
    keyArns: keys.map((key) => (Stack.of(key) === data && ofData ? ofData : template).intrinsics.evaluate(Stack.of(key).resolve(key.keyArn))),
    data: ofData ?? template,
    handedToBucket: (arn) => handed(VendorS3HandOffKind.BUCKET_POLICY, arn),
    handedToKey: (arn) => handed(VendorS3HandOffKind.KEY_POLICY, arn),
  });
}

/** The name of the stack with the data. */
const DATA = 'Data';

/** What a stack tells others of itself: by exports, or by the names of its outputs. */
function told(template: DeployedTemplate | undefined): Pick<DeploymentValues, 'imports' | 'outputs'> {
  const outputs = Object.entries(template?.outputs ?? {});
  return {
    imports: Object.fromEntries(outputs.flatMap(([, { Value, Export }]) => (Export ? [[Export.Name, Value]] : []))),
    outputs: { [DATA]: Object.fromEntries(outputs.map(([id, { Value }]) => [id, Value])) },
  };
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
        roleName: declaration.roleName ? 'vendor-role' : undefined,
        externalId: declaration.externalId,
        nextExternalId: declaration.nextExternalId,
        withoutExternalId: declaration.externalId === undefined ? reason : undefined,
        additionalTrust: declaration.additionalTrust?.map(({ vendor: more, externalId }) => ({
          vendor: vendorOf(more), externalId, withoutExternalId: externalId === undefined ? reason : undefined,
        })),
      });
  }
}

function keyOf(stack: Stack, data: Stack, { source, id, owner = CUSTOMER, region = REGION }: KeyDeclaration, construct: string): IKey {
  switch (source) {
    case 'created':
      return new Key(data, construct);
    case 'strict':
      // Its administrators may do everything but use it.
      return new Key(data, construct, {
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

/** Where things are made. */
interface Site {
  readonly stack: Stack;
  /** For what the app creates. */
  readonly data: Stack;
  readonly parameter: (value: string) => string;
}

function bucketOf(
  { stack, data, parameter }: Site, { source, name, owner, key }: BucketDeclaration, construct: string, keys: readonly IKey[],
): IBucket {
  switch (source) {
    case 'created':
      return new Bucket(data, construct, {
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
