import { PLACEHOLDERS, placeholdersIn, policyFiles, policyName } from '../../../src/kit/texts';
import { offeredModes } from '../../../src/policy/vendor';
import { ACCOUNT, factsOf, FIVE, HOSTILE, inputFor, KEY, REGION, ROLE_ARN, setupOf, USER_ARN } from '../setup-support';

const KITS = { ...FIVE, hostile: { facts: factsOf(HOSTILE), principalArn: '' } };

/** What a customer has in a document who follows the guide. */
function filledIn(content: string, principalArn: string) {
  const values: Readonly<Record<string, string>> = {
    ACCOUNT_ID: ACCOUNT, BUCKET_NAME: 'orders', EXTERNAL_ID: 'k3J_2f9a=/', FOLDER: 'raw/2025', KMS_KEY_ARN: KEY, REGION, VENDOR_PRINCIPAL_ARN: principalArn,
  };
  return JSON.parse(content.replace(/<([A-Z_]+)>/g, (_, name: string) => values[name]));
}

/** A vendor's bucket is known not to be the customer's, once the account is known. */
function withoutNeedless(document: { Statement: Array<{ Condition: Record<string, unknown> }> }) {
  document.Statement.forEach(({ Condition }) => delete Condition?.StringNotEquals);
  return document;
}

describe.each(Object.entries(KITS))('the policies of %s', (_, { facts, principalArn }) => {
  const files = policyFiles(facts);
  const content = (name: string) => files.find(({ path }) => path === `policies/${name}.json`)!.content;
  const modes = offeredModes(facts.vendor.modes);
  const variants = modes.flatMap((mode) => [false, true].flatMap((folder) => [false, true].map((key) => ({ mode, folder, key }))));

  test.each(variants)('are, filled in, what the set-up has: $mode, folder $folder, key $key', ({ mode, folder, key }) => {
    const setup = setupOf(facts, inputFor(facts, principalArn, {
      buckets: [{ bucketName: 'orders', prefix: folder ? 'raw/2025' : '', wholeBucket: !folder, mode, keyArn: key ? KEY : '' }],
    }));
    const filled = withoutNeedless(filledIn(content(policyName({ mode, folder, key })), principalArn));
    // Placeholders sort in other places than what takes theirs.
    expect(filled.Statement).toHaveLength(setup.inlinePolicy.Statement.length);
    expect(filled.Statement).toEqual(expect.arrayContaining([...setup.inlinePolicy.Statement]));
    expect(filledIn(content('trust'), principalArn)).toEqual(setup.trust);
  });

  test('are there for each case and no other, sorted, with known placeholders', () => {
    const paths = files.map(({ path }) => path);
    const names = ['trust', ...(facts.asksPrincipal ? ['trust-pending'] : []), ...variants.map(policyName)];
    expect(paths).toEqual(names.map((name) => `policies/${name}.json`).sort());
    for (const { content: text } of files) {
      expect(text.endsWith('\n}\n')).toBe(true);
      const used = [...new Set([...text.matchAll(/<([^>]*)>/g)].map(([, name]) => name))].sort();
      expect(placeholdersIn(text)).toEqual(used.filter((name) => name in PLACEHOLDERS));
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/\\u000[12]|[\u0001\u0002]/);
    }
  });
});

test.each([['apperate', USER_ARN], ['hotglue', ROLE_ARN], ['coactive', ROLE_ARN]])('before %s has named its principal, nobody gets in', (name) => {
  const pending = policyFiles(FIVE[name].facts).find(({ path }) => path === 'policies/trust-pending.json')!;
  expect(JSON.parse(pending.content).Statement).toEqual([{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }]);
});

test('a folder does not reach what starts alike', () => {
  const read = policyFiles(FIVE.hotglue.facts).find(({ path }) => path === 'policies/read-folder.json')!.content;
  expect(read).toContain('"arn:aws:s3:::<BUCKET_NAME>/<FOLDER>/*"');
  expect(read).not.toContain('<FOLDER>*');
});

test('the partition of the vendor', () => {
  const china = policyFiles(factsOf({ name: 'Acme', accounts: ['999988887777'], partition: 'aws-cn' }));
  const all = china.map(({ content }) => content).join('');
  expect(all).toContain('arn:aws-cn:iam::999988887777:root');
  expect(all).toContain('"s3.<REGION>.amazonaws.com"');
  expect(all).not.toContain('arn:aws:');
});
