import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { CommanderError } from 'commander';
import { runCli, runWith } from './run-cli';
import { COMMANDS } from '../../src/cli/commands';
import { CommandError, EXIT, reportError } from '../../src/cli/terminal';
import { AccessError } from '../../src/policy/base';

const NAMES = Object.keys(COMMANDS);

describe('the command line', () => {
  test('lists all commands, each with a line about it', async () => {
    const { code, out } = await runCli('--help');
    expect(code).toBe(0);
    for (const name of NAMES) {
      expect(out).toMatch(new RegExp(`^  ${name} .* [a-z]+ [a-z]+`, 'm'));
    }
    expect(out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 /);
  });

  test.each(NAMES)('explains %s with examples of it, exit codes, and --json', async (name) => {
    const { code, out, err } = await runCli(name, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: npx cdk-vendor-s3-access ${name} `));
    expect(out).toMatch(new RegExp(`Examples:\n {2}\\$ npx cdk-vendor-s3-access ${name}\\b`));
    expect(out).toMatch(/Exit codes:\n {2}0 /);
    expect(out).toContain('  --json ');
    expect(out).not.toMatch(/.{151}/);
    expect((await runCli('help', name)).out).toBe(out);
  });

  test('marks the titles of the help on a terminal only', async () => {
    expect((await runWith({ colors: true }, ['link', '--help'])).out).toContain('\u001b[1mOptions:\u001b[22m');
    expect((await runWith({ colors: false }, ['link', '--help'])).out).not.toContain('\u001b');
  });

  test('tells its version', async () => {
    expect(await runCli('--version')).toEqual({ code: 0, out: `${jest.requireActual('../../package.json').version}\n`, err: '' });
  });

  test('prints its help and ends with 2 where no command is given', async () => {
    const { code, out, err } = await runCli();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Usage: npx cdk-vendor-s3-access /);
  });

  test.each([
    [['kti'], `UnknownCommand: there is no command "kti"; did you mean "kit"? the commands are ${NAMES.join(', ')}, help`],
    [['constructor'], `UnknownCommand: there is no command "constructor"; the commands are ${NAMES.join(', ')}, help`],
    [['--jsn'], 'UnknownOption: there is no option --jsn; "npx cdk-vendor-s3-access --help" lists the options'],
    [['link', '--regoin', 'eu-west-1'], 'UnknownOption: there is no option --regoin; did you mean "--region"? "npx cdk-vendor-s3-access link --help" lists the options'],
    [['kit', '--vendro', 'cloudglue'], 'UnknownOption: there is no option --vendro; did you mean "--vendor"? "npx cdk-vendor-s3-access kit --help" lists the options'],
    [['kit', '--vendor'], 'OptionMissingArgument: --vendor has no value; give it one: --vendor <name|file>'],
    [['kit', 'cloudglue'], 'ExcessArguments: "cloudglue" is one argument too many; "npx cdk-vendor-s3-access kit --help" tells what it takes'],
    [['policies', '--vendor', 'cloudglue', '--as', 'pulumi'],
      'InvalidArgument: --as: received "pulumi"; give one of json, aws-cli, cdk, terraform'],
  ])('fails for %j with one line and 2', async (args, says) => {
    expect(await runCli(...args)).toEqual({ code: 2, out: '', err: `error: ${says}\n` });
  });

  test('fails with JSON where that is asked for, and nothing else on either side', async () => {
    const { code, out, err } = await runCli('kit', '--json', '--vendro', 'x');
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(out)).toEqual({ error: { code: 'UnknownOption', message: 'there is no option --vendro; did you mean "--vendor"? "npx cdk-vendor-s3-access kit --help" lists the options' } });
  });
});

/** How an error is told. */
function told(error: unknown, { json = false, debug = false, colors = false } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = reportError({ out: (text) => out.push(text), err: (text) => err.push(text), colors }, error, { json, debug });
  return { code, out: out.join(''), err: err.join('') };
}

/** An error of Node.js. */
function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('an error', () => {
  test.each<[string, unknown, number, string]>([
    ['of the core', new AccessError([{ code: 'RegionInvalid', field: 'region', received: '"x"', remedy: 'give a region' }], 'place'), 2, 'RegionInvalid --region: received "x"; give a region'],
    ['of a command', new CommandError(EXIT.usage, 'give --out'), 2, 'UsageInvalid: give --out'],
    ['of a check', new CommandError(EXIT.found, 'it is open'), 1, 'CheckFailed: it is open'],
    ['of the network', new CommandError(EXIT.outside, 'no answer'), 3, 'OutsideFailed: no answer'],
    ['of the parser', new CommanderError(1, 'commander.unknownOption', 'error: unknown option\n(Did you mean --out?)'), 2, 'UnknownOption: unknown option (Did you mean --out?)'],
    ['of the system', systemError('ENOENT', "ENOENT: no such file or directory, open 'x'"), 3,
      "ENOENT: no such file or directory, open 'x'; check the path, and make the folders on the way to it"],
    ['of the system, for a full disk', systemError('ENOSPC', 'ENOSPC: no space left on device, write'), 3,
      'ENOSPC: no space left on device, write; make room on the disk, or choose another one'],
    ['of the system, of a kind that does not tell what to do', systemError('EXDEV', "EXDEV: cross-device link not permitted, rename 'x'"), 3,
      "EXDEV: cross-device link not permitted, rename 'x'"],
    ['of a package that is missing', systemError('MODULE_NOT_FOUND', "Cannot find module 'aws-cdk-lib'\nRequire stack:\n- /x"), 3,
      'PeerMissing: this needs aws-cdk-lib and constructs beside it; run npm install aws-cdk-lib constructs'],
    ['of the program', new TypeError('x is not a function\nmore'), 3, 'Unexpected: x is not a function; --debug tells where'],
    ['that is none', 'broken', 3, 'Unexpected: broken; --debug tells where'],
    ['with a line break', new CommandError(EXIT.usage, 'a\nb\u001b[2J'), 2, 'UsageInvalid: a\\u000ab\\u001b[2J'],
  ])('%s is one line', (_, error, code, line) => {
    expect(told(error)).toEqual({ code, out: '', err: `error: ${line}\n` });
  });

  test('is red on a terminal', () => {
    expect(told(new CommandError(EXIT.usage, 'x'), { colors: true }).err).toBe('\u001b[31merror:\u001b[39m UsageInvalid: x\n');
  });

  test('of several fields is a line for each, and one object', () => {
    const error = new AccessError([{ code: 'KeyEmpty', field: 'a', received: '""', remedy: 'm' }, { code: 'KeyTooLong', field: 'b', received: '5', remedy: 'n' }]);
    expect(told(error).err).toBe('error: KeyEmpty a: received ""; m\nerror: KeyTooLong b: received 5; n\n');
    expect(JSON.parse(told(error, { json: true }).out)).toEqual({
      error: { code: 'KeyEmpty', field: 'a', message: 'received ""; m', others: [{ code: 'KeyTooLong', field: 'b', message: 'received 5; n' }] },
    });
  });

  test('without a message was told already', () => {
    expect(told(new CommandError(EXIT.found, ''))).toEqual({ code: 1, out: '', err: '' });
    expect(told(new CommandError(EXIT.found, ''), { json: true })).toEqual({ code: 1, out: '', err: '' });
  });

  test('shows where it comes from only when asked', () => {
    const error = new TypeError('broken');
    expect(told(error, { debug: true }).err).toContain('main.test.ts');
    expect(told(error).err).not.toContain('main.test.ts');
    expect(told('broken', { debug: true }).err).toMatch(/\nbroken\n$/);
  });

  test.each([['1', true], ['*', true], ['other,vendor-s3-access', true], ['cdk-vendor-s3-access', true], ['', false], ['other', false]])('is debugged with DEBUG=%j: %s', async (value, debugged) => {
    const before = process.env.DEBUG;
    process.env.DEBUG = value;
    try {
      expect((await runCli('kti')).err.includes('\n    at ')).toBe(debugged);
    } finally {
      process.env.DEBUG = before ?? '';
    }
  });

  test('is debugged with --debug, but not with a value that reads like it', async () => {
    expect((await runCli('kit', '--debug')).err).toContain('\n    at ');
    expect((await runCli('vendors', '--', '--debug')).err).not.toContain('\n    at ');
  });
});

test('nothing that people copy calls the command by a name that npx would look up', () => {
  const root = join(__dirname, '..', '..');
  const pages = ['README.md', 'CONTRIBUTING.md', ...['docs', 'docs/decisions', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder === 'examples', encoding: 'utf8' }).filter((name) => /\.(md|ts|yaml)$/.test(name)).map((name) => join(folder, name)))];
  expect(pages.length).toBeGreaterThan(20);
  const calls = pages.flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/[^\n]*npx vendor-s3-access \S[^\n]*/g)].map(([line]) => `${page}: ${line}`));
  expect(calls).toEqual([]);
});

test('the package has both names for its command, its own among them', () => {
  const { name, bin } = jest.requireActual('../../package.json');
  expect(bin).toEqual({ [name]: 'bin/vendor-s3-access', 'vendor-s3-access': 'bin/vendor-s3-access' });
});
