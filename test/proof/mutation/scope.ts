import { readdirSync } from 'fs';
import { join, relative, resolve, sep } from 'path';

/** Where all paths of this part start. */
export const ROOT = resolve(__dirname, '..', '..', '..');

/** Source files, and the tests that have to notice their mutants. */
export interface Scope {
  readonly name: 'core' | 'constructs' | 'reported';
  readonly title: string;
  /** The least share of mutants, in percent, that the tests must detect, in all and in each folder; only told, if nothing is said. */
  readonly threshold?: number;
  /** Whether each mutant that survives has to be listed as equivalent. */
  readonly explained: boolean;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** How many of the tests that reach a mutant are tried on it at most; all, if nothing is said. */
  readonly testsPerMutant?: number;
  /** What else the tests read; patterns of Stryker's `ignorePatterns`, without their exclamation mark. */
  readonly needs: readonly string[];
}

/** The pure core, and the tests that judge it. */
const CORE = 'src/policy';
const CORE_TESTS = 'test/policy';

/** What is known of some vendors: part of the core, but data. Those who use it judge it: test/vendors. */
const CATALOGUE = `${CORE}/vendor/catalogue`;

/** Where the constructs are, and what lies between them and the core. */
const CONSTRUCTS = ['src/api/', 'src/cdk/', 'src/constructs/', `${CATALOGUE}/`];

/** The first failure ends a run, so those that look closely come before those that look at everything. */
const CONSTRUCTS_TESTS = [
  'test/switches.test.ts', 'test/api', 'test/constructs', 'test/cdk', 'test/immutability.test.ts', 'test/cooperation', 'test/vendors',
  'test/bad-input.test.ts', 'test/hostile', 'test/nag.test.ts', 'test/semantics',
];

const LEFT_OUT = [
  // They take seconds, for they declare thousands of locations; what they show of the constructs, others show with a few.
  'test/cooperation/order.test.ts',
  'test/hostile/exhaustion.test.ts',
  'test/semantics/placement.test.ts',
  // It loads a second copy of the library, which only Jest can.
  'test/hostile/objects.test.ts',
  // It counts on temporary files outside of the folder that it runs in.
  'test/hostile/definition-files.test.ts',
];

const TOOLS_TESTS = ['test/kit', 'test/cli'];

/** They start a process or a server for a test, and cost more than all others together. */
const OUTSIDE = [
  'test/cli/process.test.ts',
  'test/cli/publish/s3-object-store.test.ts',
  'test/cli/verify/command.test.ts',
  'test/cli/verify/stopping.test.ts',
  'test/cli/verify/verify.test.ts',
  'test/kit/texts/aws-cli.test.ts',
];

/** What tests read besides sources: docs and examples, what the package ships, and what makes that. */
const NEEDS = ['/src/**', '/test/**', '/docs/**', '/examples/**', '/schema/**', '/assets/**', '/page/**', '/build-tools/**', '/*.md'];

/** How many tests are tried on a mutant outside the core: a tenth of those that may reach it. What the others would notice counts as missed. */
const TESTS_PER_MUTANT = 300;

/** The pure core but for its data on vendors. Its own tests judge it, which need no CDK. */
export function core(): Scope {
  return {
    name: 'core',
    title: 'the pure core',
    threshold: 90,
    explained: true,
    files: sources().filter(isCore),
    tests: testsBelow(CORE_TESTS),
    needs: [`/${CORE}/**`, `/${CORE_TESTS}/**`],
  };
}

/** What people declare, and all that turns it into resources by way of the core; and the data on vendors. */
export function constructs(): Scope {
  return {
    name: 'constructs',
    title: 'the constructs',
    threshold: 90,
    explained: false,
    files: sources().filter(isConstructs),
    tests: CONSTRUCTS_TESTS.flatMap(testsBelow).filter((file) => !LEFT_OUT.includes(file)),
    testsPerMutant: TESTS_PER_MUTANT,
    needs: NEEDS,
  };
}

/** The tools. Their own tests judge them, as far as they run within the process of the mutants; so the score is a lower bound. */
export function tools(): Scope {
  return {
    name: 'reported',
    title: 'kits and command line',
    explained: false,
    files: sources().filter((file) => !isCore(file) && !isConstructs(file)),
    tests: TOOLS_TESTS.flatMap(testsBelow).filter((file) => !OUTSIDE.includes(file)),
    testsPerMutant: TESTS_PER_MUTANT,
    needs: NEEDS,
  };
}

function isCore(file: string): boolean {
  return file.startsWith(`${CORE}/`) && !file.startsWith(`${CATALOGUE}/`);
}

function isConstructs(file: string): boolean {
  return CONSTRUCTS.some((folder) => file.startsWith(folder));
}

/** Source files, without the lists of exports. In those that only declare types there is nothing to mutate. */
function sources(): string[] {
  return filesBelow('src').filter((file) => file.endsWith('.ts') && !file.endsWith('/index.ts'));
}

function testsBelow(path: string): string[] {
  return path.endsWith('.ts') ? [path] : filesBelow(path).filter((file) => file.endsWith('.test.ts'));
}

/** Sorted, and with slashes on every system. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

