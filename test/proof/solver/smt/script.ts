import { Formula, render } from './formula';

/** A question to a solver: whether some values of the variables make all of the formulas true. */
export interface Question {
  readonly title: string;
  /** The sort of each variable. */
  readonly variables: Readonly<Record<string, string>>;
  readonly formulas: readonly Formula[];
}

/** The question as a script of SMT-LIB 2.6, for any solver that knows the theory of strings. */
export function script(question: Question): string {
  const known = settled(question);
  return [
    `; ${question.title.replace(/\s+/g, ' ')}`,
    '(set-logic ALL)',
    ...Object.entries(question.variables).map(([name, sort]) => (
      Object.hasOwn(known, name) ? `(define-fun ${name} () ${sort} ${known[name]})` : `(declare-const ${name} ${sort})`)),
    ...question.formulas.map((formula) => `(assert ${render(formula)})`),
    '(check-sat)',
    '',
  ].join('\n');
}

/**
 * The variables whose value the question itself demands, as a conjunct such as `(= owner "…")`. Solvers are much quicker
 * with a constant than with a variable that equals it; the conjunct stays in the question, so two different demands are
 * still a contradiction.
 */
export function settled({ variables, formulas }: Question): Record<string, string> {
  return Object.fromEntries(formulas.flatMap(conjuncts).flatMap((formula): Array<[string, string]> => {
    const text = render(formula);
    const [, name, value] = /^\(= (\w+) ("(?:[^"]|"")*")\)$/.exec(text) ?? [];
    if (name !== undefined && Object.hasOwn(variables, name)) {
      return [[name, value]];
    }
    const [, negated, flag] = /^(\(not )?(\w+)\)?$/.exec(text) ?? [];
    return flag !== undefined && variables[flag] === 'Bool' ? [[flag, negated === undefined ? 'true' : 'false']] : [];
  }));
}

/** Reads what `get-value` prints: pairs of a name and a literal. */
export function parseValues(output: string): Record<string, string> {
  const pair = /\(([A-Za-z]\w*)\s+("(?:[^"]|"")*"|true|false|\d+|\(- \d+\))\)/g;
  return Object.fromEntries([...output.matchAll(pair)].map(([, name, value]) => [name, value.replace(/^\(- (\d+)\)$/, '-$1')]));
}

function conjuncts(formula: Formula): Formula[] {
  return formula.op === 'and' ? formula.of.flatMap(conjuncts) : [formula];
}
