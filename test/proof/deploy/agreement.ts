import { deepStrictEqual } from 'assert';
import { Parameters } from './account';
import { Deployed } from './read-back';
import { DeployedTemplate } from '../../support/deployed-template';
import { DeploymentValues, TemplateJson } from '../../support/intrinsics';
import { NamedPolicy, PolicyDocumentJson } from '../../support/policy-document';

/** A template, where it went, and what arrived. */
export interface DeployedStack {
  readonly template: TemplateJson;
  readonly values: Partial<DeploymentValues> & Pick<DeploymentValues, 'stackName'>;
  readonly deployed: Deployed;
}

/**
 * Demands that what was deployed is, as JSON, what the template evaluates to. The emulator and `test/support` resolve the
 * intrinsic functions apart from each other, so a mistake of one of them shows here. Gives the number of documents.
 */
export function demandAgreement(template: TemplateJson, parameters: Parameters, stackName: string, deployed: Deployed): number {
  return demandAgreementOfAll([{ template, values: { stackName, parameters }, deployed }]);
}

/** The same for stacks that refer to one another, in the order of their deployment. */
export function demandAgreementOfAll(stacks: readonly DeployedStack[]): number {
  const evaluated = evaluateAll(stacks);
  const expected = stacks.map(({ deployed }, i) => [documentsOf(evaluated, i, deployed), outputsOf(evaluated[i], deployed)]);
  const found = stacks.map(({ deployed }) => [documentsDeployed(deployed), deployed.outputs]);
  deepStrictEqual(found, expected);
  return found.reduce((sum, [documents]) => sum + Object.keys(documents).length, 0);
}

/** The templates as CloudFormation filled them in, with the names that it made up. */
export function evaluateAll(stacks: readonly DeployedStack[]): DeployedTemplate[] {
  return stacks.reduce<Evaluated[]>((earlier, { template, values, deployed }) => {
    const parameters = { ...values.parameters, BootstrapVersion: '30' };
    const evaluated = new DeployedTemplate(withPhysicalIds(template, deployed), { ...values, parameters, ...told(values, earlier) });
    return [...earlier, { values, evaluated }];
  }, []).map(({ evaluated }) => evaluated);
}

interface Evaluated extends Pick<DeployedStack, 'values'> {
  readonly evaluated: DeployedTemplate;
}

/** What earlier stacks tell a stack: by exports in its own account and region, by the names of their outputs everywhere. */
function told({ account, region }: DeployedStack['values'], earlier: readonly Evaluated[]): Pick<DeploymentValues, 'imports' | 'outputs'> {
  const near = earlier.filter(({ values }) => values.account === account && values.region === region);
  const exported = near.flatMap(({ evaluated }) => Object.values(evaluated.outputs));
  return {
    imports: Object.fromEntries(exported.flatMap(({ Value, Export }) => (Export ? [[Export.Name, Value]] : []))),
    outputs: Object.fromEntries(earlier.map(({ values: { stackName }, evaluated }) =>
      [stackName, Object.fromEntries(Object.entries(evaluated.outputs).map(([id, { Value }]) => [id, Value]))])),
  };
}

/**
 * The template with the logical IDs of named resources replaced by what CloudFormation called them: where a resource has
 * no name of its own, `test/support` calls it by its logical ID.
 */
function withPhysicalIds(template: TemplateJson, { resources }: Deployed): TemplateJson {
  const named = ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];
  const text = resources
    .filter(({ type }) => named.includes(type))
    .reduce((json, { logicalId, physicalId }) => json.replaceAll(JSON.stringify(logicalId), JSON.stringify(physicalId)), JSON.stringify(template));
  return JSON.parse(text);
}

type Documents = Record<string, unknown>;

function documentsDeployed(deployed: Deployed): Documents {
  return {
    ...Object.fromEntries([...deployed.roles].flatMap(([name, { arn, trust, policies, rest }]) => [
      [`role ${name}`, { arn, rest }], [`trust of ${name}`, trust], ...numbered(name, policies),
    ])),
    ...Object.fromEntries([...deployed.users].flatMap(([name, { arn, policies }]) => [[`user ${name}`, { arn }], ...numbered(name, policies)])),
    ...Object.fromEntries([...deployed.bucketPolicies].map(([name, policy]) => [`policy of bucket ${name}`, policy])),
    ...Object.fromEntries([...deployed.keyPolicies].map(([id, policy]) => [`policy of key ${id}`, policy])),
  };
}

/** Documents of one of the stacks; the policy of its bucket may be in another. */
function documentsOf(templates: readonly DeployedTemplate[], position: number, deployed: Deployed): Documents {
  const template = templates[position];
  const roles = template.ids('AWS::IAM::Role').flatMap((id) => {
    const { Description, MaxSessionDuration, Path } = template.properties(id);
    const name = template.ref(id);
    // What IAM puts in by itself.
    const rest = { description: Description ?? '', maxSessionDuration: MaxSessionDuration ?? 3600, path: Path ?? '/' };
    return [[`role ${name}`, { arn: template.arn(id), rest }], [`trust of ${name}`, template.trustPolicy(id)], ...numbered(name, template.identityPolicies(id))];
  });
  const users = template.ids('AWS::IAM::User').flatMap((id) => {
    const name = template.ref(id);
    return [[`user ${name}`, { arn: template.arn(id) }], ...numbered(name, template.identityPolicies(id))];
  });
  return {
    ...Object.fromEntries(roles),
    ...Object.fromEntries(users),
    ...Object.fromEntries([...deployed.bucketPolicies.keys()].map((name) => [`policy of bucket ${name}`, onlyPolicy(templates, name)])),
    ...Object.fromEntries(template.ids('AWS::KMS::Key').map((id) => [`policy of key ${id}`, template.keyPolicy(template.arn(id))])),
  };
}

/** S3 keeps one policy of a bucket; of two, the later one would win. */
function onlyPolicy(templates: readonly DeployedTemplate[], bucket: string): PolicyDocumentJson | undefined {
  const policies = templates.flatMap((template) => template.bucketPolicy(bucket) ?? []);
  if (policies.length > 1) {
    throw new Error(`${policies.length} stacks have a policy of ${bucket}`);
  }
  return policies[0];
}

/** Policies without their names, which the template cannot know, in the order of their text. */
function numbered(owner: string, policies: readonly NamedPolicy[]): Array<[string, PolicyDocumentJson]> {
  const texts = new Map(policies.map(({ policy }) => [JSON.stringify(policy), policy]));
  if (texts.size !== policies.length) {
    throw new Error(`${owner} has a policy twice`);
  }
  return [...texts.keys()].sort().map((text, i) => [`policy ${i + 1} of ${owner}`, texts.get(text)!]);
}

/** The ARN of a secret is the one value of an output that only the service knows. */
function outputsOf(template: DeployedTemplate, { resources }: Deployed): Record<string, string> {
  return Object.fromEntries(Object.entries(template.json.Outputs ?? {}).map(([id, { Value: value }]) => {
    const secret = resources.find(({ type, logicalId }) => type === 'AWS::SecretsManager::Secret' && (value as any).Ref === logicalId);
    return [id, secret?.physicalId ?? template.intrinsics.evaluate(value)];
  }));
}
