import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { goRegistry } from './harness/go-registry';
import { Speaker, Told } from './judge';
import { outcomesIn } from './outcome';
import { Recipe } from './recipe';
import { command } from '../../build-tools/bindings/command';
import { goApp, goImportPath } from '../../build-tools/bindings/go';
import { javaApp } from '../../build-tools/bindings/java';
import { InstalledLibrary } from '../../build-tools/bindings/library';
import { pythonApp, pythonWithCdk } from '../../build-tools/bindings/python';
import { Sources } from '../../build-tools/bindings/sources';

const HARNESS = join(__dirname, 'harness');

/** A harness that is ready to run: the command, and its environment. The path of a plan is its last argument. */
export interface Harness {
  readonly line: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Makes a harness. */
export type Builder = (library: InstalledLibrary, sources: Sources, dir: string) => Promise<Harness>;

export const BUILDERS: Readonly<Record<Speaker, Builder>> = {
  typescript: async ({ app }) => ({
    line: [resolve(__dirname, '..', '..', 'node_modules', '.bin', 'ts-node'), '--transpile-only', join(HARNESS, 'harness.ts'), app],
  }),
  java: async ({ assembly }, sources, dir) => {
    const { classPath } = await javaApp(assembly, sources.java, [join(HARNESS, 'Harness.java'), join(HARNESS, 'Implementation.java')], dir);
    return { line: ['java', `-Djava.io.tmpdir=${tmpdirIn(dir)}`, '-cp', classPath, 'Harness'] };
  },
  go: async ({ assembly }, sources, dir) => ({
    line: [await goApp({
      assembly,
      sources: sources.go,
      files: [join(HARNESS, 'main.go')],
      texts: { 'registry.go': goRegistry(assembly, goImportPath(assembly, sources.go)) },
    }, dir)],
  }),
  python: async (_library, sources, dir) => {
    const { interpreter, env } = await pythonApp(await pythonWithCdk(dir), sources.python, dir);
    return { line: [interpreter, join(HARNESS, 'harness.py')], env };
  },
};

/** Apps that are said in one manner; in the usual one, if it has no name. */
export interface Run {
  readonly variant: string;
  /** By their numbers. */
  readonly recipes: ReadonlyMap<number, Recipe>;
}

/** Builds apps with a harness, all in one process, and gives what came of them, for each run. */
export async function tell({ line: [name, ...args], env }: Harness, runs: readonly Run[], dir: string): Promise<Told[]> {
  const outdirs = runs.map(({ variant }) => join(dir, variant || 'usual'));
  outdirs.forEach((outdir) => mkdirSync(outdir, { recursive: true }));
  const plan = join(dir, 'plan.json');
  writeFileSync(plan, JSON.stringify({
    runs: runs.map(({ variant, recipes }, i) => ({
      outdir: outdirs[i],
      variant,
      cases: [...recipes].map(([number, recipe]) => ({ number, ...recipe })),
    })),
  }));
  await command(name, [...args, plan], {
    cwd: dir,
    // The CDK's own validator takes a second or more for each app, and is tried elsewhere.
    env: { ...env, CDK_VALIDATION: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', TMPDIR: tmpdirIn(dir) },
  });
  return outdirs.map(outcomesIn);
}

/** The runtimes of jsii do not clean up all that they unpack. */
function tmpdirIn(dir: string): string {
  const tmpdir = join(dir, 'tmp');
  mkdirSync(tmpdir, { recursive: true });
  return tmpdir;
}
