/**
 * Loaded before a subject. Tests, examples and integration tests import the sources; here they get the compiled library that is judged, and
 * nothing of what is below its public face, which may lie elsewhere in the other revision.
 */
import Module from 'module';
import { join, resolve, sep } from 'path';

interface Loader {
  _resolveFilename(request: string, ...others: unknown[]): string;
}

const library = process.env.SAME_LIBRARY!;
const sources = [library, resolve(__dirname, '..', '..', '..')].map((root) => join(root, 'src') + sep);

const loader = Module as unknown as Loader;
const original = loader._resolveFilename;

loader._resolveFilename = function (request, ...others) {
  const found = original.call(this, request, ...others);
  const folder = sources.find((each) => found.startsWith(each));
  if (folder === undefined) {
    return found;
  }
  if (found !== join(folder, 'index.ts')) {
    throw new Error(`${found} is not part of the public face of the library`);
  }
  return require.resolve(library);
};
