/**
 * What a case builds, as data that each harness reads: what it says is said in each language in that language's own way.
 */

/** A value. `null` is said as `None`, `null` or `nil`; a property that is not there is not said at all. */
export type Expression =
  | string | number | boolean | null
  | readonly Expression[]
  | StructExpression
  | { readonly map: Properties }
  | CallExpression
  /** A property of an object, as its getter returns it. */
  | { readonly get: string; readonly of: Expression }
  /** A member of an enum: `S3AccessMode.READ`. */
  | { readonly enum: string }
  | { readonly fixture: Fixture }
  | { readonly hours: number }
  /** In ISO 8601, in UTC. */
  | { readonly date: string };

export type Properties = Readonly<Record<string, Expression>>;

/** A struct of the library, by its name. */
export interface StructExpression {
  readonly struct: string;
  readonly of: Properties;
}

/** A static method: `S3Access.read`. Arguments at its end may be left out. */
export interface CallExpression {
  readonly call: string;
  readonly with: readonly Expression[];
}

/** What the CDK itself makes. It is there before anything else, in the order of the case. */
export type Fixture = 'bucket' | 'otherBucket' | 'importedBucket' | 'key' | 'boundary';

/** A construct, and what is called on it then. */
export interface ConstructRecipe {
  readonly new: string;
  readonly id: string;
  readonly under: 'app' | 'stack';
  readonly props: Expression;
  readonly then?: ReadonlyArray<{ readonly method: string; readonly with: readonly Expression[] }>;
}

/** One app. */
export interface Recipe {
  readonly fixtures: readonly Fixture[];
  readonly constructs: readonly ConstructRecipe[];
}

export function struct(name: string, of: Properties): StructExpression {
  return { struct: name, of };
}

export function call(method: string, ...args: Expression[]): CallExpression {
  return { call: method, with: args };
}

export function member(name: string): Expression {
  return { enum: name };
}

export function fixture(name: Fixture): Expression {
  return { fixture: name };
}

/** `Array.isArray` leaves read-only lists among what is none. */
export function isList(expression: Expression): expression is readonly Expression[] {
  return Array.isArray(expression);
}

/** The fixtures that a recipe uses, in a fixed order. */
export function fixturesOf(constructs: readonly ConstructRecipe[]): Fixture[] {
  const text = JSON.stringify(constructs);
  const all: readonly Fixture[] = ['bucket', 'otherBucket', 'importedBucket', 'key', 'boundary'];
  return all.filter((name) => text.includes(JSON.stringify({ fixture: name })));
}
