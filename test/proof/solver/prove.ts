import { declaredSubjects, ProofCase } from './cases/case';
import { differences, Direction, DIRECTIONS, question } from './equivalence';
import { granted } from './grants/grant-formula';
import { fileName, saveText } from './save';
import { cases } from './smt/formula';
import { script } from './smt/script';
import { Z3 } from './smt/z3';
import { Subject, subjectsOf } from './subject';
import { describe } from './witness';
import { borderWitnesses } from './witnesses';
import { ask } from '../judges/ask';
import { Recorder } from '../report/recorder';
import { build } from '../world/build';
import { World } from '../world/world';

/** What was seen on the way. */
export class Tally {
  /** How many requests the evaluators were asked about. */
  public allowed = 0;
  public denied = 0;
  /** What was taken for granted. */
  public readonly facts = new Set<string>();
}

/** Proves that the documents of a declaration mean what it says: everything that it says, and nothing else. */
export async function prove(z3: Z3, { name, declaration, nothing, unaskable }: ProofCase, recorder: Recorder, tally: Tally): Promise<void> {
  const world = build(declaration);
  const expectations = declaredSubjects({ name, declaration, nothing });
  const scripts: string[] = [];
  for (const subject of subjectsOf(world)) {
    subject.assumptions.forEach(({ fact }) => tally.facts.add(fact));
    // Where nothing is declared, nothing declared can be refused.
    for (const direction of DIRECTIONS.filter((one) => one === 'more' || subject.grants.length > 0)) {
      await recorder.attempt(`${name}: ${subject.name}: ${TITLES[direction]}`, () => showNoDifference(z3, subject, direction, scripts));
    }
    const something = expectations.some((expectation) => expectation.subject === subject.name && expectation.expected === 'something');
    await recorder.attempt(`${name}: ${subject.name}: ${something ? 'something' : 'nothing'} is allowed`, () => showAllowed(z3, subject, something));
    if (something && unaskable === undefined) {
      await recorder.attempt(`${name}: ${subject.name}: an evaluator agrees at the border`, () => showAgreement(z3, world, subject, tally));
    }
  }
  saveText(`${fileName(name)}.smt2`, scripts.join('(reset)\n'));
}

const TITLES: Readonly<Record<Direction, string>> = {
  more: 'nothing is allowed beyond the declaration',
  less: 'nothing declared is refused',
};

async function showNoDifference(z3: Z3, subject: Subject, direction: Direction, scripts: string[]): Promise<void> {
  for (const one of differences(subject, direction)) {
    scripts.push(script(one));
    const answer = await z3.ask(one);
    if (answer.found) {
      throw new Error(`A difference: ${describe(answer.values)}`);
    }
  }
}

/** A proof about nothing would be none: some request must fit the assumptions, and the declaration where it allows any. */
async function showAllowed(z3: Z3, subject: Subject, something: boolean): Promise<void> {
  if (!something && !(await z3.ask(question(`${subject.name}, assumptions`, subject))).found) {
    throw new Error('No request fits the assumptions');
  }
  // The last ones are about the bucket as a whole, and the easiest.
  for (const one of cases(granted(subject.grants)).reverse()) {
    const answer = await z3.ask(question(`${subject.name}, declared`, subject, one));
    if (answer.found) {
      if (!something) {
        throw new Error(`Declared, but unexpected: ${describe(answer.values)}`);
      }
      return;
    }
  }
  if (something) {
    throw new Error('No request fits the declaration');
  }
}

/** Ties the encoding of IAM to evaluators of IAM: they must say the same of the requests that the solver finds. */
async function showAgreement(z3: Z3, world: World, subject: Subject, tally: Tally): Promise<void> {
  const witnesses = await borderWitnesses(z3, world, subject);
  for (const { title, request, expected } of witnesses) {
    const verdict = await ask(world, request);
    tally[expected]++;
    if (verdict !== expected) {
      throw new Error(`${title}: expected ${expected}, the evaluators say ${verdict}: ${JSON.stringify(request)}`);
    }
  }
  const missing = (['allowed', 'denied'] as const).filter((verdict) => !witnesses.some(({ expected }) => expected === verdict));
  if (missing.length > 0) {
    throw new Error(`No request was found that is ${missing.join(', none that is ')}`);
  }
}
