import { App, Aws, BootstraplessSynthesizer, CfnElement, CfnOutput, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor } from '../../api';
import { VendorS3AccessRole } from '../../constructs';
import { Mode } from '../../policy/grant';
import type { BucketInput } from '../../policy/request';
import { offeredModes } from '../../policy/vendor';

/** What a ready template is made for. */
export interface ReadyStackProps {
  readonly vendor: Vendor;
  readonly buckets: readonly BucketInput[];
  readonly externalId?: string;
  readonly roleName?: string;
  readonly account?: string;
  readonly region?: string;
}

/** A role for one customer, with nothing left to choose: no parameters, and nothing but the template is needed to deploy it. */
export class ReadyStack extends Stack {
  constructor(app: App, { vendor, buckets, externalId, roleName, account, region }: ReadyStackProps) {
    super(app, 'Ready', {
      env: { account, region },
      synthesizer: new BootstraplessSynthesizer(),
      description: `S3 access for ${vendor.definition.name}`,
    });
    const [narrowest] = offeredModes(vendor.definition.modes);
    new VendorS3AccessRole(this, 'Access', {
      vendor,
      externalId,
      roleName,
      access: buckets.map(({ bucketName, prefix, wholeBucket, mode, keyArn }, i) => S3Access[(mode || narrowest) as Mode](
        Bucket.fromBucketName(this, `Bucket${i}`, bucketName),
        {
          ...(wholeBucket ? { wholeBucket } : { prefixes: [prefix] }),
          ...(keyArn === '' ? {} : { encryptionKeys: [Key.fromKeyArn(this, `Key${i}`, keyArn)] }),
        },
      )),
    });
    this.nameExports();
  }

  /** What the stack is called is decided when it is deployed. */
  private nameExports(): void {
    for (const output of this.node.findAll()) {
      if (output instanceof CfnOutput && output.exportName !== undefined) {
        output.exportName = `${Aws.STACK_NAME}-${output.node.id}`;
      }
    }
  }

  /** IDs that people can read: there is one construct only, so their names need nothing to tell them apart. */
  protected allocateLogicalId(element: CfnElement): string {
    const names = element.node.scopes.slice(2).map(({ node }) => node.id).filter((id) => id !== 'Access' && id !== 'Resource');
    return names.join('').replace(/[^A-Za-z0-9]/g, '');
  }
}
