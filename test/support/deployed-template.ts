import { Stack } from 'aws-cdk-lib';
import { DeploymentValues, Intrinsics, TemplateJson } from './intrinsics';
import { many, NamedPolicy, PolicyDocumentJson } from './policy-document';
import { uncheckedTemplateOf } from './unchecked-template';

/** The customer's account in all tests. */
export const CUSTOMER = '111122223333';

/** The customer's region in all tests. */
export const REGION = 'eu-west-1';

/** What a policy calls the list of those that it is attached to. */
const IDENTITIES: Readonly<Record<string, string | undefined>> = { 'AWS::IAM::Role': 'Roles', 'AWS::IAM::Group': 'Groups', 'AWS::IAM::User': 'Users' };

/** A synthesized template, seen as the plain IAM documents that a deployment of it would create. */
export class DeployedTemplate {
  /** Synthesizes a stack and evaluates all that only a deployment would know. */
  public static of(stack: Stack, values: Partial<DeploymentValues> = {}): DeployedTemplate {
    return new DeployedTemplate(uncheckedTemplateOf(stack) as TemplateJson, { stackName: stack.stackName, ...values });
  }

  public readonly intrinsics: Intrinsics;

  constructor(public readonly json: TemplateJson, public readonly values: Partial<DeploymentValues> = {}) {
    const { account = CUSTOMER, region = REGION, partition = 'aws', stackName = 'Stack' } = values;
    this.intrinsics = new Intrinsics(json, {
      account,
      region,
      partition,
      urlSuffix: 'amazonaws.com',
      stackName,
      stackId: `arn:${partition}:cloudformation:${region}:${account}:stack/${stackName}/0f3c9a10-1111-4222-8333-444455556666`,
      parameters: {},
      imports: {},
      ...values,
    });
  }

  /** Logical IDs of all resources of a type that a deployment has. */
  public ids(type: string): string[] {
    // A template without resources has no such section.
    return Object.keys(this.json.Resources ?? {}).filter((id) => this.json.Resources[id].Type === type && this.isCreated(id));
  }

  /** Whether a deployment has a resource. What depends on one that it has not is not created either. */
  public isCreated(id: string): boolean {
    const { Condition, DependsOn } = this.json.Resources[id];
    return this.intrinsics.holds(Condition) && many<string>(DependsOn).every((other) => this.isCreated(other));
  }

  /** The logical ID of the one resource of a type. */
  public id(type: string): string {
    const [id, ...others] = this.ids(type);
    if (id === undefined || others.length > 0) {
      throw new Error(`Expected one ${type}, found ${others.length + (id ? 1 : 0)}`);
    }
    return id;
  }

  /** Properties of a resource, evaluated. */
  public properties(id: string): Record<string, any> {
    return this.intrinsics.evaluate(this.json.Resources[id].Properties ?? {});
  }

  /** What `Ref` gives for a resource. */
  public ref(id: string): string {
    return this.intrinsics.evaluate({ Ref: id });
  }

  /** ARN of a resource. */
  public arn(id: string): string {
    return this.intrinsics.evaluate({ 'Fn::GetAtt': [id, 'Arn'] });
  }

  /** An output of a construct, evaluated; the hash that the CDK adds to its logical ID does not matter. */
  public output(name: string, construct = 'Access'): { readonly Value: string; readonly Export?: { readonly Name: string } } {
    const form = new RegExp(`^${construct}${name}[0-9A-F]{8}$`);
    const id = Object.keys(this.json.Outputs ?? {}).find((candidate) => form.test(candidate));
    if (id === undefined) {
      throw new Error(`No output ${name} among ${Object.keys(this.json.Outputs ?? {}).join(', ') || 'none'}`);
    }
    return this.intrinsics.evaluate(this.json.Outputs![id]);
  }

  /** All outputs that a deployment has, evaluated, by logical ID. */
  public get outputs(): Record<string, { readonly Value: string; readonly Export?: { readonly Name: string } }> {
    const present = Object.entries(this.json.Outputs ?? {}).filter(([, { Condition }]) => this.intrinsics.holds(Condition));
    return Object.fromEntries(present.map(([id, { Value, Export }]) => [id, this.intrinsics.evaluate({ Value, ...(Export ? { Export } : {}) })]));
  }

  /** The rules that the values of the parameters break. */
  public get brokenRules(): string[] {
    return Object.entries(this.json.Rules ?? {})
      .filter(([, { RuleCondition }]) => RuleCondition === undefined || this.intrinsics.truth(RuleCondition))
      .filter(([, { Assertions }]) => !Assertions.every(({ Assert }) => this.intrinsics.truth(Assert)))
      .map(([id]) => id);
  }

  /** The parameters that CloudFormation would not take as they are. */
  public get refusedParameters(): string[] {
    return Object.entries(this.json.Parameters ?? {})
      .filter(([id, { Default, AllowedPattern, AllowedValues, MinLength = 0, MaxLength = 4096 }]) => {
        const value = this.values.parameters?.[id] ?? Default;
        return typeof value !== 'string'
          || value.length < MinLength || value.length > MaxLength
          || (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value))
          || (AllowedValues !== undefined && !AllowedValues.includes(value));
      })
      .map(([id]) => id);
  }

  /** Who may assume a role. */
  public trustPolicy(role = this.id('AWS::IAM::Role')): PolicyDocumentJson {
    return this.properties(role).AssumeRolePolicyDocument;
  }

  /** Every document attached to a role or group: its own, the inline ones, the managed ones. */
  public identityPolicies(id: string): NamedPolicy[] {
    const properties = this.properties(id);
    if (many(properties.ManagedPolicyArns).length > 0) {
      throw new Error(`${id} names managed policies that are not in the template`);
    }
    const { inline, managed } = this.attachedPolicies(id);
    const groups = many<string>(properties.Groups).flatMap((group) =>
      this.ids('AWS::IAM::Group').filter((other) => this.ref(other) === group).flatMap((other) => this.identityPolicies(other)));
    return [...inline, ...managed, ...groups];
  }

  /** What the template itself attaches to a role, group or user, by the two ways in which IAM counts it. */
  public attachedPolicies(id: string): { readonly inline: NamedPolicy[]; readonly managed: NamedPolicy[] } {
    const field = IDENTITIES[this.json.Resources[id].Type];
    if (field === undefined) {
      throw new Error(`${id} is no identity`);
    }
    const name = this.ref(id);
    const own = many<any>(this.properties(id).Policies).map((policy) => ({ name: `${id}/${policy.PolicyName}`, policy: policy.PolicyDocument }));
    const attached = (type: string) => this.ids(type)
      .filter((policy) => many<string>(this.properties(policy)[field]).includes(name))
      .map((policy) => ({ name: policy, policy: this.properties(policy).PolicyDocument }));
    return { inline: [...own, ...attached('AWS::IAM::Policy')], managed: attached('AWS::IAM::ManagedPolicy') };
  }

  /** The policy of a bucket, if it has one. */
  public bucketPolicy(bucketName: string): PolicyDocumentJson | undefined {
    const id = this.ids('AWS::S3::BucketPolicy').find((policy) => this.properties(policy).Bucket === bucketName);
    return id === undefined ? undefined : this.properties(id).PolicyDocument;
  }

  /** The policy of a KMS key. */
  public keyPolicy(keyArn: string): PolicyDocumentJson | undefined {
    const id = this.ids('AWS::KMS::Key').find((key) => this.arn(key) === keyArn);
    return id === undefined ? undefined : this.properties(id).KeyPolicy;
  }
}
