import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { runCli } from './run-cli';
import { Vendors } from '../../src';
import { checkSetup, kitFacts } from '../../src/kit/form';

/** What a command says of its input: code, option, bucket and message of each thing that is wrong, sorted. */
async function findings(...args: string[]): Promise<object[]> {
  const { code, out } = await runCli(...args, '--json');
  expect(code).toBe(2);
  const { error: { others = [], ...first } } = JSON.parse(out);
  return [first, ...others].map(({ code: id, option, field, bucket, message }) => ({ id, place: option ?? field, bucket, message }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const HERE = ['--account', '111122223333', '--region', 'eu-west-1'];
const ID = ['--external-id', 'k3J-2f9a'];

/** Mistakes in a role, as options; how many each makes. */
const MISTAKES: ReadonlyArray<readonly [what: string, count: number, options: readonly string[]]> = [
  ['four at once', 4, ['--bucket', 'My_Videos', '--prefix', '/raw', '--key-arn', KEY, '--external-id', 'your-external-id', ...HERE]],
  ['a key of another region', 1, ['--bucket', 'videos', '--prefix', 'raw', '--key-arn', KEY, ...ID, ...HERE]],
  ['an account and a region', 2, ['--bucket', 'videos', '--prefix', 'raw', ...ID, '--account', '12', '--region', 'Ireland']],
  ['a mode', 1, ['--bucket', 'videos', '--prefix', 'raw', '--mode', 'delete', ...ID, ...HERE]],
  ['the second bucket', 2, ['--bucket', 'videos', '--prefix', 'raw', '--bucket', 'x', ...ID, ...HERE]],
  ['the same access twice', 1, ['--bucket', 'videos', '--prefix', 'raw', '--bucket', 'videos', '--prefix', 'raw/', ...ID, ...HERE]],
  ['no external ID', 1, ['--bucket', 'videos', '--prefix', 'raw', ...HERE]],
  ['a role name', 1, ['--bucket', 'videos', '--whole-bucket', '--role-name', 'mine', ...ID, ...HERE]],
  ['the partition of the region', 1, ['--bucket', 'videos', '--whole-bucket', ...ID, '--account', '111122223333', '--region', 'cn-north-1']],
  ['the account of the vendor', 1, ['--bucket', 'videos', '--whole-bucket', ...ID, '--account', '992382634011', '--region', 'eu-west-1']],
];

test.each(MISTAKES)('policies and template say the same of %s', async (_, count, options) => {
  const said = await findings('policies', '--vendor', 'cloudglue', ...options);
  expect(said).toHaveLength(count);
  expect(await findings('template', '--vendor', 'cloudglue', ...options)).toEqual(said);
});

test('the page says the same at its fields', async () => {
  const [, , options] = MISTAKES[0];
  const said = await findings('policies', '--vendor', 'cloudglue', ...options);
  const { issues } = checkSetup(kitFacts(Vendors.cloudglue()), {
    accountId: '111122223333',
    region: 'eu-west-1',
    externalId: 'your-external-id',
    principalArn: '',
    roleName: '',
    buckets: [{ bucketName: 'My_Videos', prefix: '/raw', wholeBucket: false, mode: '', keyArn: KEY }],
  });
  expect(issues.map(({ code, received, remedy }) => [code, `received ${received}; ${remedy}`]).sort())
    .toEqual((said as Array<{ id: string; message: string }>).map(({ id, message }) => [id, message]).sort());
});

describe('a definition with three mistakes', () => {
  let folder: string;
  let definition: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'same-mistakes-'));
    definition = join(folder, 'vendor.json');
    writeFileSync(definition, JSON.stringify({ name: 'Acme', accounts: ['12'], readActions: ['s3:Get*'], documentationUrl: 'acme.example' }));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['kit', '--out', 'nowhere'],
    ['template'],
    ['policies'],
    ['link', '--template-url', 'https://acme.s3.amazonaws.com/kit/template.json'],
  ])('has the same three for %s', async (command, ...options) => {
    const said = await findings(command, '--vendor', definition, ...options);
    expect(said.map((one) => (one as { place: string }).place)).toEqual(['accounts[0]', 'readActions[0]', 'documentationUrl'].sort((a, b) => {
      const code = { 'accounts[0]': 'AccountIdInvalid', 'readActions[0]': 'ActionUnknown', 'documentationUrl': 'DefinitionFieldInvalid' } as Record<string, string>;
      return code[a] < code[b] ? -1 : 1;
    }));
  });
});

test('kit, template and link say the same of what shapes the template', async () => {
  const shape = ['--vendor', 'cloudglue', '--slots', '11', '--stack-name', '1x', '--template-url', 'http://x'];
  const said = await findings('kit', ...shape, '--out', 'nowhere');
  expect(said).toHaveLength(3);
  expect(await findings('link', ...shape)).toEqual(said);
});
