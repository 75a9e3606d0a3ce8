import { granted } from './grants/grant-formula';
import { cases, Formula, not } from './smt/formula';
import { Question } from './smt/script';
import { Subject } from './subject';
import { VARIABLES } from './symbolic-request';

/** The ways in which documents and declaration can differ. */
export const DIRECTIONS = ['more', 'less'] as const;

/** `more`: allowed by the documents, not by the declaration. `less`: the other way round. */
export type Direction = typeof DIRECTIONS[number];

/** Questions that have no answer if, and only if, there is no difference in a direction. */
export function differences(subject: Subject, direction: Direction): Question[] {
  const declared = granted(subject.grants);
  const [wider, narrower] = direction === 'more' ? [subject.allowed, declared] : [declared, subject.allowed];
  return cases(wider).map((one, i) => question(`${subject.name}, ${direction}, ${i + 1}`, subject, one, not(narrower)));
}

/** A question about requests of a subject. */
export function question(title: string, { assumptions }: Subject, ...formulas: readonly Formula[]): Question {
  return { title, variables: VARIABLES, formulas: [...assumptions.map(({ holds }) => holds), ...formulas] };
}
