import { createHash } from 'crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { buildSync, BuildOptions } from 'esbuild';

const root = resolve(__dirname, '..', '..');
const assets = join(root, 'assets');

/** Writes what the package brings along beside its own code: the set-up page, and the AWS SDK of the command line. */
export function bundle(): void {
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'setup-page.html'), setupPage());
  writeFileSync(join(assets, 'aws-sdk.js'), built({
    entryPoints: [join(__dirname, 'aws-sdk.ts')], platform: 'node', target: 'node20', legalComments: 'inline',
  }));
}

/** The page in one file. Nothing in it may run but its own script, which the policy names by its hash. */
function setupPage(): string {
  const script = built({ entryPoints: [join(root, 'page', 'main.ts')], platform: 'browser', target: 'es2022', format: 'iife', charset: 'utf8' });
  const style = built({ entryPoints: [join(root, 'page', 'style.css')], charset: 'utf8' });
  const parts: Record<string, string> = { SCRIPT: script, STYLE: style, SCRIPT_HASH: hash(script), STYLE_HASH: hash(style) };
  if (/<\/(script|style)/i.test(script + style)) throw new Error('the script or style of the page would end its own element');
  return readFileSync(join(root, 'page', 'index.html'), 'utf8').replace(/%([A-Z_]+)%/g, (whole, name: string) => parts[name] ?? whole);
}

function built(options: BuildOptions): string {
  const { outputFiles } = buildSync({ bundle: true, minify: true, write: false, absWorkingDir: root, logLevel: 'warning', ...options });
  return outputFiles![0].text.trim();
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
