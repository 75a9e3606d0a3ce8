/** A formula of first-order logic over the variables of a request. */
export type Formula =
  | { readonly op: 'atom'; readonly text: string; readonly demand?: Demand }
  | { readonly op: 'not'; readonly of: Formula }
  | { readonly op: 'and' | 'or' | 'either'; readonly of: readonly Formula[] };

/** That a variable has a certain value. */
export interface Demand {
  readonly variable: string;
  readonly value: string;
}

export const TRUE: Formula = { op: 'atom', text: 'true' };
export const FALSE: Formula = { op: 'atom', text: 'false' };

/** Something that SMT-LIB says in a term of its own. */
export function atom(text: string, demand?: Demand): Formula {
  return { op: 'atom', text, demand };
}

export function not(formula: Formula): Formula {
  return formula === TRUE ? FALSE : formula === FALSE ? TRUE : { op: 'not', of: formula };
}

export function and(...parts: readonly Formula[]): Formula {
  const rest = parts.filter((part) => part !== TRUE);
  return rest.includes(FALSE) ? FALSE : rest.length === 0 ? TRUE : rest.length === 1 ? rest[0] : { op: 'and', of: rest };
}

export function or(...parts: readonly Formula[]): Formula {
  return disjunction('or', parts);
}

/**
 * The same as `or`, and a place where a question may be divided: a solver of string constraints answers many small
 * questions at once what it would never answer as a single one.
 */
export function either(...parts: readonly Formula[]): Formula {
  return disjunction('either', parts);
}

/** That something follows from something else. */
export function implies(premise: Formula, conclusion: Formula): Formula {
  return or(not(premise), conclusion);
}

function disjunction(op: 'or' | 'either', parts: readonly Formula[]): Formula {
  const rest = parts.filter((part) => part !== FALSE);
  return rest.includes(TRUE) ? TRUE : rest.length === 0 ? FALSE : rest.length === 1 ? rest[0] : { op, of: rest };
}

/**
 * Formulas whose disjunction is the formula given, divided at each `either` that is not inside of something else. Those
 * that demand two values of one variable are left out: nothing fits them.
 */
export function cases(formula: Formula): Formula[] {
  return divided(formula).map(({ formula: one }) => one);
}

interface Case {
  readonly formula: Formula;
  readonly demands: Readonly<Record<string, string>>;
}

function divided(formula: Formula): Case[] {
  switch (formula.op) {
    case 'either':
      return formula.of.flatMap(divided);
    case 'and':
      return formula.of.map(divided).reduce<Case[]>(
        (products, alternatives) => products.flatMap((product) => alternatives.flatMap((alternative) => both(product, alternative))),
        [{ formula: TRUE, demands: {} }],
      );
    case 'atom':
      return [{ formula, demands: formula.demand === undefined ? {} : { [formula.demand.variable]: formula.demand.value } }];
    default:
      return [{ formula, demands: {} }];
  }
}

function both(one: Case, other: Case): Case[] {
  const contradiction = Object.entries(other.demands).some(([variable, value]) =>
    one.demands[variable] !== undefined && one.demands[variable] !== value);
  return contradiction ? [] : [{ formula: and(one.formula, other.formula), demands: { ...one.demands, ...other.demands } }];
}

/** The formula as SMT-LIB 2 writes it. */
export function render(formula: Formula): string {
  switch (formula.op) {
    case 'atom': return formula.text;
    case 'not': return `(not ${render(formula.of)})`;
    case 'and': return `(and ${formula.of.map(render).join(' ')})`;
    default: return `(or ${formula.of.map(render).join(' ')})`;
  }
}
