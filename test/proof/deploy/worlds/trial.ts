import { deepStrictEqual, ok } from 'assert';
import { demandDeleted, everybody } from './deletion';
import { Accounts, Arrived, readBack, worldOf } from './deployment';
import { nobodyYet } from './nobody-yet';
import { Planned, planOf } from './plan';
import { prepare } from './prepare';
import { World } from '../../world/world';
import { AllActions } from '../../worlds/actions';
import { probesOf, runWorld } from '../../worlds/run-world';
import { strangeThings } from '../../worlds/strange-things';
import { demandAgreementOfAll } from '../agreement';

/** A world that was deployed, with all that is needed to judge it. */
export interface Trial {
  readonly world: World;
  readonly accounts: Accounts;
  /** Who was in the accounts before. */
  readonly before: readonly object[];
  /** Whom policies named that was not there by then. */
  readonly absent: readonly string[];
  readonly stacks: readonly Arrived[];
}

/** Other stacks in place of those of a world. */
export type InItsPlace = (plan: readonly Planned[]) => readonly Planned[];

/** Deploys a world, or other stacks in its place, and reads back those of the world. */
export async function deploy(endpoint: string, world: World, inItsPlace: InItsPlace = (plan) => plan): Promise<Trial> {
  const plan = planOf(world);
  const deployed = inItsPlace(plan);
  const accounts = new Accounts(endpoint, [...plan, ...deployed]);
  await prepare(accounts);
  const before = await everybody(accounts);
  const absent: string[] = [];
  for (const planned of deployed) {
    await accounts.of(planned).create(planned.name, planned.template, planned.parameters);
    absent.push(...await nobodyYet(accounts, planned));
  }
  return { world, accounts, before, absent, stacks: await readBack(accounts, plan) };
}

/** Something that must hold of a deployed world; gives how many requests were judged for it. */
export interface Check {
  readonly title: string;
  readonly demand: (trial: Trial, actions: AllActions, salt: number) => Promise<number>;
}

/** All that must hold, in this order: nothing is left after the last one. */
export const CHECKS = {
  named: {
    title: 'whoever a policy names is there by then',
    demand: async ({ absent }) => {
      deepStrictEqual(absent, []);
      return 0;
    },
  },
  documents: {
    title: 'deployed as the templates say',
    demand: async ({ stacks }) => {
      ok(demandAgreementOfAll(stacks) > 0, 'no document was deployed');
      return 0;
    },
  },
  requests: {
    title: 'opens what was declared and nothing beside it',
    demand: async ({ world, stacks }, actions, salt) => {
      const arrived = worldOf(world, stacks);
      const { judged, difference } = await runWorld(arrived, probesOf(world.declaration, actions, salt));
      deepStrictEqual(difference, undefined);
      deepStrictEqual(strangeThings(arrived), []);
      return judged.length;
    },
  },
  deletion: {
    title: 'deleted stack by stack, and no identity or statement for it remains',
    demand: async ({ accounts, stacks, before }) => {
      await demandDeleted(accounts, stacks, before);
      return 0;
    },
  },
} as const satisfies Record<string, Check>;
