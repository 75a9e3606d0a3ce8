/** The values that CloudFormation would put in at deployment. */
export interface DeploymentValues {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly parameters: Readonly<Record<string, string | string[]>>;
  /** Exports of other stacks, by name. */
  readonly imports: Readonly<Record<string, string>>;
  /** Outputs of other stacks, by the name of the stack and the logical ID of the output. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A parameter of a template. */
export interface ParameterJson {
  readonly Type: string;
  readonly Default?: string;
  readonly AllowedPattern?: string;
  readonly AllowedValues?: string[];
  readonly MinLength?: number;
  readonly MaxLength?: number;
}

/** A resource of a template. */
export interface ResourceJson {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | string[];
  readonly DeletionPolicy?: string;
  readonly Properties?: Record<string, any>;
}

/** A template as `cdk synth` writes it, as far as these tests look into it. */
export interface TemplateJson {
  readonly Parameters?: Record<string, ParameterJson>;
  readonly Conditions?: Record<string, unknown>;
  readonly Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  readonly Rules?: Record<string, { RuleCondition?: unknown; Assertions: Array<{ Assert: unknown; AssertDescription?: string }> }>;
  readonly Resources: Record<string, ResourceJson>;
  readonly Outputs?: Record<string, { Value: unknown; Condition?: string; Export?: { Name: unknown } }>;
}

/**
 * Evaluates the intrinsic functions of a template as CloudFormation documents them.
 *
 * Whatever it does not know is an error: a function passed over in silence would leave a policy that looks narrow and
 * is only broken.
 */
export class Intrinsics {
  constructor(private readonly template: TemplateJson, private readonly values: DeploymentValues) {
  }

  /** The value with every function in it replaced by its result. */
  public evaluate(value: unknown): any {
    if (Array.isArray(value)) {
      return value.map((item) => this.evaluate(item)).filter((item) => item !== undefined);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value);
    if (entries.length === 1 && (entries[0][0] === 'Ref' || entries[0][0].startsWith('Fn::'))) {
      return this.call(entries[0][0], entries[0][1]);
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, this.evaluate(item)]).filter(([, item]) => item !== undefined));
  }

  /** Whether a condition of the template holds; one that is not named always does. */
  public holds(condition: string | undefined): boolean {
    return condition === undefined || this.truth(this.known(this.template.Conditions?.[condition], `condition ${condition}`));
  }

  /** The truth of an expression, as it stands in conditions and rules. */
  public truth(expression: any): boolean {
    const [[name, argument], ...more] = Object.entries<any>(expression);
    if (more.length > 0) {
      throw new Error(`No one function: ${JSON.stringify(expression)}`);
    }
    switch (name) {
      case 'Condition': return this.holds(argument);
      case 'Fn::Not': return !this.truth(this.counted(argument, 1, 1)[0]);
      case 'Fn::And': return this.counted(argument, 2, 10).every((one) => this.truth(one));
      case 'Fn::Or': return this.counted(argument, 2, 10).some((one) => this.truth(one));
      case 'Fn::Equals': return this.text(this.counted(argument, 2, 2)[0]) === this.text(argument[1]);
      case 'Fn::Contains': return this.list(this.counted(argument, 2, 2)[0]).includes(this.text(argument[1]));
      default: throw new Error(`The resolver does not know ${name} in a condition`);
    }
  }

  /** How many arguments CloudFormation takes. */
  private counted(list: unknown, min: number, max: number): any[] {
    if (!Array.isArray(list) || list.length < min || list.length > max) {
      throw new Error(`Expected ${min} to ${max} arguments, got ${JSON.stringify(list)}`);
    }
    return list;
  }

  private call(name: string, argument: any): unknown {
    switch (name) {
      case 'Fn::If':
        return this.evaluate(this.holds(this.counted(argument, 3, 3)[0]) ? argument[1] : argument[2]);
      case 'Ref':
        return this.ref(argument);
      case 'Fn::GetAtt':
        return this.attribute(...(typeof argument === 'string' ? argument.split('.') as [string, string] : argument as [string, string]));
      case 'Fn::FindInMap':
        return this.inMap(this.counted(argument, 3, 3).map((key) => this.text(key)));
      case 'Fn::Join':
        return this.list(argument[1]).join(argument[0]);
      case 'Fn::Split':
        return this.text(argument[1]).split(argument[0]);
      case 'Fn::Select':
        return this.select(Number(this.evaluate(argument[0])), this.list(argument[1]));
      case 'Fn::Sub':
        return typeof argument === 'string' ? this.substitute(argument, {}) : this.substitute(argument[0], argument[1]);
      case 'Fn::ImportValue':
        return this.known(this.values.imports[this.text(argument)], `export ${JSON.stringify(argument)}`);
      case 'Fn::GetStackOutput':
        return this.known(this.values.outputs?.[argument.StackName]?.[argument.OutputName], `output ${JSON.stringify(argument)}`);
      default:
        throw new Error(`The resolver does not know ${name}`);
    }
  }

  private ref(name: string): unknown {
    switch (name) {
      case 'AWS::AccountId': return this.values.account;
      case 'AWS::Region': return this.values.region;
      case 'AWS::Partition': return this.values.partition;
      case 'AWS::URLSuffix': return this.values.urlSuffix;
      case 'AWS::StackName': return this.values.stackName;
      case 'AWS::StackId': return this.values.stackId;
      case 'AWS::NoValue': return undefined;
    }
    const parameter = this.template.Parameters?.[name];
    if (parameter) {
      const given = this.known(this.values.parameters[name] ?? parameter.Default, `parameter ${name}`);
      return parameter.Type === 'CommaDelimitedList' && typeof given === 'string' ? given.split(',') : given;
    }
    const { Type: type, Properties: properties = {} } = this.known(this.template.Resources[name], `resource ${name}`);
    switch (type) {
      case 'AWS::S3::Bucket': return this.evaluate(properties.BucketName) ?? name.toLowerCase();
      case 'AWS::IAM::Role': return this.evaluate(properties.RoleName) ?? name;
      case 'AWS::IAM::User': return this.evaluate(properties.UserName) ?? name;
      case 'AWS::IAM::Group': return this.evaluate(properties.GroupName) ?? name;
      case 'AWS::KMS::Key': return name;
      case 'AWS::IAM::ManagedPolicy': return `arn:${this.values.partition}:iam::${this.values.account}:policy/${name}`;
      case 'AWS::KMS::Alias': return this.evaluate(properties.AliasName);
      case 'AWS::IAM::AccessKey': return name;
      case 'AWS::SecretsManager::Secret': return `arn:${this.values.partition}:secretsmanager:${this.values.region}:${this.values.account}:secret:${name}`;
      default: throw new Error(`The resolver has no physical name for ${type}`);
    }
  }

  private attribute(name: string, attribute: string): string {
    const { Type: type, Properties: properties = {} } = this.known(this.template.Resources[name], `resource ${name}`);
    const { partition, account, region } = this.values;
    const path = () => this.evaluate(properties.Path) ?? '/';
    switch (`${type}.${attribute}`) {
      case 'AWS::S3::Bucket.Arn': return `arn:${partition}:s3:::${this.ref(name)}`;
      case 'AWS::IAM::Role.Arn': return `arn:${partition}:iam::${account}:role${path()}${this.ref(name)}`;
      case 'AWS::IAM::User.Arn': return `arn:${partition}:iam::${account}:user${path()}${this.ref(name)}`;
      case 'AWS::KMS::Key.Arn': return `arn:${partition}:kms:${region}:${account}:key/${name}`;
      default:
        // What the CDK's own custom resource has read in another region, under the name that the other stack gave it.
        return type === 'Custom::CrossRegionExportReader'
          ? this.known(this.values.imports[attribute], `export ${attribute}`)
          : this.unknown(`The resolver has no attribute ${attribute} for ${type}`);
    }
  }

  private inMap([map, first, second]: string[]): unknown {
    return this.known(this.template.Mappings?.[map]?.[first]?.[second], `${first} and ${second} in the mapping ${map}`);
  }

  /** The map's values go in as they are: nothing in them is looked at again. */
  private substitute(text: string, map: Record<string, unknown>): string {
    return text.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
      if (name.startsWith('!')) {
        return `\${${name.slice(1)}}`;
      }
      if (name in map) {
        return this.text(map[name]);
      }
      return this.text(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name });
    });
  }

  private select(index: number, list: unknown[]): unknown {
    if (!(index in list)) {
      throw new Error(`Fn::Select asks for item ${index} of ${list.length}`);
    }
    return list[index];
  }

  private text(value: unknown): string {
    const result = this.evaluate(value);
    if (typeof result !== 'string') {
      throw new Error(`Expected a string, got ${JSON.stringify(result)}`);
    }
    return result;
  }

  private list(value: unknown): unknown[] {
    const result = this.evaluate(value);
    if (!Array.isArray(result)) {
      throw new Error(`Expected a list, got ${JSON.stringify(result)}`);
    }
    return result;
  }

  private unknown(message: string): never {
    throw new Error(message);
  }

  private known<T>(value: T | undefined, what: string): T {
    if (value === undefined) {
      throw new Error(`Nothing is known of ${what}`);
    }
    return value;
  }
}
