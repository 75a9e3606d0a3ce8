import { closeSync, constants, fstatSync, openSync, readSync } from 'fs';
import { extname } from 'path';
import { TextDecoder } from 'util';
import { whyEndless } from './frozen';
import { fail, failWith } from '../../policy/base';
import { DefinitionForm } from '../../policy/vendor';
import { inFile, located } from '../report';

/** A definition is a page of text; anything larger is something else. */
const MAX_BYTES = 64 * 1024;

const FORMS: Readonly<Record<string, 'YAML' | 'JSON'>> = { '.json': 'JSON', '.yaml': 'YAML', '.yml': 'YAML' };

/** What is in a definition file. */
interface DefinitionFile {
  /** Plain data that is not checked yet. */
  readonly data: unknown;
  readonly form: DefinitionForm;
}

/** Reads a definition from a JSON or YAML file. */
export function readDefinitionFile(path: string): DefinitionFile {
  const invalid = (remedy: string): never => located('Vendor.fromDefinitionFile', () => fail('DefinitionFileInvalid', 'path', path, remedy));
  const form = typeof path === 'string' ? FORMS[extname(path).toLowerCase()] : undefined;
  if (form === undefined) {
    return invalid('give the path of a .json, .yaml or .yml file');
  }
  let bytes: Buffer;
  try {
    bytes = readLimited(path);
  } catch (e) {
    return invalid(`${reasonOf(e)}; give the path of a file that can be read, of at most ${MAX_BYTES} bytes`);
  }
  return { data: inFile(path, () => parse(bytes, form)), form };
}

/** Why a file cannot be read, without its name and what the system was asked for. */
function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'ERR_INVALID_ARG_VALUE':
      return 'no path has a null character in it';
    default:
      return messageOf(error).replace(/, \w+(?: '[^]*')?$/, '');
  }
}

function parse(bytes: Buffer, form: 'YAML' | 'JSON'): unknown {
  try {
    const text = decode(bytes);
    if (/[$#]\{Token\[/.test(text)) {
      // To the CDK this is a value of the app that reads the file, such as its account.
      throw new Error('it holds a token of the CDK');
    }
    const value = form === 'JSON' ? parseJson(text) : parseYaml(text);
    const endless = whyEndless(value);
    if (endless !== undefined) {
      throw new Error(endless);
    }
    return value;
  } catch (e) {
    return failWith({ code: 'DefinitionFileInvalid', field: 'definition', received: `no ${form} that can be used`, remedy: `correct this: ${withoutExcerpt(messageOf(e))}` });
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
    // The parser proposes a function of its own for that.
    throw problem.code === 'MULTIPLE_DOCS' ? mistake('a second document starts', lineCounter.linePos(problem.pos[0])) : problem;
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
