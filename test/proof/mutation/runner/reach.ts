import { basename, dirname } from 'path';
import { declarationsIn } from './declarations';

/** What Stryker's instrumented code notes: how often mutants are reached, by a mutant's ID, and by a test's. */
export interface Coverage {
  readonly perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Tests that take the same way through a declaration: they reach the same mutants in it. */
interface Way {
  readonly mutants: readonly string[];
  /** The most promising first. */
  readonly tests: readonly string[];
}

/** What of a source file the tests reach. */
interface FileReach {
  /** By the name of a declaration; ways that few tests take come first. */
  readonly ways: Readonly<Record<string, readonly Way[]>>;
  /** By a mutant's ID. */
  readonly declarations: Readonly<Record<string, string>>;
}

/** Loading a file of tests counts as a test: where a table or a hook calls the code under test, it reaches mutants as tests do. */
export const loadingOf = (file: string) => `${file} › is loaded`;
export const fileOf = (test: string) => test.split(' › ', 1)[0];

/**
 * Which tests reach which mutants, and the order in which they are tried on one.
 *
 * The order depends on the code alone, not on what other files are mutated or what has happened before: where not all tests are
 * tried, the same ones are tried in every run.
 */
export class Reach {
  /** From a run of all tests without a mutant; `sources` are instrumented, by their path. */
  public static of(sources: Readonly<Record<string, string>>, tests: readonly string[], { perTest }: Coverage): Reach {
    const loading: Record<string, string[]> = {};
    for (const file of new Set(tests.map(fileOf))) {
      const reached = Object.keys(perTest[loadingOf(file)] ?? {});
      if (reached.length > 0) {
        loading[file] = reached;
      }
    }
    // What a file reaches while it is loaded is in all of its tests.
    const reached = new Map(tests.map((test) => [test, [...new Set([...Object.keys(perTest[test] ?? {}), ...loading[fileOf(test)] ?? []])]]));
    const files = Object.fromEntries(Object.entries(sources).map(([source, code]) => [source, fileReach(source, code, reached, loading)]));
    return new Reach({ tests, loading, files });
  }

  /** Stryker numbers mutants from 0. */
  public readonly mutants: number;

  public constructor(
    public readonly data: {
      readonly tests: readonly string[];
      /** What files of tests reach while they are loaded. */
      readonly loading: Readonly<Record<string, readonly string[]>>;
      readonly files: Readonly<Record<string, FileReach>>;
    },
  ) {
    this.mutants = Object.values(data.files).reduce((sum, { declarations }) => sum + Object.keys(declarations).length, 0);
  }

  public declarationOf(source: string, mutant: string): string {
    return this.data.files[source].declarations[mutant];
  }

  /** Whether a file of tests has to be loaded with the mutant. */
  public loadingReaches(file: string, mutant: string): boolean {
    return this.data.loading[file]?.includes(mutant) ?? false;
  }

  /** All tests that reach a mutant while they run, the most promising first. */
  public testsOf(source: string, mutant: string): string[] {
    const ways = this.data.files[source].ways[this.declarationOf(source, mutant)] ?? [];
    return inTurn(ways.filter(({ mutants }) => mutants.includes(mutant)).map(({ tests }) => tests));
  }

  /** All tests, those first that come near a mutant which acts while the source file is loaded. */
  public allTests(source: string, mutant: string): string[] {
    const { ways } = this.data.files[source];
    return [...new Set([
      ...inTurn((ways[this.declarationOf(source, mutant)] ?? []).map(({ tests }) => tests)),
      ...inTurn(Object.values(ways).flat().map(({ tests }) => tests)),
      ...byDistance(source, this.data.tests),
    ])];
  }
}

function fileReach(
  source: string, code: string, reached: ReadonlyMap<string, readonly string[]>, loading: Readonly<Record<string, readonly string[]>>,
): FileReach {
  const declarations = declarationsIn(code);
  const ways: Record<string, Map<string, { mutants: string[]; tests: string[] }>> = {};
  const breadth = new Map<string, number>();
  for (const [test, all] of reached) {
    const here: Record<string, string[]> = {};
    for (const mutant of all.filter((id) => declarations.has(id))) {
      (here[declarations.get(mutant)!] ??= []).push(mutant);
      breadth.set(test, (breadth.get(test) ?? 0) + 1);
    }
    for (const [declaration, mutants] of Object.entries(here)) {
      const way = mutants.sort().join();
      const known = ways[declaration] ??= new Map();
      known.set(way, { mutants, tests: [...known.get(way)?.tests ?? [], test] });
    }
  }
  // A test that reaches little looks closely. To load a file for one mutant takes long.
  const late = new Set(Object.keys(loading).filter((file) => loading[file].some((mutant) => declarations.has(mutant))));
  const cost = (test: string) => (late.has(fileOf(test)) ? 1 : 0);
  const byCost = (tests: readonly string[]) => [...tests].sort((a, b) => cost(a) - cost(b) || breadth.get(a)! - breadth.get(b)!);
  const promising = (tests: readonly string[]) => byDistance(source, inTurn(byFile(byCost(tests))));
  return {
    declarations: Object.fromEntries(declarations),
    ways: Object.fromEntries(Object.entries(ways).map(([declaration, known]) => [
      declaration,
      [...known.values()].sort((a, b) => a.tests.length - b.tests.length).map(({ mutants, tests }) => ({ mutants, tests: promising(tests) })),
    ])),
  };
}

/** The first of each list, the second of each, and so on: tests that take the same way, or are in the same file, notice much the same. */
function inTurn(lists: ReadonlyArray<readonly string[]>): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, turn) => lists.flatMap((tests) => tests.slice(turn, turn + 1))).flat())];
}

function byFile(tests: readonly string[]): string[][] {
  const files = new Map<string, string[]>(tests.map((test) => [fileOf(test), []]));
  tests.forEach((test) => files.get(fileOf(test))!.push(test));
  return [...files.values()];
}

/** The tests of a source file's own first, then those of its folder. */
function byDistance(source: string, tests: readonly string[]): string[] {
  const own = `${basename(source, '.ts')}.test.ts`;
  const folder = dirname(source).replace(/^src/, 'test');
  const distance = (test: string) => (basename(fileOf(test)) === own ? 0 : dirname(fileOf(test)) === folder ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => tests.filter((test) => distance(test) === wanted));
}
