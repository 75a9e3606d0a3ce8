import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Command, Option } from 'commander';
import { COMMANDS } from '../../../src/cli/commands';
import { guardOptions, mayComeTwice } from '../../../src/cli/options';
import { runCli } from '../run-cli';
import { tempFolder } from '../temp-folder';

const folder = tempFolder();

const command = (name: string): Command => COMMANDS[name]()({ out: () => undefined, err: () => undefined, colors: false });

/** Every option of every command, with the value that an honest user could give. */
const OPTIONS = Object.keys(COMMANDS).flatMap((name) => [...command(name).options, new Option('--json'), new Option('--debug')]
  .map((option) => ({ name, option, long: option.long!, value: option.isBoolean() || option.negate ? [] : [option.argChoices?.[0] ?? 'x'] })));

/** What may come once for each bucket, or as often as one likes. */
const LISTS = ['--bucket', '--prefix', '--whole-bucket', '--mode', '--key-arn'].flatMap((long) => ['template', 'policies'].map((name) => `${name} ${long}`)).concat('link --param');

/** What a command takes beside options. */
const ARGUMENTS: Readonly<Record<string, string[]>> = { publish: ['kit'], init: ['vendor'] };

describe('an empty value', () => {
  test.each(OPTIONS.filter(({ value }) => value.length > 0))('of $long is refused by $name', async ({ name, long, option }) => {
    const bucket = ['--prefix', '--mode', '--key-arn'].includes(long) && name !== 'verify' ? ['--bucket', 'one'] : [];
    for (const empty of [[long, ''], [`${long}=`]]) {
      const { code, out, err } = await runCli(name, ...ARGUMENTS[name] ?? [], ...bucket, ...empty);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      const own = long === '--param' || option.argChoices !== undefined;
      expect(err).toMatch(own ? /^error: (UsageInvalid|InvalidArgument): [^\n]*--/ : new RegExp(`^error: OptionEmpty: ${long} is empty; give it a value\n$`));
    }
  });

  test.each([['publish', '', 'dir'], ['vendors', '', 'name']])('of an argument is refused by %s', async (name, value, argument) => {
    expect(await runCli(name, value, ...(name === 'publish' ? ['--to', 's3://kits/aws'] : []))).toEqual({
      code: 2, out: '', err: `error: ArgumentEmpty: the argument "${argument}" is empty; give it a value\n`,
    });
  });

  test.each([
    ['kit', '--vendor', 'cloudglue', '--out', ''],
    ['kit', '--vendor', 'cloudglue', '--out', '', '--force'],
    ['template', '--vendor', 'cloudglue', '--out', ''],
    ['init', 'vendor', '--out', '', '--force'],
  ])('of a path writes nothing into the working directory: %s', async (...args) => {
    const here = process.cwd();
    const files = ['SETUP.md', 'setup.html', 'template.json', 'vendor.yaml'];
    mkdirSync(join(folder(), 'policies'));
    files.forEach((file) => writeFileSync(join(folder(), file), 'mine'));
    try {
      process.chdir(folder());
      expect((await runCli(...args)).code).toBe(2);
    } finally {
      process.chdir(here);
    }
    expect(readdirSync(folder()).sort()).toEqual([...files, 'policies'].sort());
    files.forEach((file) => expect(readFileSync(join(folder(), file), 'utf8')).toBe('mine'));
    expect(readdirSync(join(folder(), 'policies'))).toEqual([]);
  });
});

describe('an option in the place of a value', () => {
  const bucket = ['template', '--vendor', 'cloudglue', '--external-id', 'k3J-2f9a', '--bucket', 'my-videos'];

  test.each<[string, string[], string]>([
    ['that the command has', [...bucket, '--prefix', '--whole-bucket'], '--prefix has no value before --whole-bucket; give it one, or write --prefix=--whole-bucket if that is it'],
    ['that takes a value', ['template', '--vendor', 'cloudglue', '--external-id', '--bucket', 'one'], '--external-id has no value before --bucket;'],
    ['of which there is none', [...bucket, '--prefix', '-x'], '--prefix has no value before -x;'],
  ])('is refused: one %s', async (_, args, says) => {
    const { code, out, err } = await runCli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`error: OptionEmpty: ${says}`);
  });

  test('is a value behind an equals sign', async () => {
    expect((await runCli(...bucket, '--prefix=--whole-bucket')).out).toContain('/--whole-bucket/*');
  });
});

describe('an option that comes twice', () => {
  test.each(OPTIONS.filter(({ name, long }) => !LISTS.includes(`${name} ${long}`)))('is refused: $long of $name', async ({ name, long, value }) => {
    const { code, err, out } = await runCli(name, ...ARGUMENTS[name] ?? [], long, ...value, long, ...value);
    const line = long === '--json' ? JSON.parse(out).error.message : err;
    expect(code).toBe(2);
    expect(line).toContain(`${long} is given twice; give it once`);
  });

  test.each(LISTS)('is taken where each occurrence counts: %s', (given) => {
    const [name, long] = given.split(' ');
    expect(OPTIONS.some((one) => one.name === name && one.long === long)).toBe(true);
  });

  test.each([
    ['verify', '--external-id', 'ab', '--no-external-id'], ['verify', '--no-external-id', '--external-id', 'ab'],
    ['publish', 'kit', '--latest', '--no-latest'], ['publish', 'kit', '--no-latest', '--latest'],
  ])('is refused in the form of its opposite: %s', async (...args) => {
    const { code, err } = await runCli(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: OptionRepeated: --\S+ and --\S+ exclude each other; give one of them\n$/);
  });

  test.each([
    ['--role-arn', 'arn:aws:iam::111122223333:role/first', 'arn:aws:iam::111122223333:role/second'],
    ['--bucket', 'first', 'second'],
  ])('never leaves the first unverified: %s', async (option, first, second) => {
    const { code, out } = await runCli('verify', option, first, option, second, '--external-id', 'ab', '--whole-bucket');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('is refused before anything is written', async () => {
    const [first, second] = ['first', 'second'].map((name) => join(folder(), name));
    expect((await runCli('kit', '--vendor', 'cloudglue', '--out', first, '--out', second)).code).toBe(2);
    expect([first, second].map((path) => existsSync(path))).toEqual([false, false]);
  });
});

test('an argument that goes on is refused wherever it is empty', async () => {
  const many = new Command('many').argument('<paths...>', 'files').exitOverride().action(() => undefined);
  guardOptions(many, []);
  await expect(many.parseAsync(['a', 'b', ''], { from: 'user' })).rejects.toThrow('the argument "paths" is empty');
});

test('a marked option may come twice, any other one may not', async () => {
  const made = () => {
    const one = new Command('one').addOption(mayComeTwice(new Option('--a <x>'))).addOption(new Option('--b <x>')).action(() => undefined);
    guardOptions(one, []);
    return one;
  };
  await expect(made().parseAsync(['--a', '1', '--a', '2', '--b', '3'], { from: 'user' })).resolves.toBeDefined();
  await expect(made().parseAsync(['--b', '1', '--b', '2'], { from: 'user' })).rejects.toThrow('--b is given twice');
});
