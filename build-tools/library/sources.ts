import { readFileSync } from 'fs';
import { dirname, join, relative } from 'path';
import { Plugin } from 'esbuild';
import { Assembly } from './assembly';

/**
 * Gives the sources what they lose in a bundle: the folder that they look for other files from; the names of their classes, which
 * esbuild changes where a class refers to itself; and by what name jsii and the metadata of the CDK know them.
 *
 * @param outdir where the bundle lies
 */
export function sources(root: string, outdir: string, assembly: Assembly): Plugin {
  return {
    name: 'sources',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const file = relative(root, path);
        const folder = relative(outdir, join(root, dirname(file).replace(/^src/, 'lib')));
        const classes = [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => named(name, assembly, file));
        return { loader: 'ts', contents: [text.replace(/\b__dirname\b/g, `join(__dirname, '${folder}')`), ...classes].join('\n') };
      });
    },
  };
}

/** Adds to a class what it is called, for JavaScript and, as jsii does, for other languages. */
function named(name: string, { version, types }: Assembly, file: string): string {
  const type = types.find((one) => one.file === file && one.name === name);
  return [
    `Object.defineProperty(${name}, 'name', { value: '${name}' });`,
    ...type === undefined ? [] : [`${name}[Symbol.for('jsii.rtti')] = ${JSON.stringify({ fqn: type.fqn, version })};`],
  ].join('\n');
}
