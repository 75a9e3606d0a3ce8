import { EXTERNAL_ID, Need, partsOf } from './need';
import { DeployedTemplate } from '../../support/deployed-template';
import { PolicyDocumentJson } from '../../support/policy-document';
import * as apperate from '../../vendors/published/apperate';
import * as cloudglue from '../../vendors/published/cloudglue';
import * as coactive from '../../vendors/published/coactive';
import * as creativeForce from '../../vendors/published/creative-force';
import * as hotglue from '../../vendors/published/hotglue';
import { CUSTOMER } from '../meaning/declaration';
import { SITES } from '../world/site';
import { World } from '../world/world';

/** What a guide tells the customer to paste. */
interface Guide {
  readonly trust?: PolicyDocumentJson;
  readonly permissions?: PolicyDocumentJson;
  readonly bucketPolicy?: PolicyDocumentJson;
}

/** Steps of a guide: what is pasted first, and what is left once everything in it is done. */
export type Step = 'first' | 'last';

/** The world after a customer followed the vendor's guide, to the letter and to the end unless another step is asked for. */
export function publishedWorld(need: Need, step: Step = 'last'): World {
  const { bucket, key } = partsOf(need);
  // Documents first need the ARNs of what is there already.
  const bare = new DeployedTemplate({ Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: KEY_POLICY } } } });
  const keyArn = bare.arn('Key');
  const { trust, permissions, bucketPolicy } = guideOf(need, keyArn, step);
  const holder = { Policies: permissions && [{ PolicyName: 'Published', PolicyDocument: permissions }] };
  const template = new DeployedTemplate({
    Resources: {
      ...(key === undefined ? {} : bare.json.Resources),
      ...(need.declaration.construct === 'role'
        ? { Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: ROLE, AssumeRolePolicyDocument: trust, ...holder } } }
        : {}),
      ...(need.declaration.construct === 'user' ? { User: { Type: 'AWS::IAM::User', Properties: { UserName: 'vendor', ...holder } } } : {}),
      ...(bucketPolicy === undefined
        ? {}
        : { BucketPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: bucket.name, PolicyDocument: bucketPolicy } } }),
    },
  });
  return new World(need.declaration, template, {
    site: SITES.aws,
    data: template,
    dataAccount: CUSTOMER,
    warnings: [],
    handOffs: [],
    keyArns: [keyArn],
  });
}

const ROLE = 'vendor';
const ROLE_ARN = `arn:aws:iam::${CUSTOMER}:role/${ROLE}`;

/** The key policy that the KMS console writes: IAM decides. */
const KEY_POLICY: PolicyDocumentJson = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:root` }, Action: 'kms:*', Resource: '*' }],
};

function guideOf(need: Need, keyArn: string, step: Step): Guide {
  const { bucket: { name }, folder } = partsOf(need);
  const { vendor, construct } = need.declaration;
  switch (vendor.kind) {
    case 'cloudglue':
      return { trust: cloudglue.publishedTrust(EXTERNAL_ID), permissions: cloudglue.publishedPolicy(name) };
    case 'hotglue':
      return { trust: hotglue.publishedTrust(need.principal, EXTERNAL_ID), permissions: hotglue.publishedPolicy('both', name) };
    case 'coactive':
      return construct === 'bucketAccess'
        ? { bucketPolicy: coactive.publishedBucketPolicy(name, need.principal) }
        : { trust: coactive.publishedTrust(need.principal), permissions: coactive.publishedPolicy(name, folder) };
    case 'creativeForce':
      return {
        trust: step === 'first' ? creativeForce.publishedTrust(EXTERNAL_ID) : narrowed(creativeForce.publishedTrust(EXTERNAL_ID), need.principal),
        permissions: creativeForce.publishedPolicy(name, keyArn),
        bucketPolicy: creativeForce.publishedBucketPolicy(name, ROLE_ARN),
      };
    case 'apperate':
      return {
        trust: step === 'first' ? apperate.publishedFirstTrust(CUSTOMER, EXTERNAL_ID) : apperate.publishedTrust(need.principal, EXTERNAL_ID),
        permissions: apperate.publishedPolicy(name),
      };
    default:
      throw new Error(`No guide of ${vendor.kind}`);
  }
}

/** The same trust with another principal in it, as Creative Force's guide asks in the end. */
function narrowed(trust: PolicyDocumentJson, principal: string): PolicyDocumentJson {
  return { ...trust, Statement: trust.Statement.map((statement) => ({ ...statement, Principal: { AWS: principal } })) };
}
