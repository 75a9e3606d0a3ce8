import {
  AttachRolePolicyCommand, CreatePolicyCommand, GetGroupPolicyCommand, GetRolePolicyCommand, ListGroupPoliciesCommand, ListRolePoliciesCommand,
  PutGroupPolicyCommand, PutRolePolicyCommand, UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { Account } from '../../deploy/account';
import { Life } from '../../deploy/life';
import { CLOUDGLUE_LIFE } from '../../deploy/lives/cloudglue';
import { COACTIVE_BUCKETS_LIFE } from '../../deploy/lives/coactive';
import { CREATIVE_FORCE_LIFE } from '../../deploy/lives/creative-force';
import { HOTGLUE_USER_LIFE } from '../../deploy/lives/hotglue';
import { Deployed } from '../../deploy/read-back';
import { dropCondition, inDocument } from '../change';

/** A change made behind CloudFormation's back, right after the creation of a stack, which the judgement must find. */
export interface Damage {
  readonly title: string;
  readonly life: Life;
  readonly inflict: (account: Account, deployed: Deployed) => Promise<unknown>;
}

/** Edits the one inline policy of the role as text. */
function edited(edit: (text: string) => string): Damage['inflict'] {
  return async ({ clients: { iam } }, { role }) => {
    const RoleName = nameOf(role.arn);
    const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    return iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument: changed(decodeURIComponent(PolicyDocument!), edit) }));
  };
}

function trusting(edit: (text: string) => string): Damage['inflict'] {
  return ({ clients: { iam } }, { role }) =>
    iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: nameOf(role.arn), PolicyDocument: changed(JSON.stringify(role.trust), edit) }));
}

/** An edit that finds nothing would make a plant that grows nothing. */
function changed(text: string, edit: (text: string) => string): string {
  const result = edit(text);
  if (result === text) {
    throw new Error(`Nothing to change in ${text}`);
  }
  return result;
}

function without(key: string): (text: string) => string {
  return (text) => JSON.stringify(inDocument(dropCondition(key))(JSON.parse(text)));
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** All that is planted. */
export const DAMAGES: readonly Damage[] = [
  { title: 'a folder without its slash', life: CLOUDGLUE_LIFE, inflict: edited((text) => text.replaceAll('/raw/*"', '/raw*"')) },
  { title: 'an asterisk that is not escaped', life: CLOUDGLUE_LIFE, inflict: edited((text) => text.replaceAll('${*}', '*')) },
  { title: 'a dollar sign that is not escaped', life: CLOUDGLUE_LIFE, inflict: edited((text) => text.replaceAll('${$}{x}', '*')) },
  { title: 'a listing without its prefixes', life: CLOUDGLUE_LIFE, inflict: edited(without('s3:prefix')) },
  { title: 'access without TLS', life: CLOUDGLUE_LIFE, inflict: edited(without('aws:SecureTransport')) },
  { title: 'access whoever owns the bucket', life: CLOUDGLUE_LIFE, inflict: edited(without('aws:ResourceAccount')) },
  { title: 'a key for any context', life: CLOUDGLUE_LIFE, inflict: edited(without('kms:EncryptionContext:aws:s3:arn')) },
  { title: 'a key without S3', life: CLOUDGLUE_LIFE, inflict: edited(without('kms:ViaService')) },
  { title: 'an action too many', life: CLOUDGLUE_LIFE, inflict: edited((text) => text.replace('"s3:GetObject"', '["s3:GetObject","s3:DeleteObject"]')) },
  { title: 'a statement lost', life: CREATIVE_FORCE_LIFE, inflict: edited((text) => text.replaceAll('s3:GetObjectVersion', 's3:GetObjectTagging')) },
  {
    title: 'a managed policy attached',
    life: CREATIVE_FORCE_LIFE,
    inflict: async ({ clients: { iam } }, { role }) => {
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] });
      const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'more', PolicyDocument }));
      return iam.send(new AttachRolePolicyCommand({ RoleName: nameOf(role.arn), PolicyArn: Policy!.Arn }));
    },
  },
  { title: 'a trust without external ID', life: CLOUDGLUE_LIFE, inflict: trusting(without('sts:ExternalId')) },
  { title: 'a trust in the whole account', life: CREATIVE_FORCE_LIFE, inflict: trusting((text) => text.replace('user/CreativeForceCloudS3', 'root')) },
  { title: 'a trust in another account', life: CLOUDGLUE_LIFE, inflict: trusting((text) => text.replace('992382634011', '444455556666')) },
  {
    title: 'a group that may do more',
    life: HOTGLUE_USER_LIFE,
    inflict: async ({ clients: { iam } }, { user }) => {
      const [GroupName] = user.groups;
      const { PolicyNames: [PolicyName] = [] } = await iam.send(new ListGroupPoliciesCommand({ GroupName }));
      const { PolicyDocument } = await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }));
      const widened = changed(decodeURIComponent(PolicyDocument!), (text) => text.replaceAll('/incoming/orders/*"', '/incoming/*"'));
      return iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName, PolicyDocument: widened }));
    },
  },
  {
    title: 'a bucket policy for the whole account of the vendor',
    life: COACTIVE_BUCKETS_LIFE,
    inflict: ({ clients: { s3 } }, deployed) => {
      const Bucket = deployed.bucket('Images');
      const Policy = changed(JSON.stringify(deployed.bucketPolicies.get(Bucket)), (text) => text.replaceAll('role/coactive-reader', 'root'));
      return s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    },
  },
  {
    title: 'a key policy for any context',
    life: COACTIVE_BUCKETS_LIFE,
    inflict: ({ clients: { kms } }, deployed) => {
      const [[KeyId, policy]] = [...deployed.keyPolicies];
      return kms.send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: changed(JSON.stringify(policy), without('kms:EncryptionContext:aws:s3:arn')) }));
    },
  },
];
