import { join, resolve } from 'path';

const ROOT = resolve(__dirname, '..', '..', '..');

/** The rules that keep the proof apart from what it judges; without the others, nothing has to be type-checked. */
const RULES = ['no-restricted-imports', 'import/no-restricted-paths', 'no-restricted-syntax'] as const;

interface Complaint {
  readonly ruleId: string | null;
  readonly message: string;
}

interface Linter {
  calculateConfigForFile(path: string): Promise<{ readonly rules: Readonly<Record<string, unknown>> }>;
  lintText(code: string, options: { readonly filePath: string }): Promise<Array<{ readonly messages: readonly Complaint[] }>>;
}

// The class that reads `.eslintrc.json`; it has no types of its own.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { LegacyESLint }: { LegacyESLint: new (options: object) => Linter } = require('eslint/use-at-your-own-risk');

const configured = new LegacyESLint({ cwd: ROOT });

async function broken(file: string, code: string): Promise<string[]> {
  const filePath = join(ROOT, 'test', 'proof', file);
  const { rules } = await configured.calculateConfigForFile(filePath);
  const linter = new LegacyESLint({
    cwd: ROOT,
    useEslintrc: false,
    overrideConfig: {
      root: true,
      parser: '@typescript-eslint/parser',
      parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
      plugins: ['import'],
      settings: { 'import/parsers': { '@typescript-eslint/parser': ['.ts'] }, 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
      rules: Object.fromEntries(RULES.flatMap((name) => (name in rules ? [[name, rules[name]]] : []))),
    },
  });
  const [{ messages }] = await linter.lintText(code, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

test.each<[string, string, string, string[]]>([
  ['the public API', 'kms/planted.ts', 'import { Vendor } from \'../../../src\';', []],
  ['a package', 'kms/planted.ts', 'import { App } from \'aws-cdk-lib\';', []],
  ['what tests share', 'kms/planted.ts', 'import { judge } from \'../../support/judge\';', []],
  ['another part', 'kms/planted.ts', 'import { ask } from \'../judges/ask\';', []],
  ['the inside of the library', 'kms/planted.ts', 'import { main } from \'../../../src/cli/main\';', ['no-restricted-imports', 'import/no-restricted-paths']],
  ['a type from there', 'kms/planted.ts', 'import type { main } from \'../../../src/cli/main\';', ['no-restricted-imports', 'import/no-restricted-paths']],
  // Of a name that is never there: whether the library is compiled must change nothing.
  ['what is compiled', 'deploy/lives/planted.ts', 'import { main } from \'../../../../lib/cli/planted\';', ['no-restricted-imports']],
  ['a test of the library', 'kms/planted.ts', 'import { compiledPackage } from \'../../cli/compiled-package\';', ['import/no-restricted-paths']],
  ['the page', 'page/planted.ts', 'import { showPage } from \'../../../page/page\';', ['import/no-restricted-paths']],
])('the proof imports %s', async (_, file, code, rules) => {
  expect(await broken(file, code)).toEqual(rules);
});

test.each<[string, string, string[]]>([
  ['itself', 'import { usesOf } from \'./uses\';', []],
  ['what guides say', 'import { HOTGLUE } from \'../vendors\';', []],
  ['ranges of addresses', 'import { BlockList } from \'net\';', []],
  ['the public API', 'import { Vendor } from \'../../../src\';', ['import/no-restricted-paths']],
  ['the inside of the library', 'import { main } from \'../../../src/cli/main\';', ['import/no-restricted-paths']],
  ['a package', 'import { App } from \'aws-cdk-lib\';', ['no-restricted-imports', 'import/no-restricted-paths']],
  ['what judges it', 'import { ask } from \'../judges/ask\';', ['import/no-restricted-paths']],
  ['what tests share', 'import { judge } from \'../../support/judge\';', ['import/no-restricted-paths']],
  ['what it likes, later', 'export const late = import(\'./uses\');', ['no-restricted-syntax']],
])('the meaning imports %s', async (_, code, rules) => {
  expect(await broken('meaning/planted.ts', code)).toEqual(rules);
  expect(await broken('vendors/planted.ts', code.replace('./uses', './vendor').replace('../vendors', '../meaning/uses'))).toEqual(rules);
});
