import { App, Stack } from 'aws-cdk-lib';
import { Bucket, BucketProps } from 'aws-cdk-lib/aws-s3';
import { Caller } from './caller';
import { CUSTOMER, DeployedTemplate, REGION } from './deployed-template';
import { DeploymentValues } from './intrinsics';
import { LEDGER, ORDERS } from './probe';
import { S3Access, S3AccessOptions, Vendor, VendorS3AccessRole, VendorS3AccessRoleProps } from '../../src';

/** The vendor's account in all tests that need no particular vendor. */
export const VENDOR = '999988887777';

/** The external ID in all tests that need no particular one. */
export const EXTERNAL_ID = 'k3J-2f9a';

/** A customer's stack with a bucket to declare, and another one that nobody declares. */
export class Customer {
  public readonly app = new App();
  public readonly stack: Stack;
  public readonly orders: Bucket;
  public readonly ledger: Bucket;

  constructor(bucketProps: BucketProps = {}, environment: { account: string; region: string } | undefined = { account: CUSTOMER, region: REGION }) {
    this.stack = new Stack(this.app, 'Stack', { env: environment });
    this.orders = new Bucket(this.stack, 'Orders', { bucketName: ORDERS, ...bucketProps });
    this.ledger = new Bucket(this.stack, 'Ledger', { bucketName: LEDGER });
  }

  /** Adds a role for the usual vendor. */
  public role(access: S3Access[], props: Partial<VendorS3AccessRoleProps> = {}): VendorS3AccessRole {
    const externalId = props.withoutExternalId === undefined ? EXTERNAL_ID : undefined;
    return new VendorS3AccessRole(this.stack, 'Access', { vendor: Vendor.account(VENDOR), externalId, access, ...props });
  }

  /** Synthesizes and "deploys". */
  public deploy(values?: Partial<DeploymentValues>): DeployedTemplate {
    return DeployedTemplate.of(this.stack, values);
  }
}

/** The vendor's session, after a declaration on the bucket of orders. */
export function session(mode: 'read' | 'write' | 'readWrite', options: S3AccessOptions, props?: Partial<VendorS3AccessRoleProps>): Caller {
  const customer = new Customer();
  customer.role([S3Access[mode](customer.orders, options)], props);
  return Caller.role(customer.deploy());
}
