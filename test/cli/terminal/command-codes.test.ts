import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { COMMAND_CODES } from '../../../src/cli/terminal/command-codes';

const CLI = join(__dirname, '..', '..', '..', 'src', 'cli');

test('each code in the table is one that a command gives', () => {
  const sources = readdirSync(CLI, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== join('terminal', 'command-codes.ts'))
    .map((file) => readFileSync(join(CLI, file), 'utf8'))
    .join('\n');
  expect(Object.keys(COMMAND_CODES).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
