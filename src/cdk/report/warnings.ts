import { Annotations } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { oneLine } from '../../policy/base';

/**
 * What is legal and yet worth a second look.
 *
 * The keys are API: users acknowledge warnings by them, and docs/errors.md is generated from this table. What a warning says of the case
 * at hand stands where it is raised.
 */
export const WARNINGS = {
  accessKey: 'A user with a long-lived access key was made; a role with an external ID is safer wherever the vendor supports it.',
  aliasElsewhere: 'A key is given by an alias of another account than the bucket\'s; if the bucket encrypts with a key of its own account, the vendor cannot use that: name the key by its ARN.',
  bucketPolicyDenies: 'A bucket policy of this app denies what is declared here, under some conditions at least, and a Deny always wins; let the vendor through there.',
  bucketPolicyHandOff: 'The policy of a bucket was left as it is; the warning says why, and what to do: give the role or user a fixed name, for one, or have the owner of the bucket add the statements handed off.',
  expired: 'The access has expired already; give a later date, or remove it.',
  externalIdAbsent: 'The role is assumed without an external ID, so the vendor can be tricked into using it for another customer.',
  keyNotDeclared: 'The bucket encrypts with a KMS key that is not declared for it, so that the vendor can read and write nothing there; name the key in encryptionKeys.',
  keyNotPinned: 'The key policy cannot name the bucket without a circle of references; S3 alone tells which objects the vendor may use the key for. Give its buckets a bucketName, and write that as text wherever else you name them.',
  keyPolicyHandOff: 'The policy of a KMS key was left as it is; the warning says why, and what to do: give the role or user a fixed name, for one, or have the owner of the key check that it allows the statements handed off.',
  literalWildcard: 'A declared key holds an asterisk, which stands for itself here: `in/*` is a folder named `*`. For all that lies in `in`, declare the folder `in`; for everything in the bucket, wholeBucket: true.',
  managedPoliciesOverQuota: 'The role or group has more managed policies than the 10 that IAM allows by default; have the quota raised in the account, or attach fewer.',
  multipartListing: 'The vendor sees the keys of all unfinished uploads in the bucket; S3 cannot limit that to a prefix; set multipartListing to false if nothing needs it.',
  noExternalIdInBucketPolicy: 'A bucket policy cannot demand an external ID; the vendor itself must keep its customers apart. Use VendorS3AccessRole if it can assume a role.',
  openParameter: 'A value that names a bucket or its owner, a KMS key, a principal, an organization, an external ID, a session tag or the start of keys is known only at deployment, and may be anything; give the parameter an allowedPattern or allowedValues, or write the value out.',
  organizationAlone: 'The vendor is described by its organization alone, which only narrows accounts and principals: nobody is named, and nobody gets access; name the vendor in accounts or principals.',
  pendingVendor: 'The vendor has not named its principal yet, and gets no access; name it once it is known.',
  templateNeedsS3: 'The template of a one-click stack has more than the 51,200 bytes that CloudFormation takes directly; it must be launched from S3.',
} as const;

/** A stable warning ID, without the package's prefix. */
export type WarningId = keyof typeof WARNINGS;

/** The prefix of all warning IDs. */
export const WARNING_PREFIX = 'cdk-vendor-s3-access';

/** A warning is read in a terminal; a reason of many pages is not. */
const MAX_WARNING = 1000;

/**
 * Adds a warning that can be acknowledged by its ID.
 *
 * @param text what it is about, first; then what may go wrong; and, where there is a cure, what to write
 */
export function warn(scope: IConstruct, id: WarningId, text: string): void {
  Annotations.of(scope).addWarningV2(`${WARNING_PREFIX}:${id}`, oneLine(text).slice(0, MAX_WARNING));
}

/**
 * The same at synth, long after the construct was made. The CDK looks for acknowledgements on the constructs above one, but not on itself;
 * they are in a record of its own.
 */
export function warnAtSynth(scope: IConstruct, id: WarningId, text: string): void {
  const { acks } = (scope.node.root as unknown as Record<symbol, { acks?: Map<string, Set<string>> } | undefined>)[ACKNOWLEDGEMENTS] ?? {};
  if (!acks?.get(scope.node.path)?.has(`${WARNING_PREFIX}:${id}`)) {
    warn(scope, id, text);
  }
}

const ACKNOWLEDGEMENTS = Symbol.for('@aws-cdk/core.Acknowledgements');
