import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { runCli } from './run-cli';
import { COMMANDS } from '../../src/cli/commands';
import { VENDOR_FIELDS } from '../../src/policy/vendor';

const FIELDS = Object.keys(VENDOR_FIELDS).join(', ');

/** What lies where the commands run. */
const FILES: Readonly<Record<string, string>> = {
  'file': '',
  'wrong.yaml': [
    'name: Acme',
    'acounts: [x]',
    'accounts: [012345678901]',
    'principals: ["arn:aws:iam::111122223333:root"]',
    'modes: [reed]',
    'companionBuckets:',
    '  - { bucketNam: x, ownerAccount: "111122223333", mode: wrte }',
    'sessionTags: [{ key: a, value: x }]',
    'pathVariables: [tenant]',
  ].join('\n'),
  'wrong.json': '{"name": "Acme", "accounts": [111122223333], "principals": ["*"]}',
  'account.yaml': 'name: Acme\nprincipals: ["arn:aws:iam::111122223333:root"]\n',
  'keys.yaml': 'name: Acme\naccounts: ["111122223333"]\naccessMethods: [accessKey]\n',
  'reader.yaml': 'name: Acme\naccounts: ["111122223333"]\nmodes: [read]\n',
  'broken.yaml': 'name: Acme\nname: Emca\n',
  'empty.yaml': '',
};

/** What is typed, split at spaces, and all that is said then: the subject, in the words of whoever typed it; the value; and the way out. */
const ROWS: ReadonlyArray<readonly [typed: string, ...said: string[]]> = [
  ['kti',
    `UnknownCommand: there is no command "kti"; did you mean "kit"? the commands are ${Object.keys(COMMANDS).join(', ')}, help`],
  ['--jsn',
    'UnknownOption: there is no option --jsn; "npx cdk-vendor-s3-access --help" lists the options'],
  ['kit --vendr x',
    'UnknownOption: there is no option --vendr; did you mean "--vendor"? "npx cdk-vendor-s3-access kit --help" lists the options'],
  ['kit --vendor',
    'OptionMissingArgument: --vendor has no value; give it one: --vendor <name|file>'],
  ['kit --vendor --out kit',
    'OptionEmpty: --vendor has no value before --out; give it one, or write --vendor=--out if that is it'],
  ['kit extra',
    'ExcessArguments: "extra" is one argument too many; "npx cdk-vendor-s3-access kit --help" tells what it takes'],
  ['kit --vendor cloudglue',
    'UsageInvalid: --out is missing; give the folder to write the kit into'],
  ['kit --out kit',
    'UsageInvalid: --vendor is missing; give it a name of the catalogue or a definition file; "npx cdk-vendor-s3-access vendors" lists the catalogue'],
  ['kit --vendor cloudglu --out kit',
    'VendorUnknown: the catalogue has no vendor "cloudglu"; did you mean "cloudglue"? it has apperate, cloudglue, coactive, creative-force, hotglue'],
  ['kit --vendor zzz --out kit',
    'VendorUnknown: the catalogue has no vendor "zzz"; it has apperate, cloudglue, coactive, creative-force, hotglue'],
  ['kit --vendor cloudglue --out file',
    'FolderInvalid: --out: received "file"; this is a file; give the name of a folder'],
  ['kit --vendor cloudglue --out file/kit',
    'FolderInvalid: --out: received "file/kit"; file is a file, and nothing can be in it; choose another path'],
  ['kit --vendor cloudglue --out .',
    'FolderNotEmpty: --out: received "."; this folder holds something else than a kit; choose another one, or give --force as well'],
  ['kit --vendor wrong.yaml --out kit',
    `DefinitionFieldUnknown wrong.yaml: acounts: received a list of 1; did you mean "accounts"? the fields here are ${FIELDS}`,
    'DefinitionFieldInvalid wrong.yaml: accounts[0]: received 12345678901; YAML reads this as a number, without leading zeros: write it in quotes',
    'DefinitionFieldInvalid wrong.yaml: modes[0]: received "reed"; did you mean "read"? give one of read, write, readWrite',
    'DefinitionFieldUnknown wrong.yaml: companionBuckets[0].bucketNam: received a string; did you mean "bucketName"? the fields here are bucketName, ownerAccount, mode, prefixes, wholeBucket',
    'DefinitionFieldInvalid wrong.yaml: companionBuckets[0].mode: received "wrte"; did you mean "write"? give one of read, write, readWrite',
    'DefinitionFieldUnknown wrong.yaml: sessionTags[0].value: received a string; did you mean "values"? the fields here are key, values',
    'DefinitionFieldInvalid wrong.yaml: pathVariables: received a list of 1; give a mapping with named fields'],
  ['kit --vendor wrong.json --out kit',
    'DefinitionFieldInvalid wrong.json: accounts[0]: received 111122223333; this is a number: write it in quotes'],
  ['kit --vendor broken.yaml --out kit',
    'DefinitionFileInvalid broken.yaml: definition: received no YAML that can be used; correct this: keys must be unique at line 2, column 1'],
  ['kit --vendor empty.yaml --out kit',
    'DefinitionFieldInvalid empty.yaml: definition: received null; give a mapping with named fields'],
  ['kit --vendor nowhere.yaml --out kit',
    'DefinitionFileInvalid --vendor: received "nowhere.yaml"; there is no such file; give the path of a file that can be read, of at most 65536 bytes'],
  ['kit --vendor ./vendor.toml --out kit',
    'DefinitionFileInvalid --vendor: received "./vendor.toml"; give the path of a .json, .yaml or .yml file'],
  ['kit --vendor keys.yaml --out kit',
    'MethodNotSupported --vendor: received "Acme"; it connects by accessKey only; if it can assume a role, add role to its accessMethods'],
  ['kit --vendor cloudglue --out kit --slots 11',
    'SlotsInvalid --slots: received 11; give a whole number from 1 to 10'],
  ['kit --vendor cloudglue --out kit --external-id-source entred',
    'InvalidArgument: --external-id-source: received "entred"; did you mean "entered"? give one of entered, issued, derived'],
  ['kit --vendor cloudglue --out kit --region eu-west-1',
    'UsageInvalid: --region goes with --publish; give that as well, or leave it out'],
  ['kit --vendor cloudglue --out kit --publish s3://acme-kits',
    'UsageInvalid: --kit-version is missing; give it with --publish, for each version has a folder of its own'],
  ['kit --vendor cloudglue --out kit --kit-version 1.2.0 --publish acme-kits --region eu-west-1',
    'UsageInvalid: --publish: received "acme-kits"; give s3://<bucket>/<prefix>'],
  ['kit --vendor cloudglue --out kit --kit-version 1.2.0 --publish s3://x --region eu-west-1',
    'BucketNameInvalid --publish: received "x"; give the name of a general purpose bucket: 3 to 63 lower-case letters, digits, dots and hyphens'],
  ['kit --vendor cloudglue --out kit --kit-version 1.2.0 --publish s3://acme-kits --region euwest-1',
    'RegionInvalid --region: received "euwest-1"; did you mean "eu-west-1"? give a region such as eu-west-1'],
  ['kit --vendor cloudglue --principal arn:aws:iam::111122223333:role/x --out kit',
    'UsageInvalid: --principal: received "arn:aws:iam::111122223333:role/x"; Cloudglue names whom to trust itself, so leave it out'],
  ['kit --vendor hotglue --principal arn:aws:iam::111122223333:root --out kit',
    'ArnInvalid --principal: received "arn:aws:iam::111122223333:root"; this is a whole account; give the ARN of one role or user in it'],
  ['kit --vendor hotglue --principal arn:aws:iam::111122223333:role/* --out kit',
    'ArnWildcard --principal: received "arn:aws:iam::111122223333:role/*"; IAM takes no wildcard in a principal; give the ARN of one role or user'],
  ['kit --vendor coactive --principal arn:aws:iam::111122223333:user/x --out kit',
    'ArnInvalid --principal: received "arn:aws:iam::111122223333:user/x"; give the ARN of an IAM role, arn:aws:iam::<account>:role/<name>'],
  ['template --vendor cloudglue --external-id k3J-2f9a',
    'UsageInvalid: --external-id goes with --bucket; without one, the template asks for it'],
  ['template --vendor cloudglue --bucket videos --slots 2',
    'UsageInvalid: --slots goes with the one-click template; leave it out, or leave out --bucket'],
  ['template --vendor cloudglue --prefix raw',
    'UsageInvalid: --prefix belongs to the --bucket before it; give --bucket first'],
  ['template --vendor cloudglue --bucket videos',
    'ExternalIdMissing --external-id: received nothing; agree on an ID with Cloudglue',
    'ScopeMissing --prefix: received no place in the bucket; say where: --prefix, or --whole-bucket'],
  ['template --vendor reader.yaml --bucket videos --prefix raw --mode raed --external-id k3J-2f9a',
    'ModeNotSupported --mode: received "raed"; did you mean "read"? Acme has a use for read only'],
  ['template --vendor cloudglue --bucket videos --prefix raw --mode wrte --external-id k3J-2f9a',
    'ValueTypeInvalid --mode: received "wrte"; did you mean "write"? give one of read, write, readWrite'],
  ['template --vendor cloudglue --bucket videos --prefix raw --external-id k3J-2f9a --role-name mine',
    'RoleNameFixed --role-name: received "mine"; Cloudglue works with cloudglue-external-s3-access-role only; leave it out'],
  ['template --vendor cloudglue --bucket videos --prefix raw --external-id k3J-2f9a --account 992382634011',
    'CompanionOwnerInvalid --account: received "992382634011"; Cloudglue says that this account is its own; give the one that has your buckets'],
  ['template --vendor cloudglue --bucket videos --prefix raw --external-id k3J-2f9a --region cn-north-1',
    'PartitionMismatch --region: received "cn-north-1"; Cloudglue works in partition aws; choose a region of that, or ask the vendor for its accounts elsewhere'],
  ['template --vendor cloudglue --bucket videos --prefix raw --external-id k3J-2f9a --key-arn arn:aws:kms:eu-west-1:111122223333:alias/x',
    'ArnInvalid --key-arn: received "arn:aws:kms:eu-west-1:111122223333:alias/x"; this is the ARN of an alias, which allows nothing on the key; give the ARN of the key itself'],
  ['template --vendor cloudglue --bucket videos --prefix raw --external-id k3J-2f9a --region eu-west-1 --key-arn arn:aws:kms:us-east-1:111122223333:key/x',
    'KmsKeyRegionMismatch --key-arn: received "arn:aws:kms:us-east-1:111122223333:key/x"; the bucket lies in eu-west-1, and S3 uses keys of the bucket\'s region only'],
  ['template --vendor cloudglue --bucket videos --prefix raw/ą --external-id k3J-2f9a',
    'KeyCharacterInvalid --prefix: received "raw/ą"; IAM accepts no U+0105 in a policy document; declare the folder above'],
  ['template --vendor cloudglue --bucket videos --prefix {{resolve:ssm:x}} --external-id k3J-2f9a',
    'KeyDynamicReference --prefix: received "{{resolve:ssm:x}}"; write the path out; what CloudFormation resolves in place cannot be escaped'],
  ['template --vendor coactive --bucket videos --prefix raw --external-id k3J-2f9a',
    'ExternalIdNotSupported --external-id: received "k3J-2f9a"; Coactive sends none and could never assume the role; leave it out'],
  ['template --vendor cloudglue --out kit',
    'EISDIR: --out: received "kit"; this is a folder; give the path of a file'],
  ['template --vendor cloudglue --format yml',
    'InvalidArgument: --format: received "yml"; did you mean "yaml"? give one of json, yaml'],
  ['policies --vendor cloudglue --as terrafrom',
    'InvalidArgument: --as: received "terrafrom"; did you mean "terraform"? give one of json, aws-cli, cdk, terraform'],
  ['policies --vendor cloudglue --account 111122223333',
    'UsageInvalid: --account goes with --bucket; give one'],
  ['policies --vendor cloudglue --bucket videos --prefix raw',
    'UsageInvalid: --account is missing; the policies name it, so that nobody else\'s bucket or key is meant'],
  ['link --vendor cloudglue',
    'UsageInvalid: --template-url is missing; give the address of the published template'],
  ['link --vendor cloudglue --template-url https://acme.s3.amazonaws.com/kit/template.json --region eu-west-1 --param ExternalID=x',
    'LaunchLinkInvalid --param ExternalID: received "ExternalID"; did you mean "ExternalId"? the template has ExternalId, BucketName, Prefix, AccessMode, KmsKeyArn, PermissionsBoundaryArn'],
  ['link --vendor cloudglue --template-url https://acme.s3.amazonaws.com/kit/template.json --region eu-west-1 --param ExternalId=example',
    'ExternalIdPlaceholder --param ExternalId: received "example"; put in the ID that you and the vendor agreed on'],
  ['link --vendor coactive --template-url https://acme.s3.amazonaws.com/kit/template.json --region eu-west-1 --external-id k3J-2f9a',
    'ExternalIdNotSupported --external-id: received "k3J-2f9a"; Coactive sends none; leave it out'],
  ['link --vendor cloudglue --template-url https://acme.s3.amazonaws.com/kit/template.json --external-id k3J-2f9a --param ExternalId=abc',
    'OptionRepeated: --external-id and --param ExternalId exclude each other; give one of them'],
  ['vendors cloudgleu',
    'VendorUnknown: the catalogue has no vendor "cloudgleu"; did you mean "cloudglue"? it has apperate, cloudglue, coactive, creative-force, hotglue'],
  ['vendors cloudglue hotglue',
    'ExcessArguments: "hotglue" is one argument too many; "npx cdk-vendor-s3-access vendors --help" tells what it takes'],
  ['init',
    'MissingArgument: <what> is missing; give what to write: vendor'],
  ['init vender',
    'InvalidArgument: <what>: received "vender"; did you mean "vendor"? give vendor'],
  ['init vendor --out vendor.json',
    'UsageInvalid: --out: received "vendor.json"; give a .yaml or .yml file, which can hold comments'],
  ['init vendor --out wrong.yaml',
    'FileExists: wrong.yaml is there already; choose another --out, or --force'],
  ['init vendor --out file/vendor.yaml',
    'FolderInvalid: --out: received "file/vendor.yaml"; file is a file, and nothing can be in it; choose another path'],
  ['publish',
    'MissingMandatoryOptionValue: --to is missing; give --to <address>, where versions are published: s3://<bucket>/<prefix>'],
  ['publish NOWHERE',
    'MissingMandatoryOptionValue: --to is missing; give --to <address>, where versions are published: s3://<bucket>/<prefix>'],
  ['publish NOWHERE --to s3://acme-kits',
    'FolderInvalid: there is no folder NOWHERE; check its name, or write a kit into it with: npx cdk-vendor-s3-access kit --out NOWHERE'],
  ['publish file --to s3://acme-kits',
    'FolderInvalid: file is a file; name the folder that "kit --out" has written'],
  ['publish kit --to s3://acme-kits',
    'UsageInvalid: kit is no kit, for it lacks SETUP.md, launch-links.json, setup.html, template.json, template.yaml, policies; write one with: npx cdk-vendor-s3-access kit --out kit'],
  ['publish kit --to acme-kits',
    'UsageInvalid: --to: received "acme-kits"; give s3://<bucket>/<prefix>'],
  ['publish kit --to s3://acme-kits --template-url x',
    'UnknownOption: there is no option --template-url; "npx cdk-vendor-s3-access publish --help" lists the options'],
  ['publish kit --to s3://acme-kits --endpoint-url http://x',
    'UsageInvalid: --endpoint-url: received "http://x"; give an https address; http only on this machine'],
  ['publish kit --to s3://acme-kits --prune --no-latest',
    'UsageInvalid: --prune deletes only from the latest version, which --no-latest leaves as it is; leave one of them out'],
  ['verify --bucket videos',
    'MissingMandatoryOptionValue: --role-arn is missing; give --role-arn <arn>, the role that the customer made'],
  ['verify --role-arn x --bucket videos',
    'UsageInvalid: --external-id is missing; give the ID that was agreed on with the customer, or --no-external-id for a vendor that sends none'],
  ['verify --role-arn arn:aws:iam::111122223333:root --bucket videos --external-id k3J-2f9a --prefix in',
    'ArnInvalid --role-arn: received "arn:aws:iam::111122223333:root"; this is a whole account; give the ARN of one role in it'],
  ['verify --role-arn arn:aws:iam::111122223333:role/* --bucket videos --external-id k3J-2f9a --prefix in --mode wrte --listing allwed',
    'ValueTypeInvalid --mode: received "wrte"; did you mean "write"? give one of read, write, readWrite',
    'ValueTypeInvalid --listing: received "allwed"; did you mean "allowed"? give one of allowed, refused',
    'ArnWildcard --role-arn: received "arn:aws:iam::111122223333:role/*"; IAM takes no wildcard in a principal; give the ARN of one role'],
  ['verify --role-arn arn:aws:iam::111122223333:role/x --bucket videos --external-id k3J-2f9a --prefix in --timeout soon',
    'UsageInvalid: --timeout: received "soon"; give a whole number of seconds from 1 to 3600'],
  ['verify --role-arn arn:aws:iam::111122223333:role/x --bucket videos --external-id k3J-2f9a --prefix in --outside in/x',
    'UsageInvalid: --outside: received "in/x"; it lies inside of what was agreed on; give a folder beside that'],
  ['verify --role-arn arn:aws:iam::111122223333:role/x --bucket videos --external-id k3J-2f9a --prefix in --object x/',
    'KeySegmentInvalid --object: received "x/"; name the object without a final slash; with one it is a folder'],
  ['kit --vendor account.yaml --out kit',
    'ArnInvalid account.yaml: principals[0]: received "arn:aws:iam::111122223333:root"; this is a whole account; name its ID in accounts'],
];

let home: string;
let folder: string;

beforeAll(() => {
  home = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'messages-'));
  Object.entries(FILES).forEach(([name, content]) => writeFileSync(join(folder, name), content));
  mkdirSync(join(folder, 'kit'));
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test.each(ROWS)('%s', async (typed, ...said) => {
  const { code, out, err } = await runCli(...typed.split(' '));
  expect({ code, out, said: err.trimEnd().split('\n') }).toEqual({ code: 2, out: '', said: said.map((one) => `error: ${one}`) });
});

test('data names the file and the field in it, and no option', async () => {
  const { out } = await runCli('kit', '--vendor', 'account.yaml', '--out', 'kit', '--json');
  expect(JSON.parse(out)).toEqual({
    error: {
      code: 'ArnInvalid',
      field: 'principals[0]',
      file: 'account.yaml',
      message: 'received "arn:aws:iam::111122223333:root"; this is a whole account; name its ID in accounts',
    },
  });
});

test('a folder with an asterisk is warned of as it was typed, once', async () => {
  const { code, err } = await runCli('template', '--vendor', 'cloudglue', '--bucket', 'videos', '--prefix', 'in/*', '--external-id', 'k3J-2f9a');
  expect({ code, err }).toEqual({
    code: 0, err: 'warning: --prefix "in/*" is a folder with an asterisk in its name, and no pattern; for all that lies in a folder, give its name alone\n',
  });
});

test('a key of another account is warned of by its option', async () => {
  const { code, err } = await runCli('template', '--vendor', 'cloudglue', '--bucket', 'videos', '--prefix', 'in', '--external-id', 'k3J-2f9a',
    '--account', '111122223333', '--region', 'eu-west-1', '--key-arn', 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd');
  expect({ code, err }).toEqual({
    code: 0, err: 'warning: --key-arn: the key lies in another account, and nobody here can edit its policy; have its owner check that it allows the statements in the output HandOff\n',
  });
});
