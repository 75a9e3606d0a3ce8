import { closeSync, constants, fstatSync, openSync, readSync } from 'fs';
import { extname } from 'path';
import { TextDecoder } from 'util';
import { whyEndless } from './frozen';
import { failWith, show } from '../../policy/base';
import { located } from '../report';

/** A definition is a page of text; anything larger is something else. */
const MAX_BYTES = 64 * 1024;

/** Longer than other values: a parser says at the end of its reason where the mistake is. */
const MAX_REASON = 300;

/** Reads a definition from a JSON or YAML file, as plain data that is not checked yet. */
export function readDefinitionFile(path: string): unknown {
  const invalid = (received: unknown, remedy: string): never =>
    located(typeof path === 'string' && path !== '' ? path : 'Vendor.fromDefinitionFile', () => {
      failWith({ code: 'DefinitionFileInvalid', field: 'definition', received: show(received, MAX_REASON), remedy });
    });
  const type = typeof path === 'string' ? extname(path).toLowerCase() : '';
  if (!['.json', '.yaml', '.yml'].includes(type)) {
    return invalid(path, 'give the path of a .json, .yaml or .yml file');
  }
  let bytes: Buffer;
  try {
    bytes = readLimited(path);
  } catch (e) {
    return invalid(messageOf(e), `give the path of a file that can be read, of at most ${MAX_BYTES} bytes`);
  }
  try {
    const text = decode(bytes);
    if (/[$#]\{Token\[/.test(text)) {
      // To the CDK this is a value of the app that reads the file, such as its account.
      throw new Error('it holds a token of the CDK');
    }
    const value = type === '.json' ? parseJson(text) : parseYaml(text);
    const endless = whyEndless(value);
    if (endless !== undefined) {
      throw new Error(endless);
    }
    return value;
  } catch (e) {
    return invalid(withoutExcerpt(messageOf(e)), `correct the ${type === '.json' ? 'JSON' : 'YAML'}`);
  }
}

function readLimited(path: string): Buffer {
  // Not to wait for a writer, where the file is a pipe. Windows has neither pipes in folders nor this flag.
  // eslint-disable-next-line no-bitwise
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) {
      throw new Error('this is not a regular file');
    }
    // Its size is not asked for: some files tell a wrong one, and all may grow.
    const bytes = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    if (length > MAX_BYTES) {
      throw new Error(`the file has more than ${MAX_BYTES} bytes`);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Drops a byte order mark, too. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('the file is not UTF-8 text');
  }
}

function parseJson(text: string): unknown {
  const value = JSON.parse(text);
  checkJsonKeys(text);
  return value;
}

/** Goes through JSON that is known to be valid: strings, of which those before a colon are keys, and brackets. */
function checkJsonKeys(text: string): void {
  const open: Array<Set<string>> = [];
  for (const { 0: token, 1: key, index } of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') {
      open.push(new Set());
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (key !== undefined) {
      addKey(open[open.length - 1], JSON.parse(key), () => positionIn(text, index));
    }
  }
}

function addKey(keys: Set<string>, key: string, position: () => Position): void {
  if (keys.has(key)) {
    throw mistake('keys must be unique', position());
  }
  keys.add(key);
}

/** Where something stands in a file; both count from 1. */
interface Position {
  readonly line: number;
  readonly col: number;
}

function positionIn(text: string, index: number): Position {
  const lines = text.slice(0, index).split('\n');
  return { line: lines.length, col: lines[lines.length - 1].length + 1 };
}

function mistake(reason: string, { line, col }: Position): Error {
  return new Error(`${reason} at line ${line}, column ${col}`);
}

function parseYaml(text: string): unknown {
  // A directive would change what the rest of the file means. Only comments and empty lines can stand before it.
  const preamble = /^(?:[ \t]*(?:#.*)?\r?\n)*(?=%)/.exec(text);
  if (preamble) {
    throw mistake('directives are not supported', positionIn(text, preamble[0].length));
  }
  // Loaded only here: most apps never read a definition from a file.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml: typeof import('yaml') = require('yaml');
  const lineCounter = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
    merge: false,
    // Checked below: the parser compares each key with all others.
    uniqueKeys: false,
    // What is worth a warning is refused, and nothing is printed.
    logLevel: 'error',
    lineCounter,
  });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) {
    throw problem;
  }
  const positionOf = (node: { range?: readonly number[] | null } | null) => lineCounter.linePos(node?.range?.[0] ?? 0);
  yaml.visit(document, {
    Node: (_, node) => {
      if (!yaml.isAlias(node) && node.tag !== undefined) {
        throw mistake('tags are not supported', positionOf(node));
      }
      if (yaml.isMap(node)) {
        const keys = new Set<string>();
        for (const { key } of node.items) {
          if (!yaml.isScalar(key)) {
            throw mistake('keys must be plain text', positionOf(yaml.isNode(key) ? key : node));
          }
          addKey(keys, String(key.value), () => positionOf(key));
        }
      }
    },
  });
  // Few aliases are ever honest in so small a file, and each one multiplies what it stands for.
  return document.toJS({ maxAliasCount: 10 });
}

function messageOf(error: unknown): string {
  return String((error as Error | undefined)?.message ?? error);
}

/** Leaves out what a parser quotes from the file: it may be the wrong file, with a secret in it. */
function withoutExcerpt(message: string): string {
  return message
    .split(/:?\n\n/)[0]
    .replace(/, (?:\.\.\.)?"[^]* is not valid JSON$/, ' makes it no valid JSON')
    .replace(/(?<=\S): [^]*?(?= at line \d+, column \d+$|$)/, '')
    .replace(/\s+/g, ' ');
}
