/** What the library says of the bad input in `test/cases/`. */
import { mkdirSync, readdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import type { BadInput } from '../../../test/cases/bad-input';
import { ROOT } from '../workspace';

const FOLDER = join(ROOT, 'test', 'cases');

const [out] = process.argv.slice(2);

mkdirSync(out, { recursive: true });
for (const file of readdirSync(FOLDER).sort()) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const cases = Object.values(require(join(FOLDER, file))).filter(Array.isArray).flat().filter(isBadInput);
  if (cases.length > 0) {
    writeFileSync(join(out, file.replace('.ts', '.txt')), cases.map((input) => `${input.wrong}: ${said(input)}\n`).join(''));
  }
}

function isBadInput(value: unknown): value is BadInput {
  return typeof Object(value).build === 'function' && typeof Object(value).wrong === 'string';
}

function said({ region, build }: BadInput): string {
  try {
    build(new Stack(new App(), 'Test', region === undefined ? {} : { env: { region } }));
    return 'nothing';
  } catch (error) {
    return String(error);
  }
}
