import { createHash } from 'crypto';
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { ERRORS } from '../../src/policy/base';

/** What came of an app. */
export type Outcome =
  /** It was written: the digests of all that a user deploys or hands on, by file. */
  | { readonly kind: 'made'; readonly files: ReadonlyMap<string, string> }
  /** The library refused it, with a code of its own. */
  | { readonly kind: 'error'; readonly code: string }
  /** The language, jsii or the CDK refused it. */
  | { readonly kind: 'refused'; readonly message: string };

/** What a harness writes for each app. */
interface Told {
  readonly number: number;
  readonly error?: string;
  readonly type?: string;
}

/** Reads what a harness has written, by the number of the app. */
export function outcomesIn(outdir: string): Map<number, Outcome> {
  const file = join(outdir, 'outcomes.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => line !== '') : [];
  return new Map(lines.map((line) => {
    const told: Told = JSON.parse(line);
    return [told.number, told.error === undefined ? { kind: 'made', files: filesIn(join(outdir, String(told.number))) } : refusal(told.error, told.type)];
  }));
}

/** A code stands at the start of a message; Java puts the name of the error's class before it. */
export function refusal(error: string, type: string = ''): Outcome {
  const code = /^(?:\w*Error: )*(\w+)(?: \[|: )/.exec(error)?.[1];
  return code !== undefined && Object.hasOwn(ERRORS, code)
    ? { kind: 'error', code }
    : { kind: 'refused', message: `${type}: ${error.split('\n')[0]}` };
}

function filesIn(assembly: string): Map<string, string> {
  const files = readdirSync(assembly, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(assembly.length + 1));
  return new Map(files.sort().flatMap((file) => {
    const read = READERS.find(([pattern]) => pattern.test(file))?.[1];
    return read === undefined ? [] : [[file, digest(read(readFileSync(join(assembly, file), 'utf8')))]];
  }));
}

/** What is compared, and of which files; the first that matches a file reads it. */
const READERS: ReadonlyArray<readonly [RegExp, (text: string) => string]> = [
  [/\.kit\/setup\.html$/, withFactsInOrder],
  [/\.template\.json$|\.kit\//, (text) => text],
  [/\.metadata\.json$/, metadata],
];

/**
 * The page holds the vendor's definition as it came. Each language has an order of its own for the fields, and an empty list there
 * says no more than none.
 */
function withFactsInOrder(page: string): string {
  return page.replace(/(?<=<script type="application\/json" id="facts">).*?(?=<\/script>)/s, (facts) => JSON.stringify(inOrder(JSON.parse(facts))));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  const isEmpty = (entry: unknown) => typeof entry === 'object' && entry !== null && Object.keys(entry).length === 0;
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value)
      .filter(([, entry]) => !isEmpty(entry))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => [name, inOrder(entry)]))
    : value;
}

/** Warnings, and what is acknowledged to cdk-nag; but not in which line of code a construct was made. */
function metadata(text: string): string {
  const all: Readonly<Record<string, ReadonlyArray<{ readonly type: string; readonly data: unknown }>>> = JSON.parse(text);
  return JSON.stringify(Object.entries(all).flatMap(([path, entries]) => entries
    .filter(({ type }) => type !== 'aws:cdk:creationStack')
    .map(({ type, data }) => [path, type, data])));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** In a few words. */
export function inWords(outcome: Outcome | undefined): string {
  switch (outcome?.kind) {
    case undefined: return 'not told';
    case 'made': return `made, with ${outcome.files.size} files`;
    case 'error': return `error ${outcome.code}`;
    case 'refused': return `refused by the language, jsii or the CDK: ${outcome.message}`;
  }
}

/** Whether two apps came out the same. Whoever else refuses one has words of its own, which are not compared. */
export function equal(a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (a?.kind === 'made' && b?.kind === 'made') {
    return differentFiles(a, b).length === 0;
  }
  if (a?.kind === 'error' && b?.kind === 'error') {
    return a.code === b.code;
  }
  return a !== undefined && a.kind === b?.kind;
}

/** How one outcome differs from another, for a reader. */
export function difference(got: Outcome | undefined, expected: Outcome | undefined): string {
  return got?.kind === 'made' && expected?.kind === 'made'
    ? `differs in ${differentFiles(got, expected).join(', ')}`
    : `${inWords(got)}; expected: ${inWords(expected)}`;
}

type Made = Extract<Outcome, { kind: 'made' }>;

function differentFiles({ files: a }: Made, { files: b }: Made): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}
