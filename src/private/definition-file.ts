import { closeSync, fstatSync, openSync, readFileSync } from 'fs';
import { extname } from 'path';
import { located } from './located';
import { AccessError, show } from './policy';
import { VendorDefinition } from '../vendor-definition';

/** The deepest a definition goes: a list of structs with lists. */
const MAX_DEPTH = 8;

/** A definition is a page of text; anything larger is something else. */
const MAX_BYTES = 256 * 1024;

/** Longer than other values: a parser says at the end of its reason where the mistake is. */
const MAX_REASON = 300;

/** Reads a definition from a JSON or YAML file, as plain data that is not checked yet. */
export function readDefinitionFile(path: string): VendorDefinition {
  const invalid = (received: unknown, remedy: string): never =>
    located(typeof path === 'string' && path !== '' ? path : 'Vendor.fromDefinitionFile', () => {
      throw new AccessError('DefinitionFileInvalid', 'definition', `received ${show(received, MAX_REASON)}; ${remedy}`);
    });
  const type = typeof path === 'string' ? extname(path).toLowerCase() : '';
  if (!['.json', '.yaml', '.yml'].includes(type)) {
    return invalid(path, 'give the path of a .json, .yaml or .yml file');
  }
  let text: string;
  try {
    text = readLimited(path);
  } catch (e) {
    return invalid(reasonOf(e), `give the path of a file that can be read, of at most ${MAX_BYTES} bytes`);
  }
  try {
    const value = type === '.json' ? JSON.parse(text) : parseYaml(text);
    checkDepth(value);
    return value;
  } catch (e) {
    return invalid(reasonOf(e), `correct the ${type === '.json' ? 'JSON' : 'YAML'}`);
  }
}

function readLimited(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > MAX_BYTES) {
      throw new Error(`the file has ${size} bytes`);
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function parseYaml(text: string): VendorDefinition {
  // Loaded only here: most apps never read a definition from a file.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml: typeof import('yaml') = require('yaml');
  const document = yaml.parseDocument(text, { uniqueKeys: true, merge: false });
  // A tag that nobody knows is a warning to the parser; here it would be a value that means something else.
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) {
    throw problem;
  }
  // Few aliases are ever honest in so small a file, and each one multiplies what it stands for.
  return document.toJS({ maxAliasCount: 10 });
}

/** Refuses what is nested so deeply that walking it would overflow the stack. */
function checkDepth(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new Error(`values are nested more than ${MAX_DEPTH} levels deep`);
    }
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
}

/** Without the excerpt that the YAML parser puts below its reason. */
function reasonOf(error: unknown): string {
  return String((error as Error | undefined)?.message ?? error).split(/:?\n\n/)[0].replace(/\s+/g, ' ');
}
