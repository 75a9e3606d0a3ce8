import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { jsonOf, outputOf, runCli } from './run-cli';
import { tempFolder } from './temp-folder';
import { Vendor } from '../../src';
import { EXAMPLES, SCHEMA, schemaText } from '../../src/cli/init';
import { ACCOUNT_MARK, NAME_MARK } from '../../src/cli/init/examples';

const folder = tempFolder();
const inFolder = (...path: string[]) => join(folder(), ...path);
const read = (...path: string[]) => readFileSync(inFolder(...path), 'utf8');

function filledIn(text: string): string {
  return text.replaceAll(NAME_MARK, 'Acme').replaceAll(ACCOUNT_MARK, '012345678901');
}

/** What is left when all fields are put to use: the comments for people have one space after their #. */
function putToUse(text: string): string {
  return text.replace(/^#(?=\w| {2})/gm, '');
}

/** Makes a folder look as if the package were installed there. */
function install(...path: string[]): void {
  mkdirSync(inFolder(...path, 'node_modules', 'cdk-vendor-s3-access', 'schema'), { recursive: true });
  writeFileSync(inFolder(...path, 'node_modules', 'cdk-vendor-s3-access', 'schema', SCHEMA), '{}');
}

describe('init vendor', () => {
  test('writes a definition that is valid once its marks are filled in, with nothing but what is asked for', async () => {
    const file = inFolder('vendor.yaml');
    await outputOf('init', 'vendor', '--out', file);
    writeFileSync(file, filledIn(read('vendor.yaml')));
    expect(Vendor.fromDefinitionFile(file).definition).toEqual({
      name: 'Acme', accounts: ['012345678901'], externalId: 'required', externalIdIssuer: 'vendor',
    });
  });

  test('is refused while the account is not filled in', async () => {
    const file = inFolder('vendor.yaml');
    await outputOf('init', 'vendor', '--out', file);
    expect(() => Vendor.fromDefinitionFile(file)).toThrow(/AccountIdInvalid .*YOUR-12-DIGIT-ACCOUNT-ID/);
  });

  test.each([['the mark', NAME_MARK], ['nothing but a space', ' ']])('is refused while the name is %s', async (_, name) => {
    const file = inFolder('vendor.yaml');
    await outputOf('init', 'vendor', '--out', file);
    writeFileSync(file, read('vendor.yaml').replaceAll(ACCOUNT_MARK, '111122223333').replaceAll(NAME_MARK, name));
    const { code, err } = await runCli('template', '--vendor', file);
    expect({ code, err }).toEqual({
      code: 2, err: `error: DefinitionFieldInvalid ${file}: name: received ${JSON.stringify(name)}; put in the vendor's name, as its customers know it\n`,
    });
  });

  test('proposes every other field, and all of them together are valid', async () => {
    const file = inFolder('vendor.yaml');
    await outputOf('init', 'vendor', '--out', file);
    const text = putToUse(read('vendor.yaml'));
    expect(Object.keys(parse(text)).sort()).toEqual(Object.keys(EXAMPLES).sort());
    writeFileSync(file, text.replaceAll(NAME_MARK, 'Acme').replaceAll(ACCOUNT_MARK, '111122223333'));
    expect(Vendor.fromDefinitionFile(file).definition).toEqual({ ...EXAMPLES, name: 'Acme' });
  });

  test('explains each field with the words of the schema', async () => {
    await outputOf('init', 'vendor', '--out', inFolder('vendor.yaml'));
    const words = read('vendor.yaml').replace(/\n# /g, ' ');
    for (const { description } of Object.values<{ description: string }>(JSON.parse(schemaText()).properties)) {
      expect(words).toContain(description.replace(/\n/g, ' '));
    }
  });

  test('refers to the schema of the package that is installed beside it', async () => {
    install();
    expect((await jsonOf('init', 'vendor', '--out', inFolder('vendor.yaml'))).written).toEqual([inFolder('vendor.yaml')]);
    expect(read('vendor.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\/node_modules\/cdk-vendor-s3-access\/schema\/vendor-definition\.schema\.json\n/);
  });

  test('finds the package in a folder around it', async () => {
    install();
    await outputOf('init', 'vendor', '--out', inFolder('vendors', 'acme', 'vendor.yml'));
    expect(read('vendors', 'acme', 'vendor.yml')).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/node_modules\/cdk-vendor-s3-access\/schema\//);
  });

  test.each([
    ['where no package is installed', () => undefined, []],
    ['where that is asked for', () => install(), ['--with-schema']],
  ])('brings the schema along %s', async (_, prepare, options) => {
    prepare();
    const { written } = await jsonOf('init', 'vendor', '--out', inFolder('vendor.yaml'), ...options);
    expect(written).toEqual([inFolder('vendor.yaml'), inFolder(SCHEMA)]);
    expect(read('vendor.yaml')).toMatch(/^# yaml-language-server: \$schema=\.\/vendor-definition\.schema\.json\n/);
    expect(read(SCHEMA)).toBe(schemaText());
  });

  test('writes a second definition beside the schema of the first', async () => {
    await outputOf('init', 'vendor', '--out', inFolder('one.yaml'));
    await outputOf('init', 'vendor', '--out', inFolder('two.yaml'));
    expect(read('two.yaml')).toBe(read('one.yaml').replace('one.yaml', 'two.yaml'));
  });

  test.each(['vendor.yaml', SCHEMA])('fails where there is a %s already, and leaves all as it is; unless that is forced', async (name) => {
    writeFileSync(inFolder(name), 'mine');
    const { code, err } = await runCli('init', 'vendor', '--out', inFolder('vendor.yaml'));
    expect({ code, err }).toEqual({ code: 2, err: `error: FileExists: ${inFolder(name)} is there already; choose another --out, or --force\n` });
    expect(read(name)).toBe('mine');
    expect(existsSync(inFolder(name === SCHEMA ? 'vendor.yaml' : SCHEMA))).toBe(false);
    await outputOf('init', 'vendor', '--out', inFolder('vendor.yaml'), '--force');
    expect(read(name)).not.toBe('mine');
  });

  test.each([
    ['a name that can hold no comments', ['vendor', '--out', 'vendor.json'], 'UsageInvalid: --out: received "vendor.json"; give a .yaml or .yml file'],
    ['nothing to write', [], 'MissingArgument: <what> is missing; give what to write: vendor'],
    ['something else to write', ['customer'], 'InvalidArgument: <what>: received "customer"; give vendor'],
  ])('fails for %s', async (_, args, says) => {
    const { code, err } = await runCli('init', ...args);
    expect(code).toBe(2);
    expect(err).toContain(`error: ${says}`);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('fails where the folder cannot be made', async () => {
    writeFileSync(inFolder('file'), '');
    const { code, err } = await runCli('init', 'vendor', '--out', inFolder('file', 'vendor.yaml'));
    expect({ code, err }).toEqual({
      code: 2,
      err: `error: FolderInvalid: --out: received ${JSON.stringify(inFolder('file', 'vendor.yaml'))}; ${inFolder('file')} is a file, and nothing can be in it; choose another path\n`,
    });
  });
});
