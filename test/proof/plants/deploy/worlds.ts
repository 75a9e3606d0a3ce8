import { ResourceJson, TemplateJson } from '../../../support/intrinsics';
import { many, PolicyDocumentJson } from '../../../support/policy-document';
import { Arrived } from '../../deploy/worlds/deployment';
import { Planned, planOf } from '../../deploy/worlds/plan';
import { Drawn } from '../../deploy/worlds/shapes';
import { CHECKS, InItsPlace } from '../../deploy/worlds/trial';
import { CUSTOMER, PARTNER, STACK } from '../../meaning/declaration';
import { DATA } from '../../world/environment';

/** A fault in the deployment of a world, or in what is read back of it, which the checks must find. */
export interface WorldFault {
  readonly title: string;
  readonly fits: (one: Drawn) => boolean;
  readonly inItsPlace?: InItsPlace;
  readonly misread?: (stacks: readonly Arrived[]) => readonly Arrived[];
  readonly foundBy: ReadonlyArray<keyof typeof CHECKS>;
}

/** A fault that CloudFormation, and so the emulator, must refuse. */
export interface RefusedWorld extends Required<Pick<WorldFault, 'title' | 'fits' | 'inItsPlace'>> {
  readonly message: RegExp;
}

const shaped = (shape: string) => ({ shapes }: Drawn) => shapes.includes(shape);
const BY_EXPORTS = shaped('two stacks in one account, by exports');
const BY_NAME = shaped('two accounts, the role by its name in the policy of a bucket');
const BY_OUTPUT = shaped('two accounts, told by Fn::GetStackOutput');

/** Whether the stack that declares the access has a text in its resources. */
const says = (text: string) => ({ world }: Drawn) =>
  planOf(world).some(({ name, template }) => name === STACK && JSON.stringify(template.Resources).includes(text));
const both = (...conditions: Array<(one: Drawn) => boolean>) => (one: Drawn) => conditions.every((condition) => condition(one));

/** The plan with another template of a stack. An edit that finds nothing would make a plant that grows nothing. */
function edited(name: typeof STACK | typeof DATA, edit: (template: TemplateJson) => TemplateJson): InItsPlace {
  return (plan) => {
    const changed = plan.map((planned) => (planned.name === name ? { ...planned, template: edit(planned.template) } : planned));
    if (JSON.stringify(changed) === JSON.stringify(plan)) {
      throw new Error(`Nothing to change in ${name}`);
    }
    return changed;
  };
}

/** The text of a template with another in its place. */
const replaced = (from: string | RegExp, to: string) => (template: TemplateJson): TemplateJson =>
  JSON.parse(JSON.stringify(template).replaceAll(from, to));

/** The template with all resources of a type changed. */
function each(type: string, change: (resource: ResourceJson) => ResourceJson): (template: TemplateJson) => TemplateJson {
  const changed = (resource: ResourceJson) => (resource.Type === type ? change(resource) : resource);
  return (template) => ({ ...template, Resources: Object.fromEntries(Object.entries(template.Resources).map(([id, one]) => [id, changed(one)])) });
}

/** A further stack, in the place of one that is there. */
function further(like: Planned, name: string, template: TemplateJson): Planned {
  return { ...like, name, template, parameters: {}, values: { ...like.values, stackName: name, parameters: {} } };
}

/** Without the first statement about objects in what the role may do. */
function withoutStatement(stacks: readonly Arrived[]): Arrived[] {
  return stacks.map((stack) => {
    const { deployed } = stack;
    const roles = new Map([...deployed.roles].map(([id, role]) =>
      [id, { ...role, policies: role.policies.map(({ name, policy }) => ({ name, policy: shortened(policy) })) }]));
    return { ...stack, deployed: Object.assign(Object.create(Object.getPrototypeOf(deployed)), deployed, { roles }) };
  });
}

function shortened({ Statement, ...document }: PolicyDocumentJson): PolicyDocumentJson {
  const lost = Statement.find(({ Effect, Action }) => Effect === 'Allow' && many(Action).some((action) => /^s3:(Get|Put)Object$/.test(action)));
  return { ...document, Statement: Statement.filter((statement) => statement !== lost) };
}

/** All that is planted. */
export const WORLD_FAULTS: readonly WorldFault[] = [
  {
    title: 'the policy of a bucket overwritten by a further stack',
    fits: BY_NAME,
    inItsPlace: (plan) => {
      const [data] = plan;
      const [{ Properties: { Bucket: bucket } = {} }] = Object.values(data.template.Resources).filter(({ Type }) => Type === 'AWS::S3::BucketPolicy');
      const { BucketName } = data.template.Resources[bucket.Ref].Properties!;
      const statement = { Effect: 'Deny', Principal: { AWS: '*' }, Action: 's3:*', Resource: `arn:aws:s3:::${BucketName}/*`, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
      const PolicyDocument = { Version: '2012-10-17', Statement: [statement] };
      return [...plan, further(data, 'Further', { Resources: { Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: BucketName, PolicyDocument } } } })];
    },
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'the export of a further stack taken',
    fits: both(BY_EXPORTS, says('ExportsOutputFnGetAttBucket')),
    inItsPlace: (plan) => {
      const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-ledger' } };
      const template: TemplateJson = {
        Resources: { Bucket: bucket }, Outputs: { Bucket: { Value: { 'Fn::GetAtt': ['Bucket', 'Arn'] }, Export: { Name: 'Further:Bucket' } } },
      };
      return [further(plan[0], 'Further', template), ...edited(STACK, replaced(/Data:ExportsOutputFnGetAttBucket\w+/g, 'Further:Bucket'))(plan)];
    },
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'an output of a further stack taken',
    fits: BY_OUTPUT,
    inItsPlace: (plan) => {
      const [data, access] = plan;
      const names = [...JSON.stringify(access.template).matchAll(/"OutputName":"(\w+)"/g)].map(([, name]) => name);
      const Outputs = Object.fromEntries(names.map((name) => [name, { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } }]));
      const [[, key]] = Object.entries(data.template.Resources).filter(([, { Type }]) => Type === 'AWS::KMS::Key');
      const template: TemplateJson = { Resources: { Key: key }, Outputs };
      return [data, further(data, 'Further', template), ...edited(STACK, replaced('"StackName":"Data"', '"StackName":"Further"'))([access])];
    },
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'the account of the wrong stack put into the policy of a bucket',
    fits: BY_NAME,
    inItsPlace: edited(DATA, each('AWS::S3::BucketPolicy', (resource) => JSON.parse(JSON.stringify(resource).replaceAll(CUSTOMER, PARTNER)))),
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'the account of the wrong stack put into a prefix',
    fits: both(shaped('pseudo parameters in a prefix'), says('{"Ref":"AWS::AccountId"}')),
    inItsPlace: edited(STACK, replaced('{"Ref":"AWS::AccountId"}', `"${PARTNER}"`)),
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'the partition of another place put in',
    fits: both(({ world }) => world.declaration.site !== undefined, says('{"Ref":"AWS::Partition"},":s3:::')),
    inItsPlace: edited(STACK, replaced('{"Ref":"AWS::Partition"}', '"aws"')),
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'a condition the wrong way round',
    fits: both(shaped('a condition in a prefix'), says('"Fn::If"')),
    inItsPlace: edited(STACK, ({ Conditions = {}, ...template }) =>
      ({ ...template, Conditions: Object.fromEntries(Object.entries(Conditions).map(([id, condition]) => [id, { 'Fn::Not': [condition] }])) })),
    foundBy: ['documents', 'requests'],
  },
  {
    title: 'another entry of a mapping',
    fits: shaped('a mapping in a prefix'),
    inItsPlace: edited(STACK, (template) => JSON.parse(JSON.stringify(template, (name, value) => (name === 'folders' ? { Stack: 'elsewhere' } : value)))),
    foundBy: ['documents', 'requests'],
  },
  { title: 'a statement that is lost when it is read back', fits: shaped('a parameter in a prefix'), misread: withoutStatement, foundBy: ['documents', 'requests'] },
  {
    title: 'a role named before it is there',
    fits: BY_NAME,
    inItsPlace: edited(DATA, each('AWS::S3::BucketPolicy', (resource) => {
      const { PolicyDocument, ...rest } = resource.Properties!;
      const [statement] = PolicyDocument.Statement;
      const early = { ...statement, Sid: 'Early', Principal: { AWS: `arn:aws:iam::${CUSTOMER}:role/vendor-role` } };
      return { ...resource, Properties: { ...rest, PolicyDocument: { ...PolicyDocument, Statement: [...PolicyDocument.Statement, early] } } };
    })),
    foundBy: ['named', 'documents'],
  },
  {
    title: 'a role that is left',
    fits: BY_NAME,
    inItsPlace: edited(STACK, each('AWS::IAM::Role', (resource) => ({ ...resource, DeletionPolicy: 'Retain' }))),
    foundBy: ['deletion'],
  },
  {
    title: 'the policy of a bucket that is left',
    fits: BY_NAME,
    inItsPlace: edited(DATA, each('AWS::S3::BucketPolicy', (resource) => ({ ...resource, DeletionPolicy: 'Retain' }))),
    foundBy: ['deletion'],
  },
];

/** The stack with the data in another account than its own. */
const misplaced = (account: string): InItsPlace => (plan) =>
  plan.map((planned) => (planned.name === DATA ? { ...planned, place: { ...planned.place, account } } : planned));

export const REFUSED_WORLDS: readonly RefusedWorld[] = [
  { title: 'an export in another account', fits: BY_EXPORTS, inItsPlace: misplaced(PARTNER), message: /No export named/ },
  { title: 'an output in another account', fits: BY_OUTPUT, inItsPlace: misplaced(CUSTOMER), message: /There is no role/ },
];
