import { ConstructRecipe, Expression, Properties } from '../recipe';

/** How a struct is used, so that its properties can be left out one by one. */
export interface StructBaseline {
  readonly required: Properties;
  /** A value for each optional property, one that changes what comes out. */
  readonly values: Properties;
  readonly settings: readonly Setting[];
  /** Properties that have to be away when it is the turn of one: they would contradict it. */
  readonly contradictions?: Readonly<Record<string, readonly string[]>>;
}

/** How a static method is called. */
export interface CallBaseline {
  /** All of them, also those that may be left out. */
  readonly args: readonly Expression[];
  readonly settings: readonly CallSetting[];
}

/** The struct in an app, together with other optional properties. */
export interface Setting {
  readonly name: string;
  /** The other properties that are given; their values are those of the baseline. */
  readonly with: readonly string[];
  readonly around: (value: Expression) => readonly ConstructRecipe[];
}

/** What a method returns, in an app. */
export type CallSetting = Omit<Setting, 'with'>;

/** All names but some. */
export function allBut(values: Properties, ...names: string[]): string[] {
  return Object.keys(values).filter((name) => !names.includes(name));
}
