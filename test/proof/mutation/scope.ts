import { readdirSync } from 'fs';
import { join, relative, resolve, sep } from 'path';

/** Where all paths of this part start. */
export const ROOT = resolve(__dirname, '..', '..', '..');

/** Source files, and the tests that have to notice their mutants. */
export interface Scope {
  readonly name: 'core' | 'wiring';
  readonly title: string;
  /** The least share of mutants, in percent, that the tests must detect. */
  readonly threshold: number;
  /** The share of a file's mutants, in percent, that may survive without being listed as equivalent. */
  readonly tolerance: number;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** What else the tests read; patterns of Stryker's `ignorePatterns`, without their exclamation mark. */
  readonly needs: readonly string[];
}

/** The pure core, and the tests that judge it. */
const CORE = 'src/policy';
const CORE_TESTS = 'test/policy';

/** What is known of some vendors: part of the core, but data. Those who use it judge it: test/vendors. */
const CATALOGUE = `${CORE}/vendor/catalogue`;

const CONSTRUCTS = ['test/switches.test.ts', 'test/api', 'test/constructs'];

/** They take seconds, for they declare thousands of locations; what they show of the constructs, others show with a few. */
const TOO_SLOW = ['test/cooperation/order.test.ts', 'test/semantics/placement.test.ts'];

/** The pure core but for its data on vendors. Its own tests judge it, which need no CDK. */
export function core(): Scope {
  return {
    name: 'core',
    title: 'the pure core',
    threshold: 90,
    tolerance: 0,
    files: sources().filter(isCore),
    tests: testsBelow(CORE_TESTS),
    needs: [`/${CORE}/**`, `/${CORE_TESTS}/**`],
  };
}

/** Everything around the core: constructs, public classes, and what lies between them and the core; and the data on vendors. */
export function wiring(): Scope {
  return {
    name: 'wiring',
    title: 'the constructs\' wiring',
    threshold: 90,
    tolerance: 10,
    files: sources().filter((file) => !isCore(file)),
    // The first failure ends a run, so those that look closely come before those that look at everything.
    tests: [...CONSTRUCTS, 'test/cdk', 'test/immutability.test.ts', 'test/cooperation', 'test/vendors', 'test/bad-input.test.ts', 'test/semantics']
      .flatMap(testsBelow)
      .filter((file) => !file.startsWith(`${CORE_TESTS}/`) && !TOO_SLOW.includes(file)),
    needs: ['/src/**', '/test/**', '/docs/**', '/examples/**', '/README.md'],
  };
}

function isCore(file: string): boolean {
  return file.startsWith(`${CORE}/`) && !file.startsWith(`${CATALOGUE}/`);
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

