import { byteSize, iamSize, malformed } from './documents';
import { DeployedTemplate } from '../../support/deployed-template';

/**
 * AWS's quotas, as its pages have them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 */
const MOST = {
  inline: { 'AWS::IAM::Role': 10_240, 'AWS::IAM::Group': 5_120, 'AWS::IAM::User': 2_048 },
  managed: 6_144,
  attached: 10,
  /** What can be asked for. */
  attachedRaised: 20,
  trust: 2_048,
  bucketPolicy: 20_480,
  keyPolicy: 32_768,
} as const;

/** The code of the warning that more policies are attached than an account allows by itself. */
const MORE_ATTACHED = ':managedPoliciesOverQuota]';

/** Documents that AWS would refuse for their form or their size. */
export function refusedDocuments(template: DeployedTemplate, warnings: readonly string[]): string[] {
  return [...ofIdentities(template, warnings), ...ofRoles(template), ...ofBuckets(template), ...ofKeys(template)];
}

function ofIdentities(template: DeployedTemplate, warnings: readonly string[]): string[] {
  return Object.entries(MOST.inline).flatMap(([type, most]) => template.ids(type).flatMap((id) => {
    const { inline, managed } = template.attachedPolicies(id);
    const mostAttached = warnings.some((warning) => warning.includes(MORE_ATTACHED)) ? MOST.attachedRaised : MOST.attached;
    return [
      ...[...inline, ...managed].flatMap(({ policy }) => malformed(id, policy, { principals: false, resources: true })),
      ...over(`${id}: inline policies`, iamSize(inline.map(({ policy }) => policy)), most),
      ...managed.flatMap(({ policy }) => over(`${id}: a managed policy`, iamSize([policy]), MOST.managed)),
      ...over(`${id}: managed policies`, managed.length, mostAttached),
    ];
  }));
}

function ofRoles(template: DeployedTemplate): string[] {
  return template.ids('AWS::IAM::Role').flatMap((id) => {
    const trust = template.trustPolicy(id);
    return [...malformed(`trust of ${id}`, trust, { principals: true, resources: false }), ...over(`${id}: trust policy`, iamSize([trust]), MOST.trust)];
  });
}

function ofBuckets(template: DeployedTemplate): string[] {
  return template.ids('AWS::S3::BucketPolicy').flatMap((id) => {
    const { PolicyDocument: document } = template.properties(id);
    return [...malformed(id, document, { principals: true, resources: true }), ...over(`${id}: bucket policy`, byteSize(document), MOST.bucketPolicy)];
  });
}

function ofKeys(template: DeployedTemplate): string[] {
  return template.ids('AWS::KMS::Key').flatMap((id) => {
    const { KeyPolicy: document } = template.properties(id);
    return [...malformed(id, document, { principals: true, resources: true }), ...over(`${id}: key policy`, byteSize(document), MOST.keyPolicy)];
  });
}

function over(what: string, size: number, most: number): string[] {
  return size > most ? [`${what}: ${size} of ${most}`] : [];
}
