import { jsonOf, outputOf, runCli } from './run-cli';
import { Vendors } from '../../src';
import { checkSetup, kitFacts, Setup } from '../../src/kit/form';
import { awsCli, cdkSnippet, policyFiles, terraform } from '../../src/kit/texts';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:iam::${ACCOUNT}:user/vendor`;
const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const PLACE = ['--account', ACCOUNT, '--region', 'eu-west-1'];
const CLOUDGLUE = ['policies', '--vendor', 'cloudglue', ...PLACE, '--external-id', 'k3J-2f9a'];
const TWO = ['--bucket', 'one', '--prefix', 'in', '--bucket', 'two', '--whole-bucket', '--mode', 'write', '--key-arn', KEY_ARN];

/** The same, as the set-up page would have it. */
function setup(): Setup {
  const result = checkSetup(kitFacts(Vendors.cloudglue(), { slots: 2 }), {
    accountId: ACCOUNT,
    region: 'eu-west-1',
    externalId: 'k3J-2f9a',
    principalArn: '',
    roleName: '',
    buckets: [
      { bucketName: 'one', prefix: 'in', wholeBucket: false, mode: '', keyArn: '' },
      { bucketName: 'two', prefix: '', wholeBucket: true, mode: 'write', keyArn: KEY_ARN },
    ],
  });
  return result.setup!;
}

describe('policies', () => {
  test('prints the policies, filled in, each bucket with what follows it', async () => {
    const { trust, inlinePolicy } = setup();
    expect(JSON.parse(await outputOf(...CLOUDGLUE, ...TWO))).toEqual({
      roleName: 'cloudglue-external-s3-access-role',
      externalId: 'k3J-2f9a',
      trustPolicy: trust,
      inlinePolicy,
      managedPolicies: [],
      keyPolicies: [],
    });
  });

  test('warns of a folder that looks like a pattern', async () => {
    const { code, err, out } = await runCli(...CLOUDGLUE, '--bucket', 'one', '--prefix', 'in/*', '--bucket', 'two', '--prefix', 'in');
    expect({ code, err }).toEqual({ code: 0, err: 'warning: --prefix "in/*" is a folder with an asterisk in its name, and no pattern; for all that lies in a folder, give its name alone\n' });
    expect(out).toContain('one/in/${*}/*');
    expect((await jsonOf(...CLOUDGLUE, '--bucket', 'one', '--prefix', 'in/*')).warnings).toHaveLength(1);
    expect((await jsonOf(...CLOUDGLUE, ...TWO)).warnings).toEqual([]);
  });

  test.each([['aws-cli', awsCli], ['cdk', cdkSnippet], ['terraform', terraform]])('prints it as %s', async (form, text) => {
    expect((await outputOf(...CLOUDGLUE, ...TWO, '--as', form)).trimEnd()).toBe(text(setup()).trimEnd());
    expect((await jsonOf(...CLOUDGLUE, ...TWO, '--as', form))[form]).toBe(text(setup()));
  });

  test('prints what the owner of a key in another account must add', async () => {
    const { keyPolicies } = await jsonOf(...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--key-arn', KEY_ARN.replace(ACCOUNT, '444455556666'));
    expect(keyPolicies).toHaveLength(1);
    expect(JSON.stringify(keyPolicies)).toContain('444455556666');
  });

  test('trusts the principal that completes the vendor', async () => {
    const { trustPolicy } = await jsonOf('policies', '--vendor', 'apperate', '--principal', ARN, ...PLACE, '--external-id', 'ab', '--bucket', 'one', '--whole-bucket');
    expect(trustPolicy.Statement[0].Principal).toEqual({ AWS: ARN });
  });

  test('takes more buckets than one template would', async () => {
    const buckets = Array.from({ length: 11 }, (_, i) => ['--bucket', `bucket-${i}`, '--whole-bucket']).flat();
    expect(JSON.stringify(await jsonOf(...CLOUDGLUE, ...buckets))).toContain('arn:aws:s3:::bucket-10');
  });

  test('prints the policies with placeholders where no bucket is given', async () => {
    const files = policyFiles(kitFacts(Vendors.cloudglue()));
    expect(files.length).toBeGreaterThan(1);
    const out = await outputOf('policies', '--vendor', 'cloudglue');
    files.forEach(({ path, content }) => expect(out).toContain(`# ${path}\n${content.trimEnd()}\n`));
    expect(await jsonOf('policies', '--vendor', 'cloudglue')).toEqual(files);
  });

  test.each<[string, string[], string]>([
    ['no account', ['policies', '--vendor', 'cloudglue', '--region', 'eu-west-1', '--bucket', 'one'], 'UsageInvalid: --account is missing; '],
    ['no region', ['policies', '--vendor', 'cloudglue', '--account', ACCOUNT, '--bucket', 'one'], 'UsageInvalid: --region is missing; '],
    ['an account without a bucket', ['policies', '--vendor', 'cloudglue', '--account', ACCOUNT], 'UsageInvalid: --account goes with --bucket; give one'],
    ['a form without a bucket', ['policies', '--vendor', 'cloudglue', '--as', 'cdk'], 'UsageInvalid: --as goes with --bucket; give one'],
    ['a mode before its bucket', [...CLOUDGLUE, '--mode', 'read', '--bucket', 'one'], 'UsageInvalid: --mode belongs to the --bucket before it; give --bucket first'],
    ['no external ID', ['policies', '--vendor', 'cloudglue', ...PLACE, '--bucket', 'one', '--whole-bucket'], 'ExternalIdMissing --external-id: '],
    ['an empty bucket name', [...CLOUDGLUE, '--bucket', ''], 'OptionEmpty: --bucket is empty; '],
    ['no place in a bucket', [...CLOUDGLUE, '--bucket', 'one'], 'ScopeMissing --prefix: received no place in the bucket; say where: --prefix, or --whole-bucket'],
    ['no place in one of two buckets', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--bucket=two'], 'ScopeMissing --prefix (bucket 2): received no place in the bucket'],
    ['a folder and the whole bucket', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--prefix', 'in'], 'ScopeMissing --prefix: received --prefix together with --whole-bucket'],
    ['a folder by the word of a template', [...CLOUDGLUE, '--bucket', 'one', '--prefix', '*'], 'ScopeMissing --prefix: received "*"; if --whole-bucket is meant, say so'],
    ['a whole bucket before its bucket', [...CLOUDGLUE, '--whole-bucket', '--bucket', 'one'], 'UsageInvalid: --whole-bucket belongs to the --bucket before it'],
    ['a whole bucket twice', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--whole-bucket'], 'OptionRepeated: --whole-bucket is given twice for one bucket'],
    ['another role name than the vendor\'s', [...CLOUDGLUE, '--bucket', 'one', '--whole-bucket', '--role-name', 'mine'], 'RoleNameFixed --role-name: '],
    ['no vendor', ['policies'], 'UsageInvalid: --vendor is missing; give it a name of the catalogue or a definition file; "npx cdk-vendor-s3-access vendors" lists the catalogue'],
  ])('fails for %s', async (_, args, says) => {
    const { code, out, err } = await runCli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(`error: ${says}`);
  });

  test('fails with a line for each field that is wrong, and all of them as data', async () => {
    const args = ['policies', '--vendor', 'cloudglue', '--account', '12', '--region', 'eu-west-1', '--external-id', '?', '--bucket', 'One', '--prefix', '/in'];
    const { code, err } = await runCli(...args);
    expect(code).toBe(2);
    const lines = err.trimEnd().split('\n').map((line) => line.replace(/: received.*/, ''));
    expect(lines.sort()).toEqual([
      'error: AccountIdInvalid --account', 'error: BucketNameInvalid --bucket', 'error: ExternalIdFormat --external-id', 'error: KeyLeadingSlash --prefix',
    ]);
    const { error } = JSON.parse((await runCli(...args, '--json')).out);
    expect([error, ...error.others].map(({ code: each, option }) => `error: ${each} ${option}`).sort()).toEqual(lines);
    expect([error, ...error.others].map(({ field }) => field).sort()).toEqual(['accountId', 'buckets[0].bucketName', 'buckets[0].prefix', 'externalId']);
  });
});
