/** Text, or a reference to something that CloudFormation fills in. */
export type Value = string | number | boolean | Reference;

type Reference = { readonly 'Fn::Join': readonly [string, Value[]] } | { readonly 'Fn::GetAtt': readonly [string, string] } | { readonly Ref: string };

/** One value, or several. */
export type Values = Value | Value[];

/** A statement of a policy. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: Values;
  readonly Principal?: { readonly AWS?: Values };
  readonly Resource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** A policy. */
export interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

interface IdentityPolicy {
  readonly PolicyDocument: PolicyDocument;
  readonly Roles?: Values;
  readonly Groups?: Values;
}

/** What the demo reads of each type of resource. */
export interface Properties {
  'AWS::IAM::ManagedPolicy': IdentityPolicy;
  'AWS::IAM::Policy': IdentityPolicy;
  'AWS::IAM::Role': { readonly RoleName?: string; readonly AssumeRolePolicyDocument: PolicyDocument };
  'AWS::KMS::Key': { readonly KeyPolicy: PolicyDocument };
  'AWS::S3::Bucket': { readonly BucketName: string };
  'AWS::S3::BucketPolicy': { readonly Bucket: Value; readonly PolicyDocument: PolicyDocument };
}

/** A synthesized CloudFormation template. */
export interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}
