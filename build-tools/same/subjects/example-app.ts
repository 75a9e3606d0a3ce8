/** Synthesizes the app that an example exports: a function whose name ends in "App" makes it. */
import { App } from 'aws-cdk-lib';
import { writeApp } from './stacks';

const [file, out] = process.argv.slice(2);
// eslint-disable-next-line @typescript-eslint/no-require-imports
const exported = require(file) as Record<string, (outdir: string) => App | { readonly app: App }>;
const makers = Object.keys(exported).filter((name) => name.endsWith('App'));
if (makers.length !== 1) {
  throw new Error(`${file} must export one function ...App(outdir)`);
}
writeApp(out, (outdir) => {
  const made = exported[makers[0]](outdir);
  return App.isApp(made) ? made : made.app;
});
