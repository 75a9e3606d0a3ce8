import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { PageCase, PageDeclaration } from './page-case';
import { S3Access, VendorS3AccessRole, VendorS3HandOff, VendorS3HandOffKind } from '../../../src';
import { CUSTOMER, DeployedTemplate, REGION } from '../../support/deployed-template';
import { PolicyDocumentJson } from '../../support/policy-document';

/** All documents of one role. */
export interface RolePolicies {
  readonly trust: PolicyDocumentJson;
  readonly permissions: readonly PolicyDocumentJson[];
  /** Statements that owners of keys in other accounts must add, by key. A key of the customer's own leaves it to IAM, as the page takes for granted. */
  readonly handOffs: Readonly<Record<string, unknown>>;
}

/** What a customer's app synthesizes for a declaration. */
export function synthesized({ vendor }: PageCase, declaration: PageDeclaration): RolePolicies {
  const { account = CUSTOMER, region = REGION, externalId, principalArn, roleName, buckets } = declaration;
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env: { account, region } });
  const construct = new VendorS3AccessRole(stack, 'Access', {
    vendor: vendor(principalArn),
    externalId,
    roleName,
    access: buckets.map(({ bucketName, prefix, mode = 'read', keyArn }, i) => S3Access[mode](Bucket.fromBucketName(stack, `Bucket${i}`, bucketName), {
      ...(prefix === undefined ? { wholeBucket: true } : { prefixes: [prefix] }),
      ...(keyArn === undefined ? {} : { encryptionKeys: [Key.fromKeyArn(stack, `Key${i}`, keyArn)] }),
    })),
  });
  const china = region.startsWith('cn-');
  const template = DeployedTemplate.of(stack, {
    account, region, partition: china ? 'aws-cn' : 'aws', urlSuffix: china ? 'amazonaws.com.cn' : 'amazonaws.com',
  });
  const handOffs: VendorS3HandOff[] = template.intrinsics.evaluate(stack.resolve(construct.handOffs));
  return {
    trust: template.trustPolicy(),
    permissions: template.identityPolicies(template.id('AWS::IAM::Role')).map(({ policy }) => policy),
    handOffs: Object.fromEntries(handOffs
      .filter(({ kind, resource }) => kind === VendorS3HandOffKind.KEY_POLICY && resource.split(':')[4] !== account)
      .map(({ resource, statements }) => [resource, statements])),
  };
}
