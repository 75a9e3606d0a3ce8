import { S3AccessMode } from '../s3-access';
import { ExternalIdPolicy, VendorAccessMethod, VendorDefinition } from '../vendor-definition';

/** Coactive: image and video search. Reads, through a role without an external ID or through the bucket policy. */
export const COACTIVE: VendorDefinition = {
  name: 'Coactive',
  externalId: ExternalIdPolicy.UNSUPPORTED,
  modes: [S3AccessMode.READ],
  accessMethods: [VendorAccessMethod.ROLE, VendorAccessMethod.BUCKET_POLICY],
};
