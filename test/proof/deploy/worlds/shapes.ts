import * as fc from 'fast-check';
import { planOf } from './plan';
import { Declaration, partsIn, ScopeDeclaration, STACK } from '../../meaning/declaration';
import { World } from '../../world/world';
import { declaration as anyDeclaration } from '../../worlds/arbitrary-declaration';
import { buildUnlessRefused } from '../../worlds/run-world';
import { LARGEST } from '../account';

/** Something about a world that a deployment could treat in a way of its own. */
interface Shape {
  readonly title: string;
  readonly declared: (declaration: Declaration) => boolean;
  /** What the templates must show besides. */
  readonly synthesized?: (world: World) => boolean;
}

/** Whether a stack that is deployed has this in one of its resources. */
const within = (...texts: string[]) => (world: World) =>
  planOf(world).some(({ template }) => texts.some((text) => JSON.stringify(template.Resources).includes(text)));
const ofAccess = (world: World) => planOf(world).some(({ name }) => name === STACK);
const written = ({ access }: Declaration, how: (scope: ScopeDeclaration) => unknown) =>
  access.some(({ scopes }) => partsIn(scopes).some((scope) => scope !== undefined && Boolean(how(scope))));

/** Whether the stack with the data has a policy of a bucket that names the role by the ARN that it will have. */
function namesRole({ template, surroundings: { data } }: World): boolean {
  const { RoleName } = template.properties(template.id('AWS::IAM::Role'));
  return RoleName !== undefined && data.ids('AWS::S3::BucketPolicy').some((id) => JSON.stringify(data.properties(id)).includes(`:role/${RoleName}"`));
}

/** Whether the stack of the access asks the other one for a key. */
function tellsOfKey(world: World): boolean {
  return within('"Fn::GetStackOutput"')(world) && /"OutputName":"\w*Key\d/.test(JSON.stringify(world.template.json));
}

const SHAPES: readonly Shape[] = [
  { title: 'two stacks in one account, by exports', declared: ({ dataStack }) => dataStack === 'own', synthesized: within('"Fn::ImportValue"') },
  { title: 'two accounts, the role by its name in the policy of a bucket', declared: ({ dataStack, construct }) => dataStack === 'partner' && construct === 'role', synthesized: namesRole },
  { title: 'two accounts, told by Fn::GetStackOutput', declared: ({ dataStack }) => dataStack === 'partner', synthesized: tellsOfKey },
  { title: 'an open stack of the access', declared: ({ open }) => open === 'access', synthesized: ofAccess },
  { title: 'an open stack of the data', declared: ({ open }) => open === 'data', synthesized: (world) => planOf(world).length === 2 },
  { title: 'two open stacks', declared: ({ open, dataStack }) => open === 'both' && dataStack === 'own', synthesized: (world) => planOf(world).length === 2 },
  ...(['statement', 'policy', 'tls'] as const).map((kind): Shape =>
    ({ title: `a bucket with existing ${kind}`, declared: ({ buckets }) => buckets.some(({ source, existing }) => source === 'created' && existing === kind) })),
  ...([['mapping', 'Fn::FindInMap'], ['condition', 'Fn::If']] as const).map(([how, name]): Shape => ({
    title: `a ${how} in a prefix`,
    declared: (drawn) => written(drawn, ({ byFunction, kind }) => byFunction === how && kind === 'folder'),
    // An owner elsewhere is asked for the same, and would make up for what the role lacks in its own account.
    synthesized: (world) => within(`"${name}"`)(world) && world.surroundings.handOffs.length === 0,
  })),
  { title: 'pseudo parameters in a prefix', declared: (drawn) => written(drawn, ({ byPseudo }) => byPseudo), synthesized: within('"AWS::AccountId"', '"AWS::StackName"') },
  { title: 'a parameter in a prefix', declared: (drawn) => written(drawn, ({ atDeployment }) => atDeployment), synthesized: within('"Ref":"Parameter') },
  { title: 'a CfnBucket with a key', declared: ({ buckets }) => buckets.some(({ byCfn, key }) => byCfn && key !== undefined) },
  { title: 'a strict key', declared: ({ keys }) => keys.some(({ source }) => source === 'strict') },
  { title: 'a user', declared: ({ construct }) => construct === 'user' },
  { title: 'access by the policies of buckets', declared: ({ construct }) => construct === 'bucketAccess', synthesized: within('"AWS::S3::BucketPolicy"') },
  { title: 'a grant beside, by a bucket', declared: ({ grantedBeside }) => grantedBeside === 'byBucket' },
  ...(['aws-cn', 'aws-us-gov'] as const).map((name): Shape => ({ title: name, declared: ({ site }) => site === name, synthesized: ofAccess })),
];

/** A world that was drawn, with the shapes that it has. */
export interface Drawn {
  readonly world: World;
  readonly shapes: readonly string[];
}

/** How often each shape has to be among the worlds. */
export const TIMES = 2;

/** The same draw in every run, and how far it is looked through. */
const SEED = 20261129;
const DRAWS = 1500;

/** Some worlds out of the usual draw, few, and among them each shape so many times. */
export function drawnWorlds(): Drawn[] {
  const missing = new Map(SHAPES.map(({ title }) => [title, TIMES]));
  const drawn: Drawn[] = [];
  // Nothing would be opened by one that is suspended.
  for (const declaration of fc.sample(anyDeclaration, { numRuns: DRAWS, seed: SEED }).filter(({ suspended }) => !suspended)) {
    const wanted = SHAPES.filter(({ title, declared }) => missing.get(title)! > 0 && declared(declaration));
    const world = wanted.length === 0 ? undefined : buildUnlessRefused(declaration);
    if (world !== undefined && isDeployable(world) && wanted.some(({ synthesized }) => synthesized?.(world) ?? true)) {
      const shapes = SHAPES.filter(({ declared, synthesized }) => declared(declaration) && (synthesized?.(world) ?? true)).map(({ title }) => title);
      shapes.forEach((title) => missing.set(title, missing.get(title)! - 1));
      drawn.push({ world, shapes });
    }
  }
  return drawn;
}

/** Whether there is something to deploy, and CloudFormation takes it with a request; what is larger, the CDK's own tool uploads first. */
function isDeployable(world: World): boolean {
  const plan = planOf(world);
  return plan.length > 0 && plan.every(({ template }) => Buffer.byteLength(JSON.stringify(template)) <= LARGEST);
}

/** Shapes with the number of worlds that have them. */
export function timesOf(drawn: readonly Drawn[]): ReadonlyArray<readonly [string, number]> {
  return SHAPES.map(({ title }) => [title, drawn.filter(({ shapes }) => shapes.includes(title)).length]);
}
