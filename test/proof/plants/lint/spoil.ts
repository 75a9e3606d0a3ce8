import { ResourceJson, TemplateJson, Tool } from '../../lint/finding';

/** A finding that must come, or the tool has not looked. */
export interface Expected {
  readonly tool: Tool;
  readonly rule: string;
  readonly resource: string;
}

/** A template with faults sown into it. */
export interface Spoilt {
  readonly content: TemplateJson;
  readonly expected: readonly Expected[];
}

interface Fault {
  readonly types: readonly string[];
  /** Spoils the properties of a resource. */
  readonly sow: (properties: any) => void;
  /** The rule of each tool that must speak up. */
  readonly rules: ReadonlyArray<readonly [Tool, string]>;
}

const FULL_ACCESS = { Effect: 'Allow', Action: '*', Resource: '*' };

/** What is done to the resources that the library makes or adds to. Each fault is one that the library must never make. */
const FAULTS: readonly Fault[] = [
  // A property that does not exist.
  {
    types: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::AccessKey', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::KMS::Key'],
    sow: (properties) => { properties.NoSuchProperty = true; },
    rules: [['cfn-lint', 'E3002'], ['cdk-validator', 'F3002']],
  },
  // A trust open to everybody.
  {
    types: ['AWS::IAM::Role'],
    sow: ({ AssumeRolePolicyDocument: document }) => {
      // A function in its place has statements that no linter looks for.
      const [first] = Array.isArray(document.Statement) ? document.Statement : [{ Action: 'sts:AssumeRole' }];
      document.Statement = [{ ...first, Effect: 'Allow', Principal: { AWS: '*' } }];
    },
    rules: [['checkov', 'CKV_AWS_60']],
  },
  // Everything allowed, everywhere.
  {
    types: ['AWS::IAM::Role'],
    sow: (properties) => {
      properties.Policies = [...properties.Policies ?? [], { PolicyName: 'Sown', PolicyDocument: { Version: '2012-10-17', Statement: [FULL_ACCESS] } }];
    },
    rules: [['checkov', 'CKV_AWS_62'], ['checkov', 'CKV_AWS_63'], ['cfn-guard', 'CT.IAM.PR.1']],
  },
  {
    types: ['AWS::IAM::Policy'],
    sow: ({ PolicyDocument: { Statement } }) => { Object.assign(Statement[0], FULL_ACCESS); },
    rules: [['checkov', 'CKV_AWS_62'], ['checkov', 'CKV_AWS_63'], ['cfn-guard', 'CT.IAM.PR.1']],
  },
  {
    types: ['AWS::IAM::ManagedPolicy'],
    sow: ({ PolicyDocument: { Statement } }) => { Object.assign(Statement[0], FULL_ACCESS); },
    rules: [['cfn-guard', 'CT.IAM.PR.2']],
  },
  // All actions of a service.
  {
    types: ['AWS::IAM::Policy'],
    sow: ({ PolicyDocument: { Statement } }) => { Statement.push({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::a-bucket/*' }); },
    rules: [['cfn-guard', 'CT.IAM.PR.5']],
  },
  {
    types: ['AWS::IAM::ManagedPolicy'],
    sow: ({ PolicyDocument: { Statement } }) => { Statement.push({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::a-bucket/*' }); },
    rules: [['cfn-guard', 'CT.IAM.PR.3']],
  },
  // A resource that is no ARN.
  {
    types: ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
    sow: ({ PolicyDocument: { Statement } }) => { Statement.push({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'a-bucket/*' }); },
    rules: [['cfn-lint', 'E3510'], ['cdk-validator', 'E3510']],
  },
  // A user with permissions of its own.
  {
    types: ['AWS::IAM::User'],
    sow: (properties) => { properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/ReadOnlyAccess']; },
    rules: [['cfn-guard', 'CT.IAM.PR.4']],
  },
  {
    types: ['AWS::S3::Bucket'],
    sow: (properties) => { properties.PublicAccessBlockConfiguration = { BlockPublicAcls: false, BlockPublicPolicy: false }; },
    rules: [['checkov', 'CKV_AWS_53'], ['checkov', 'CKV_AWS_54'], ['cfn-guard', 'CT.S3.PR.1']],
  },
  {
    types: ['AWS::KMS::Key'],
    sow: (properties) => {
      properties.EnableKeyRotation = false;
      Object.assign(properties.KeyPolicy.Statement[0], { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*' });
    },
    rules: [['checkov', 'CKV_AWS_33'], ['checkov', 'CKV_AWS_7'], ['cfn-guard', 'CT.KMS.PR.1']],
  },
];

/** Resources that every spoilt template gets, and that get their faults like its own: so each tool finds something in each template. */
const PLANTED: Readonly<Record<string, ResourceJson>> = {
  PlantedRole: {
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { AWS: '*' } }] } },
  },
  PlantedPolicy: {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } },
  },
};

/** A copy of a template with every fault in every resource that can have it, and the findings that must come of them. */
export function spoil(template: TemplateJson): Spoilt {
  const content: TemplateJson = structuredClone({ ...template, Resources: { ...template.Resources, ...PLANTED } });
  const expected = Object.entries(content.Resources).flatMap(([id, { Type, Properties }]) => FAULTS
    .filter(({ types }) => types.includes(Type) && Properties !== undefined)
    .flatMap(({ sow, rules }) => {
      sow(Properties);
      return rules.map(([tool, rule]) => ({ tool, rule, resource: id }));
    }));
  return { content, expected };
}
