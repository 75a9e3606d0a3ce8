import { Planned } from './plan';
import { ReadBackTemplate } from './read-back-template';
import { VendorS3HandOff } from '../../../../src';
import { DeployedTemplate } from '../../../support/deployed-template';
import { World } from '../../world/world';
import { Account } from '../account';
import { DeployedStack, evaluateAll } from '../agreement';
import { Clients } from '../clients';
import { Deployed } from '../read-back';

/** A stack of a world, in its account. */
export interface Arrived extends DeployedStack {
  readonly planned: Planned;
}

/** The accounts of a plan, one each, as somebody with CloudFormation sees them. */
export class Accounts {
  private readonly known = new Map<string, Account>();

  constructor(private readonly endpoint: string, plan: readonly Planned[]) {
    plan.forEach(({ place }) => this.known.set(place.account, this.known.get(place.account) ?? new Account(new Clients(this.endpoint, place))));
  }

  public get all(): Account[] {
    return [...this.known.values()];
  }

  public of({ place }: Pick<Planned, 'place'>): Account {
    return this.known.get(place.account)!;
  }
}

/** Reads all stacks of a plan back from the services. */
export async function readBack(accounts: Accounts, plan: readonly Planned[]): Promise<Arrived[]> {
  return Promise.all(plan.map(async (planned) => ({
    planned,
    template: planned.template,
    values: planned.values,
    deployed: await Deployed.read(accounts.of(planned), planned.name),
  })));
}

/**
 * The world with the documents that were read back in place of those that the templates say; owners elsewhere have done what the output of the deployed
 * stack asks of them.
 */
export function worldOf(world: World, stacks: readonly Arrived[]): World {
  const evaluated = evaluateAll(stacks);
  const { declaration, surroundings } = world;
  const find = (template: DeployedTemplate) => stacks.findIndex((stack) => stack.template === template.json);
  const arrived = (template: DeployedTemplate) => {
    const position = find(template);
    // A stack without resources was not deployed, and nothing in it could be read back.
    return position === -1 ? template : new ReadBackTemplate(evaluated[position], stacks[position].deployed);
  };
  const handOffs = handOffsOf(stacks[find(world.template)], surroundings.warnings) ?? renamed(surroundings.handOffs, stacks);
  return new World(declaration, arrived(world.template), {
    ...surroundings,
    data: arrived(surroundings.data),
    keyArns: renamed(surroundings.keyArns, stacks),
    handOffs,
  });
}

/** What a deployed stack asks of the owners of buckets and keys elsewhere; nothing, if it cannot be read and its author was told so. */
function handOffsOf(stack: Arrived | undefined, warnings: readonly string[]): VendorS3HandOff[] | undefined {
  const [, text] = Object.entries(stack?.deployed.outputs ?? {}).find(([name]) => /^AccessHandOff[0-9A-F]{8}$/.test(name)) ?? [];
  try {
    return stack === undefined ? undefined : JSON.parse(text ?? '[]');
  } catch (e) {
    // The output is text, in which a quotation mark in the value of a parameter ends a string.
    if (warnings.some((warning) => warning.includes('in the output HandOff needs an AllowedPattern'))) {
      return undefined;
    }
    throw e;
  }
}

/** What names roles, users and keys by their logical IDs, with the names and IDs that they were given. */
function renamed<T>(value: T, stacks: readonly Arrived[]): T {
  const types = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::KMS::Key'];
  const named = stacks.flatMap(({ deployed }) => deployed.resources.filter(({ type }) => types.includes(type)));
  return JSON.parse(named.reduce((json, { logicalId, physicalId }) => json.replaceAll(logicalId, physicalId), JSON.stringify(value)));
}
