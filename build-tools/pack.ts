import { join, resolve } from 'path';
import { run } from './run';

const root = resolve(__dirname, '..');

/** Packs the library, which must be compiled, as it is published; checks what is in it, and returns the path of the tarball. */
export function pack(destination: string): string {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', destination], { cwd: root, capture: true }));
  const files: string[] = packed.files.map((file: { path: string }) => file.path);

  const missing = [
    '.jsii', 'LICENSE', 'README.md', 'lib/index.js', 'lib/index.d.ts', 'bin/vendor-s3-access', 'assets/setup-page.html', 'assets/aws-sdk.js',
    'schema/vendor-definition.schema.json',
  ].filter((file) => !files.includes(file));
  if (missing.length > 0) throw new Error(`missing from the tarball: ${missing.join(', ')}`);
  const stray = files.filter((file) => /^(\.ci|benchmarks|build-tools|examples|integ|page|projenrc|src|test)\//.test(file));
  const unbundled = files.filter((file) => /^lib\/.*\.js$/.test(file) && !['lib/access.js', 'lib/cli/main.js', 'lib/index.js', 'lib/kit.js'].includes(file));
  if (unbundled.length > 0) throw new Error(`should be in the bundle: ${unbundled.join(', ')}`);
  if (stray.length > 0) throw new Error(`does not belong into the tarball: ${stray.join(', ')}`);

  console.log(`packed ${files.length} files, ${Math.round(packed.size / 1024)} KiB`);
  return join(destination, packed.filename);
}
