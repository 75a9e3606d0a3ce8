import { existsSync, readdirSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { App } from 'aws-cdk-lib';

export type MakeApp = (outdir: string) => App;

/**
 * The apps of all examples in a folder, by name. Each example is a folder with an `app.ts` that exports one function whose name ends in
 * "App"; it takes the output folder, and returns the app or an object that has it as `app`. An example that is built in another way
 * would escape the linters, so it is an error.
 */
export function exampleApps(folder: string): Record<string, MakeApp> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (names.length === 0) {
    throw new Error(`${folder} has no examples`);
  }
  return Object.fromEntries(names.map((name) => [name, exampleApp(join(folder, name, 'app.ts'))]));
}

function exampleApp(file: string): MakeApp {
  const exported: Record<string, unknown> = existsSync(file) ? createRequire(__filename)(file) : {};
  const makers = Object.entries(exported).filter(([name, value]) => name.endsWith('App') && typeof value === 'function');
  if (makers.length !== 1) {
    throw new Error(`${file} must export one function ...App(outdir), so that the templates of this example can be judged`);
  }
  return (outdir) => {
    const made = (makers[0][1] as (outdir: string) => App | { readonly app: App })(outdir);
    return App.isApp(made) ? made : made.app;
  };
}
