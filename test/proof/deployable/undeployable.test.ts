import { undeployable } from './undeployable';
import { DeployedTemplate } from '../../support/deployed-template';
import { PolicyStatementJson } from '../../support/policy-document';

/** Templates that AWS would not take, each for one reason, beside one that it would. */
const READ: PolicyStatementJson = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme/*' };
const TRUST: PolicyStatementJson = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999988887777:root' }, Action: 'sts:AssumeRole' };
const GRANT: PolicyStatementJson = { ...READ, Principal: { AWS: 'arn:aws:iam::999988887777:root' } };

const document = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });
const long = (characters: number) => ({ ...READ, Resource: `arn:aws:s3:::${'x'.repeat(characters)}/*` });
const managed = (statement: unknown = READ) => ({ Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document(statement), Roles: [{ Ref: 'Role' }] } });

const RESOURCES = {
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme' } },
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: document({ ...GRANT, Action: 'kms:Decrypt', Resource: '*' }) } },
  BucketPolicy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: document(GRANT) } },
  Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'vendor', AssumeRolePolicyDocument: document(TRUST) } },
  Policy: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: document(READ), Roles: [{ Ref: 'Role' }] } },
};

/** The same with other properties of a resource, or with more resources. */
type Change = Record<string, { Type?: string; DependsOn?: string; Properties?: Record<string, unknown> }>;

function template(change: Change = {}, more: object = {}): DeployedTemplate {
  const resources: Record<string, any> = structuredClone(RESOURCES);
  for (const [id, { Properties, ...rest }] of Object.entries(change)) {
    resources[id] = { ...resources[id], ...rest, Properties: { ...resources[id]?.Properties, ...Properties } };
  }
  return new DeployedTemplate({ Resources: resources, ...more });
}

const complaints = (...templates: DeployedTemplate[]) => undeployable(templates.map((one) => ({ template: one, account: '111122223333' })));

test('what AWS takes is left in peace', () => {
  expect(complaints(template())).toEqual([]);
});

test.each<[string, Change, RegExp]>([
  ['a reference to nothing', { Policy: { Properties: { Roles: [{ Ref: 'Gone' }] } } }, /no resource or parameter Gone/],
  ['an attribute of nothing', { Policy: { Properties: { PolicyDocument: document({ ...READ, Resource: { 'Fn::GetAtt': ['Gone', 'Arn'] } }) } } }, /no resource or parameter Gone/],
  ['a substitution of nothing', { Policy: { Properties: { PolicyDocument: document({ ...READ, Resource: { 'Fn::Sub': '${Gone.Arn}/*' } }) } } }, /no resource or parameter Gone/],
  ['a condition that is not there', { Bucket: { Properties: { BucketName: { 'Fn::If': ['IsProd', 'a', 'b'] } } } }, /no condition IsProd/],
  ['a mapping that is not there', { Bucket: { Properties: { BucketName: { 'Fn::FindInMap': ['Names', 'a', 'b'] } } } }, /no mapping Names/],
  ['what it depends on is not there', { Bucket: { DependsOn: 'Gone' } }, /no resource Gone/],
  ['a circle of two', { Bucket: { DependsOn: 'BucketPolicy' } }, /circle: Bucket → BucketPolicy → Bucket/],
  ['a circle with itself', { Role: { Properties: { RoleName: { Ref: 'Role' } } } }, /circle: Role → Role/],
  ['a statement with no action', { Policy: { Properties: { PolicyDocument: document({ ...READ, Action: [] }) } } }, /nothing in Action/],
  ['a statement with an empty resource', { Policy: { Properties: { PolicyDocument: document({ ...READ, Resource: '' }) } } }, /nothing in Resource/],
  ['a document with no statement', { Policy: { Properties: { PolicyDocument: document() } } }, /no statement/],
  ['a document of an old version', { Policy: { Properties: { PolicyDocument: { Statement: [READ] } } } }, /version undefined/],
  ['a condition with no value', { Policy: { Properties: { PolicyDocument: document({ ...READ, Condition: { StringLike: { 's3:prefix': [] } } }) } } }, /nothing in StringLike s3:prefix/],
  ['an operator with no key', { Policy: { Properties: { PolicyDocument: document({ ...READ, Condition: { StringLike: {} } }) } } }, /nothing in StringLike/],
  ['one ID for two statements', { Policy: { Properties: { PolicyDocument: document({ ...READ, Sid: 'A' }, { ...READ, Sid: 'A' }) } } }, /statement ID A/],
  ['an ID with a hyphen', { Policy: { Properties: { PolicyDocument: document({ ...READ, Sid: 'a-b' }) } } }, /statement ID a-b/],
  ['an effect of another kind', { Policy: { Properties: { PolicyDocument: document({ ...READ, Effect: 'Permit' }) } } }, /effect Permit/],
  ['a principal in the policy of a role', { Policy: { Properties: { PolicyDocument: document(GRANT) } } }, /a principal where none belongs/],
  ['no principal in a bucket policy', { BucketPolicy: { Properties: { PolicyDocument: document(READ) } } }, /a principal where none belongs, or none where one does/],
  ['a resource in a trust policy', { Role: { Properties: { AssumeRolePolicyDocument: document({ ...TRUST, Resource: '*' }) } } }, /a resource where none belongs/],
  ['too much inline', { Policy: { Properties: { PolicyDocument: document(long(10_200)) } } }, /inline policies: \d+ of 10240/],
  ['too much in a managed policy', { Managed: managed(long(6_100)) }, /a managed policy: \d+ of 6144/],
  ['too many managed policies', Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`Managed${i}`, managed()])), /managed policies: 11 of 10/],
  ['too much trust', { Role: { Properties: { AssumeRolePolicyDocument: document({ ...TRUST, Principal: { AWS: `arn:aws:iam::999988887777:role/${'x'.repeat(2_000)}` } }) } } }, /trust policy: \d+ of 2048/],
  ['too many bytes in a bucket policy', { BucketPolicy: { Properties: { PolicyDocument: document({ ...GRANT, Resource: `arn:aws:s3:::acme/${'é'.repeat(10_200)}` }) } } }, /bucket policy: \d+ of 20480/],
  ['too many bytes in a key policy', { Key: { Properties: { KeyPolicy: document({ ...GRANT, Resource: `${'é'.repeat(16_400)}` }) } } }, /key policy: \d+ of 32768/],
  ['a second policy of a bucket', { Second: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'acme', PolicyDocument: document(GRANT) } } }, /policy of the bucket acme twice/],
  ['a second role of a name', { Second: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'Vendor', AssumeRolePolicyDocument: document(TRUST) } } }, /role 111122223333 vendor twice/],
])('%s is found', (_, change, complaint) => {
  const found = complaints(template(change));
  expect(found).toEqual([expect.stringMatching(complaint)]);
});

test('what two stacks of one account both have is found, but not what two accounts have', () => {
  const one = template({}, { Outputs: { Arn: { Value: 'x', Export: { Name: 'VendorArn' } } } });
  const other = template({ Bucket: { Properties: { BucketName: 'other' } } }, { Outputs: { Arn: { Value: 'y', Export: { Name: 'VendorArn' } } } });
  expect(complaints(one, other)).toEqual(['the role 111122223333 vendor twice', 'the export 111122223333 VendorArn twice']);
  expect(undeployable([{ template: one, account: '111122223333' }, { template: other, account: '444455556666' }])).toEqual([]);
});

test('with the quota raised, as its author was told, a role may carry more policies', () => {
  const many = template(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`Managed${i}`, managed()])));
  const warned = ['It has 11 of them. [ack: cdk-vendor-s3-access:managedPoliciesOverQuota]'];
  expect(undeployable([{ template: many, account: '111122223333' }], warned)).toEqual([]);
});
