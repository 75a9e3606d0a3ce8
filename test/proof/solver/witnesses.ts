import { askable } from './askable';
import { question } from './equivalence';
import { Condition, granted, GrantFormula } from './grants/grant-formula';
import { and, cases, Formula, not, TRUE } from './smt/formula';
import { Z3 } from './smt/z3';
import { Subject } from './subject';
import { requestOf } from './witness';
import type { Verdict } from '../../support/judge';
import { Request } from '../meaning/request';
import { World } from '../world/world';

/** A request that a solver thought of, and what the declaration says of it. */
export interface Witness {
  readonly title: string;
  readonly request: Request;
  readonly expected: Verdict;
}

/**
 * Requests at the border of a declaration: for the first and the last of its grants one that it lets through, and for
 * each of their conditions one that fails this condition alone.
 */
export async function borderWitnesses(z3: Z3, world: World, subject: Subject): Promise<Witness[]> {
  const some = subject.grants.filter((_, i, { length }) => i === 0 || i === length - 1);
  const witnesses: Witness[] = [];
  for (const grant of some) {
    const inside = await findRequest(z3, world, subject, all(grant.conditions));
    if (inside !== undefined) {
      witnesses.push({ title: grant.title, request: inside, expected: 'allowed' });
    }
    for (const condition of grant.conditions.filter(({ holds }) => holds !== TRUE)) {
      const outside = await findRequest(z3, world, subject, allBut(condition, grant), not(granted(subject.grants)));
      if (outside !== undefined) {
        witnesses.push({ title: `${grant.title}, but for: ${condition.what}`, request: outside, expected: 'denied' });
      }
    }
  }
  return witnesses;
}

/** Milliseconds for a question in the search; the next one may be easier. */
const PATIENCE = 2000;

/** A request that fits some formulas, and that an evaluator can be asked about; none if none is found soon. */
export async function findRequest(z3: Z3, world: World, subject: Subject, ...formulas: readonly Formula[]): Promise<Request | undefined> {
  for (const one of cases(and(...formulas, askable(world, subject.name, subject.grants)))) {
    const answer = await z3.tryToAsk(question(`${subject.name}, a witness`, subject, one), PATIENCE);
    const request = answer?.found ? requestOf(subject.name, answer.values, world) : undefined;
    if (request !== undefined) {
      return request;
    }
  }
  return undefined;
}

function all(conditions: readonly Condition[]): Formula {
  return and(...conditions.map(({ holds }) => holds));
}

function allBut(failing: Condition, { conditions }: GrantFormula): Formula {
  return and(...conditions.map((condition) => (condition === failing ? and(not(condition.holds), condition.near ?? TRUE) : condition.holds)));
}
