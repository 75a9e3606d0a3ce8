import { Stack, Validations } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Statement } from '../../policy/document';
import { TokenTable } from '../tokens';

/** The one finding of cdk-nag that a least-privilege policy on keys cannot avoid. */
const RULE = 'AwsSolutions-IAM5';

/** Reasons by the form of the resource; the first that matches is given. */
const REASONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/:kms:.*:key\/\*$/, 'A key given by alias: the statement is limited to it by kms:ResourceAliases, and to S3 by kms:ViaService.'],
  [/<[*?$]>/, 'The object keys declared for the vendor; the wildcards in angle brackets are escaped, and stand for themselves.'],
  [/.*/, 'The object keys declared for the vendor. S3 grants keys by pattern only.'],
];

/**
 * Acknowledges the wildcards of one policy, and nothing else.
 *
 * The IDs of the findings name the resources as they stand in the template, and logical IDs can change until the very
 * end. So the list is written anew whenever the document is rendered, which happens before any rule looks at it.
 */
export class WildcardAcknowledgement {
  private readonly acknowledged: Record<string, string> = {};
  private own: string[] = [];

  constructor(private readonly policy: CfnPolicy | CfnManagedPolicy, private readonly tokens: TokenTable) {
    // `Validations.acknowledge` takes IDs once, and in older versions refuses those with colons in them.
    policy.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, this.acknowledged);
  }

  /** Brings the list up to date with the statements of the policy. */
  public update(statements: readonly Statement[]): void {
    // Only what was put in here: `Validations.acknowledge` adds what the customer acknowledges to the same record.
    this.own.forEach((id) => delete this.acknowledged[id]);
    const stack = Stack.of(this.policy);
    // Most resources are in few buckets; what the rest of an ARN is made of is text.
    const spelt = new Map<string, string>();
    const spell = (token: string) => {
      const known = spelt.get(token) ?? flatten(stack.resolve(token));
      spelt.set(token, known);
      return known;
    };
    const resources = statements
      .filter((statement) => statement.effect === 'Allow')
      .flatMap((statement) => statement.resources)
      .map((resource) => this.tokens.decode(flatten(resource), spell))
      .filter((resource) => resource.includes('*'));
    this.own = [...new Set(resources)].sort().map((resource) => {
      const id = `${RULE}[Resource::${resource}]`;
      this.acknowledged[id] = REASONS.find(([form]) => form.test(resource))![1];
      return id;
    });
  }
}

/** A resource as cdk-nag spells it in the ID of a finding: references in angle brackets. */
function flatten(value: unknown): string {
  if (typeof value === 'string') {
    return value.replace(/\$\{/g, '<').replace(/\}/g, '>');
  }
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? '';
  }
  const node = value as Record<string, any>;
  if (node['Fn::Join']) {
    const [delimiter, items] = node['Fn::Join'] as [string, unknown[]];
    return items.map(flatten).join(delimiter);
  }
  if (node['Fn::Sub']) {
    return flatten(node['Fn::Sub']);
  }
  if (node['Fn::GetAtt']) {
    return `<${node['Fn::GetAtt'].map(flatten).join('.')}>`;
  }
  if (node['Fn::ImportValue']) {
    return flatten(node['Fn::ImportValue']);
  }
  if (node.Ref) {
    return `<${flatten(node.Ref)}>`;
  }
  return JSON.stringify(value);
}
