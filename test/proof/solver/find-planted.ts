import { differences } from './equivalence';
import { Subject, subjectsOf } from './subject';
import { ask } from '../judges/ask';
import { Request } from '../meaning/request';
import { plant, PlantedBug } from '../plants/solver/bug';
import { build } from '../world/build';
import { World } from '../world/world';
import { either, TRUE } from './smt/formula';
import { Z3 } from './smt/z3';
import { describe } from './witness';
import { findRequest } from './witnesses';

/** How a bug shows. */
export interface Found {
  /** In words: a request that should have another answer. */
  readonly counterexample: string;
  /** Whether evaluators of IAM see the difference as well. */
  readonly confirmed: boolean;
}

/** Finds a bug by a difference between documents and declaration; fails if there is none. */
export async function find(z3: Z3, bug: PlantedBug): Promise<Found> {
  const world = build(bug.declaration);
  const altered = plant(world, bug);
  const subject = subjectOf(altered, bug);
  if (typeof subject === 'string') {
    return { counterexample: subject, confirmed: false };
  }
  const request = await askableCounterexample(z3, altered, subject, bug);
  if (request !== undefined) {
    await confirm(world, altered, request, bug);
    return { counterexample: JSON.stringify(request), confirmed: true };
  }
  for (const difference of differences(subject, bug.direction)) {
    const answer = await z3.ask(difference);
    if (answer.found) {
      return { counterexample: describe(answer.values), confirmed: false };
    }
  }
  throw new Error('The bug was not found');
}

function subjectOf(altered: World, { subject, refused }: PlantedBug): Subject | string {
  try {
    const found = subjectsOf(altered).find(({ name }) => name === subject)!;
    if (refused) {
      throw new Error('The bug was not refused');
    }
    return found;
  } catch (e) {
    if (refused && e instanceof Error && /^A policy variable/.test(e.message)) {
      return e.message;
    }
    throw e;
  }
}

/** A counterexample that an evaluator understands: any, or one among the requests that only just miss the declaration. */
async function askableCounterexample(z3: Z3, altered: World, subject: Subject, { direction }: PlantedBug): Promise<Request | undefined> {
  if (subject.name === 'otherServices' || subject.name === 'otherTrust') {
    return undefined;
  }
  const near = either(...subject.grants.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.near ?? [])));
  for (const hint of [TRUE, near]) {
    for (const { formulas } of differences(subject, direction)) {
      const request = await findRequest(z3, altered, subject, ...formulas, hint);
      if (request !== undefined) {
        return request;
      }
    }
  }
  return undefined;
}

/** The bug changes the answer of the evaluators, and nothing but the bug does. */
async function confirm(world: World, altered: World, request: Request, { direction }: PlantedBug): Promise<void> {
  const verdicts = [await ask(world, request), await ask(altered, request)];
  const expected = direction === 'more' ? ['denied', 'allowed'] : ['allowed', 'denied'];
  if (verdicts.join() !== expected.join()) {
    throw new Error(`Without the bug and with it, expected ${expected}, the evaluators say ${verdicts}: ${JSON.stringify(request)}`);
  }
}
