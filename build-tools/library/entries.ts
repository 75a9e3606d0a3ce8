import { Plugin } from 'esbuild';

const NAME = 'entry';

/** An entry point that exports all of some folders of `src/`. */
export function entry(...folders: string[]): string {
  return `${NAME}:${folders.join('+')}`;
}

/** Makes these entry points. */
export function entries(src: string): Plugin {
  return {
    name: NAME,
    setup(build) {
      build.onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice(NAME.length + 1), namespace: NAME }));
      build.onLoad({ filter: /.*/, namespace: NAME }, ({ path }) => ({
        resolveDir: src,
        contents: path.split('+').map((folder) => `export * from './${folder}';\n`).join(''),
      }));
    },
  };
}
