import { Skip } from './skip';

/** Templates whose buckets and keys are the barest that an example or a test needs. */
const BARE = /\/readme\/|^integ\//;
/** The same, and those of the demo. */
const PLAIN = /\/readme\/|^integ\/|\/example-demo\//;
/** Templates that vendors publish. */
const KIT = /\/(kits|example-vendor-kit)\//;
/** The function that plays the vendor in the integration tests. */
const PROBE = /^integ\/[^/]+\/Assertions$/;

const BUCKET = 'The bucket stands for one that the customer has already; the library makes no bucket, and changes no setting of one.';
const KEY = 'The key stands for one that the customer has already; the library makes no key, and changes no setting of one.';
const FUNCTION = 'The function lives as long as an integration test and calls nothing but S3 and STS; nothing of it is published.';
const CHOICE = 'It stumbles over an action that depends on a condition, and takes the function for a wildcard. Each action is written out; what the filled '
  + 'role can do is judged on the emulated deployment.';
const WARNING = 'This is the library\'s own warning, which the recommended feature flags copy into the report; here it is deserved.';

/** All findings that are not mended, with the reason for each. Nothing else keeps a linter quiet: no setting, no metadata. */
export const SKIPS: readonly Skip[] = [
  {
    tool: 'cfn-lint',
    rule: 'I1022',
    reason: 'The CDK writes every text with references as Fn::Join, and offers no other way; Fn::Sub would mean the same.',
  },
  {
    tool: 'cfn-lint',
    rule: 'I3042',
    type: 'Custom::VendorCallBack',
    template: /\/kits\/CloudglueKit3(\.yaml)?$/,
    reason: 'It asks for the partition as a pseudo parameter. Cloudglue names the partition of its accounts; in another one that account is a stranger\'s.',
  },
  {
    tool: 'cfn-lint',
    rule: 'W1028',
    type: 'AWS::IAM::Role',
    template: KIT,
    message: /'Has(RoleName|Boundary)'/,
    reason: 'It sees that the inner one of two equal choices is always made in the same way. It is there for older validators of the CDK, which take '
      + 'the empty default of a parameter for its value unless it stands under a choice inside of a text (src/kit/stack/choose.ts).',
  },
  {
    tool: 'cfn-lint',
    rule: 'W3005',
    type: 'AWS::Lambda::Function',
    template: PROBE,
    reason: `The CDK lets every function depend on its role by name as well as by reference. ${FUNCTION}`,
  },

  ...each({ tool: 'checkov', type: 'AWS::S3::Bucket' }, {
    CKV_AWS_18: `It asks for access logging. ${BUCKET}`,
  }),
  ...each({ tool: 'checkov', type: 'AWS::S3::Bucket', template: PLAIN }, {
    CKV_AWS_21: `It asks for versioning. ${BUCKET}`,
  }),
  ...each({ tool: 'checkov', type: 'AWS::S3::Bucket', template: BARE }, {
    CKV_AWS_53: `It asks for public ACLs to be blocked. ${BUCKET}`,
    CKV_AWS_54: `It asks for public policies to be blocked. ${BUCKET}`,
    CKV_AWS_55: `It asks for public ACLs to be ignored. ${BUCKET}`,
    CKV_AWS_56: `It asks for public buckets to be restricted. ${BUCKET}`,
  }),
  ...each({ tool: 'checkov', type: 'AWS::KMS::Key', template: BARE }, {
    CKV_AWS_7: `It asks for key rotation. ${KEY}`,
  }),
  ...each({ tool: 'checkov', type: 'AWS::SecretsManager::Secret', template: /\/(UserManaged|UserSuspended|HotglueUser|Hotglue|VendorS3AccessUser)$/ }, {
    CKV_AWS_149: 'It asks for a customer managed key on the secret of a user. The default is the key that AWS manages for Secrets Manager, which '
      + 'costs nothing and leaves no key to look after; secretEncryptionKey names another one, and the template gallery/User, which has it, passes.',
  }),
  ...each({ tool: 'checkov', type: 'AWS::Lambda::Function', template: PROBE }, {
    CKV_AWS_115: `It asks for a limit of concurrent executions. ${FUNCTION}`,
    CKV_AWS_116: `It asks for a dead letter queue. ${FUNCTION}`,
    CKV_AWS_117: `It asks for a VPC. ${FUNCTION}`,
  }),
  ...each({ tool: 'checkov', type: 'AWS::Logs::LogGroup', template: PROBE }, {
    CKV_AWS_158: `It asks for a KMS key on the log group of a function. ${FUNCTION}`,
  }),

  ...each({ tool: 'cfn-guard', type: 'AWS::IAM::Group', message: /property \[Properties\] is missing\.$/ }, {
    'CT.IAM.PR.1': 'It looks for inline policies that allow everything, and stumbles over a group without any property, which has no inline policy '
      + 'at all. What the group may do is in a policy of its own, which the same rule judges and passes.',
    'CT.IAM.PR.5': 'It looks for inline policies that allow all actions of a service, and stumbles over a group without any property, which has no '
      + 'inline policy at all. What the group may do is in a policy of its own, which the same rule judges and passes.',
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::S3::Bucket' }, {
    'CT.S3.PR.2': `It asks for access logging. ${BUCKET}`,
    'CT.S3.PR.3': `It asks for a lifecycle of versions. ${BUCKET}`,
    'CT.S3.PR.4': `It asks for event notifications. ${BUCKET}`,
    'CT.S3.PR.6': `It asks for a lifecycle. ${BUCKET}`,
    'CT.S3.PR.9': `It asks for an object lock. ${BUCKET}`,
    'CT.S3.PR.10': `It asks for encryption with a KMS key. ${BUCKET} Buckets with keys that S3 manages are shown because they are usual.`,
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::S3::Bucket', template: PLAIN }, {
    'CT.S3.PR.11': `It asks for versioning. ${BUCKET}`,
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::S3::Bucket', template: BARE }, {
    'CT.S3.PR.1': `It asks for public access to be blocked. ${BUCKET}`,
    'CT.S3.PR.5': `It asks for ACLs to be disabled, and stumbles over a bucket without any property, where they are. ${BUCKET}`,
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::S3::BucketPolicy', template: /^integ\/vendor-s3-bucket-access\/VendorS3BucketAccess$/ }, {
    'CT.S3.PR.8': 'It asks that the bucket policy refuses plain HTTP to everybody. Each statement of the library demands TLS for itself; what others may '
      + 'do with the bucket is the owner\'s decision (enforceSSL), and the bucket of this test has an owner who did not ask for it.',
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::KMS::Key' }, {
    'CT.KMS.PR.3': `It asks for a statement that keeps everybody but AWS services from making grants. ${KEY} None of its own statements allows grants.`,
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::KMS::Key', template: BARE }, {
    'CT.KMS.PR.1': `It asks for key rotation. ${KEY}`,
  }),

  ...each({ tool: 'cfn-guard', type: 'AWS::IAM::Role', template: KIT }, {
    'CT.IAM.PR.5': `It asks for no wildcard in the actions of inline policies. ${CHOICE}`,
  }),
  ...each({ tool: 'cfn-guard', type: 'AWS::IAM::ManagedPolicy', template: KIT }, {
    'CT.IAM.PR.3': `It asks for no wildcard in the actions of managed policies. ${CHOICE}`,
  }),

  ...each({ tool: 'cdk-validator', template: /\/(User|UserManaged|UserSuspended|HotglueUser|Hotglue)$/ }, {
    'Annotation::cdk-vendor-s3-access:accessKey': `${WARNING} The template has a user with an access key.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/(CoactiveRole|Coactive|WithoutExternalId)$/ }, {
    'Annotation::cdk-vendor-s3-access:externalIdAbsent': `${WARNING} Coactive sends no external ID, and one role of the gallery gives another reason.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/(CoactiveBucketAccess|Coactive|BucketAccess|BucketAccessSuspended)$/ }, {
    'Annotation::cdk-vendor-s3-access:noExternalIdInBucketPolicy': `${WARNING} A bucket policy names the vendor, and cannot demand an external ID.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/(Pending|Apperate)$/ }, {
    'Annotation::cdk-vendor-s3-access:pendingVendor': `${WARNING} The vendor has not named its principal.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/EveryOption$/ }, {
    'Annotation::cdk-vendor-s3-access:multipartListing': `${WARNING} Every option is on, this one included.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/(LiteralWildcards|LiteralArn|China|GovCloud)$/ }, {
    'Annotation::cdk-vendor-s3-access:literalWildcard': `${WARNING} Keys with literal wildcards are what the template is there to show.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/(ImportedKeys|HandOff)$/ }, {
    'Annotation::cdk-vendor-s3-access:keyPolicyHandOff': `${WARNING} The key belongs to somebody else.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/((Cloudglue|CreativeForce|Hotglue)Kit10|DerivedKit)$/ }, {
    'Annotation::cdk-vendor-s3-access:templateNeedsS3': `${WARNING} With ten buckets and a choice of modes, the YAML form needs S3.`,
  }),
  ...each({ tool: 'cdk-validator', template: /\/HandOff$/ }, {
    'Annotation::cdk-vendor-s3-access:bucketPolicyHandOff': `${WARNING} The bucket belongs to somebody else.`,
  }),
];

/** Skips that differ in their rules and reasons only. */
function each(common: Omit<Skip, 'rule' | 'reason'>, reasons: Readonly<Record<string, string>>): Skip[] {
  return Object.entries(reasons).map(([rule, reason]) => ({ ...common, rule, reason }));
}
