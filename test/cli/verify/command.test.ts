import { writeFileSync } from 'fs';
import { join } from 'path';
import { argumentsFor, deployed, FOLDER } from './deployments';
import { command, ENVIRONMENT, run } from './run';
import { verifyCommand } from '../../../src/cli/commands/verify';
import { EXTERNAL_ID } from '../../support/customer';
import { tempFolder } from '../temp-folder';

jest.setTimeout(30_000);

const folder = tempFolder();

const DATA = { objects: [`${FOLDER}/one.csv`] };

test('the table says what was tried, expected and found', async () => {
  const deployment = deployed('readWrite', { options: { prefixes: [FOLDER], delete: true } }, { trust: ({ Condition, ...rest }) => rest });
  const { text } = await run(deployment, argumentsFor(deployment, 'readWrite', '--delete'), DATA);

  expect(text.replace(/-[0-9a-f]{16}/g, '-<random>')).toMatchInlineSnapshot(`
"Role:    arn:aws:iam::111122223333:role/AccessRoleE6825E38
Caller:  arn:aws:iam::999988887777:role/ingest
Bucket:  acme-orders, folder exports/raw/, mode readWrite

       Tried                                                                 Expected  Happened
pass   Assume the role with the external ID                                  allowed   allowed
FAIL   Assume the role without an external ID                                refused   allowed
         The role does not demand its external ID: another customer of the vendor who names this role's ARN
         as its own gets at this customer's data through the vendor (the confused deputy problem,
         https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html). The trust policy needs
         StringEquals on sts:ExternalId.
FAIL   Assume the role with a wrong external ID (one character more)         refused   allowed
FAIL   Assume the role with a wrong external ID (another first character)    refused   allowed
FAIL   Assume the role with a wrong external ID (another one in the middle)  refused   allowed
FAIL   Assume the role with a wrong external ID (another last character)     refused   allowed
FAIL   Assume the role with a wrong external ID (twice the right one)        refused   allowed
FAIL   Assume the role with a wrong external ID (upper for lower case)       refused   allowed
pass   List exports/raw/                                                     allowed   allowed
pass   List exports/, the folder above                                       refused   refused
pass   List exports/raw, the folder without its slash                        refused   refused
pass   List the whole bucket                                                 refused   refused
pass   List a folder named like it (exports/raw…raw/)                        refused   refused
pass   List another folder beside it (exports/…/)                            refused   refused
pass   List a folder of that name elsewhere (…/raw/)                         refused   refused
pass   Write into exports/raw/                                               allowed   allowed
pass   Write beside the folder, above it (exports/)                          refused   refused
pass   Write where names only start like it (exports/raw…)                   refused   refused
pass   Write in a folder named like it (exports/raw…raw/)                    refused   refused
pass   Write in another folder beside it (exports/…/)                        refused   refused
pass   Write in a folder of that name elsewhere (…/raw/)                     refused   refused
pass   Read from exports/raw/                                                allowed   allowed
pass   Read beside the folder, above it (exports/)                           refused   refused
pass   Read where names only start like it (exports/raw…)                    refused   refused
pass   Read in a folder named like it (exports/raw…raw/)                     refused   refused
pass   Read in another folder beside it (exports/…/)                         refused   refused
pass   Read in a folder of that name elsewhere (…/raw/)                      refused   refused
pass   Delete beside the folder, above it (exports/)                         refused   refused
pass   Delete where names only start like it (exports/raw…)                  refused   refused
pass   Delete in a folder named like it (exports/raw…raw/)                   refused   refused
pass   Delete in another folder beside it (exports/…/)                       refused   refused
pass   Delete in a folder of that name elsewhere (…/raw/)                    refused   refused
pass   Clean up exports/raw/.vendor-s3-access-verify-<random>        allowed   deleted

26 pass, 7 FAIL. The role is not as agreed.
"
`);
});

test.each([[true, '\u001b[31mFAIL'], [false, 'FAIL ']])('colours mark what is wrong, if the terminal shows them: %s', async (colors, shown) => {
  const deployment = deployed('read', {}, { trust: ({ Condition, ...rest }) => rest });
  const { text } = await run(deployment, argumentsFor(deployment, 'read'), DATA, {}, colors);

  expect(text).toContain(shown);
  expect(text.includes('\u001b')).toBe(colors);
});

test.each(['text', 'JSON'])('no credentials are in the %s', async (form) => {
  const deployment = deployed('readWrite', {}, { trust: ({ Condition, ...rest }) => rest });
  const { text, front } = await run(deployment, argumentsFor(deployment, 'readWrite', ...(form === 'JSON' ? ['--json'] : [])), DATA);

  expect(front.secrets).toHaveLength(24);
  for (const secret of [...front.secrets, ENVIRONMENT.AWS_SECRET_ACCESS_KEY, ENVIRONMENT.AWS_ACCESS_KEY_ID]) {
    expect(text).not.toContain(secret);
  }
});

test('a session that should not have been given is not used', async () => {
  const deployment = deployed('read', {}, { trust: ({ Condition, ...rest }) => rest });
  const { front } = await run(deployment, argumentsFor(deployment, 'read'), DATA);

  // The first of the sessions is the one that was asked for.
  expect(front.secrets.filter((secret) => secret.startsWith('ASIA'))).toHaveLength(8);
  expect(new Set(front.usedKeys)).toEqual(new Set([front.secrets[0]]));
});

test('a bucket in another region is followed there', async () => {
  const deployment = deployed('read');
  const { exitCode, rows } = await run(deployment, argumentsFor(deployment, 'read', '--json', '--region', 'us-east-1'), DATA);

  expect(exitCode).toBe(0);
  expect(rows.filter(({ status }) => status === 'error')).toEqual([]);
});

test.each([
  ['aws', 'us-east-1'], ['aws-cn', 'cn-north-1'], ['aws-us-gov', 'us-gov-west-1'], ['aws-eusc', 'eusc-de-east-1'],
])('without a region, one of partition %s is asked: %s', async (partition, region) => {
  const roleArn = `arn:${partition}:iam::111122223333:role/acme`;
  const deployment = deployed('read');
  const args = argumentsFor({ ...deployment, roleArn }, 'read', '--json');
  const { front, rows } = await run(deployment, args, DATA, { AWS_REGION: '', AWS_DEFAULT_REGION: '' });

  expect(rows[0].tried).not.toBe('Find out who asks');
  expect(new Set(front.regions)).toEqual(new Set([region]));
});

test('a region of the profile goes before that of the partition', async () => {
  writeFileSync(join(folder(), 'config'), '[default]\nregion = ap-south-1\n');
  const deployment = deployed('read');
  const { front } = await run(deployment, argumentsFor(deployment, 'read', '--json'), DATA, { AWS_REGION: '', AWS_CONFIG_FILE: join(folder(), 'config') });

  expect(front.regions[0]).toBe('ap-south-1');
});

test.each([
  ['--external-id', EXTERNAL_ID, '--no-external-id'], ['--no-external-id', '--external-id', EXTERNAL_ID],
])('fails for %s %s %s', async (...ids) => {
  const { exitCode, error } = await command(['--role-arn', 'arn:aws:iam::111122223333:role/acme', '--bucket', 'acme-orders', ...ids]);

  expect(exitCode).toBe(2);
  expect(error).toContain('exclude each other');
});

test('fails outside where there is no such bucket', async () => {
  const deployment = deployed('read');
  const { exitCode, rows } = await run({ ...deployment, bucket: 'another-bucket' }, argumentsFor(deployment, 'read', '--json'), DATA);

  expect(exitCode).toBe(3);
  expect(rows.find(({ status }) => status === 'error')?.meaning).toContain('NoSuchBucket');
});

test('fails outside where there are no credentials, with a way out', async () => {
  const deployment = deployed('read');
  const { exitCode, rows } = await run(deployment, argumentsFor(deployment, 'read', '--json'), DATA, { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });

  expect(exitCode).toBe(3);
  expect(rows[0].meaning).toMatch(/^CredentialsProviderError: .*AWS_PROFILE/);
});

describe('bad input is refused before anybody is asked', () => {
  const GOOD: Readonly<Record<string, string>> = {
    '--role-arn': 'arn:aws:iam::111122223333:role/acme', '--external-id': EXTERNAL_ID, '--bucket': 'acme-orders', '--prefix': FOLDER,
  };
  test.each<readonly [string, Readonly<Record<string, string | undefined | null>>, RegExp]>([
    ['no external ID', { '--external-id': undefined }, /--external-id is missing; .*--no-external-id/],
    ['a placeholder for the external ID', { '--external-id': '<your-external-id>' }, /ExternalIdPlaceholder: --external-id/],
    ['an external ID that STS refuses', { '--external-id': 'a b' }, /ExternalIdFormat: --external-id/],
    ['the ARN of a user', { '--role-arn': 'arn:aws:iam::111122223333:user/acme' }, /ArnInvalid: --role-arn/],
    ['the ARN of a session', { '--role-arn': 'arn:aws:sts::111122223333:assumed-role/acme/x' }, /ArnInvalid: --role-arn/],
    ['a bucket with upper-case letters', { '--bucket': 'Orders' }, /BucketNameInvalid: --bucket/],
    ['a prefix with a leading slash', { '--prefix': '/raw' }, /KeyLeadingSlash: --prefix/],
    ['an empty prefix', { '--prefix': '' }, /--prefix is empty/],
    ['no place', { '--prefix': undefined }, /ScopeMissing: --prefix: received no place in the bucket; say where: --prefix, or --whole-bucket/],
    ['the word of a template for the whole bucket', { '--prefix': '*' }, /ScopeMissing: --prefix: received "\*"; if --whole-bucket is meant, say so/],
    ['an unknown mode', { '--mode': 'delete' }, /ValueTypeInvalid: --mode/],
    ['an unknown verdict on listing', { '--listing': 'yes' }, /ValueTypeInvalid: --listing/],
    ['an outside that is inside', { '--outside': `${FOLDER}/deep` }, /--outside: .*inside/],
    ['an outside where nothing is', { '--prefix': undefined, '--whole-bucket': null, '--outside': 'other' }, /--outside: received "other"; nothing lies outside of the whole bucket, so leave it out/],
    ['an object that is outside', { '--object': 'exports/two.csv' }, /--object: received "exports\/two\.csv"; it does not lie inside/],
    ['an object that is a folder', { '--object': `${FOLDER}/` }, /KeySegmentInvalid: --object/],
    ['a folder and the whole bucket', { '--whole-bucket': null }, /ScopeMissing: --prefix: received --prefix together with --whole-bucket/],
    ['no time', { '--timeout': '0' }, /--timeout: received "0"; give a whole number of seconds from 1 to 3600/],
    ['a time that is no number', { '--timeout': 'soon' }, /--timeout: received "soon"; /],
    ['a region that is none', { '--region': 'evil.example' }, /RegionInvalid: --region/],
    ['credentials sent in the clear', { '--endpoint-url': 'http://example.com' }, /--endpoint-url: .*https/],
    ['an address that is none', { '--endpoint-url': 'nonsense' }, /--endpoint-url/],
  ])('fails for %s', async (_title, change, message) => {
    const args = Object.entries({ ...GOOD, ...change }).filter(([, value]) => value !== undefined)
      .flatMap(([name, value]) => (value === null ? [name] : [name, value!]));

    await expect(command(args).then(({ exitCode, error }) => {
      expect(exitCode).toBe(2);
      throw new Error(error);
    })).rejects.toThrow(message);
  });
});

test('the help has examples, and says what ends the command how', () => {
  const written: string[] = [];
  const io = { out: () => undefined, err: () => undefined, colors: false };
  verifyCommand(io).configureOutput({ writeOut: (text) => void written.push(text) }).outputHelp();

  expect(written.join('')).toMatch(/Examples:\n {2}\$ npx cdk-vendor-s3-access verify --role-arn/);
  expect(written.join('')).toContain('ends with 1 if anything failed');
});
