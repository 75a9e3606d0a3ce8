const CLOUDGLUE = ['--vendor', 'cloudglue', '--external-id', 'k3J-2f9a'];
const BUCKET = ['--bucket', 'one', '--whole-bucket'];
const PLACE = ['--account', '111122223333', '--region', 'eu-west-1'];
const URL = ['--template-url', 'https://acme.s3.amazonaws.com/kit/template.json'];
const LINK = ['link', '--vendor', 'cloudglue', ...URL];
const TEMPLATE = ['template', ...CLOUDGLUE];
const POLICIES = ['policies', ...CLOUDGLUE, ...PLACE];
const VERIFY = ['verify', '--role-arn', 'arn:aws:iam::111122223333:role/acme', '--bucket', 'one'];

/** Wrong input, and what else is answered with words: help and lists. */
export const MISTAKES: ReadonlyArray<readonly string[]> = [
  [], ['--help'], ['--version'], ['vendors'], ['vendors', '--json'], ['vendors', 'cloudglue'], ['vendors', 'clodglue'], ['vendors', ''],
  ...['kit', 'template', 'link', 'policies', 'publish', 'verify', 'vendors', 'init'].map((name) => [name, '--help']),
  ['kti'], ['--jsn'], ['kit'], ['kit', '--vendor'], ['kit', '--vendro', 'cloudglue'], ['kit', '--vendro', 'cloudglue', '--json'],
  ['kit', '--vendor', 'cloudglue'], ['kit', 'cloudglue'], ['kit', '--vendor', 'cloudglue', '--out', ''],
  ['kit', '--vendor', 'cloudglue', '--slots', '11', '--out', 'kit'], ['kit', '--vendor', 'cloudglue', '--kit-version', 'a b', '--out', 'kit'],
  ['kit', '--vendor', 'cloudglue', '--out', 'kit', '--publish', 's3://kits/aws'], ['kit', '--vendor', 'cloudglue', '--out', 'kit', '--dry-run'],
  ['kit', '--vendor', 'cloudglue', '--vendor', 'hotglue', '--out', 'kit'], ['kit', '--vendor', '--out', 'kit'],
  ['init'], ['init', 'customer'], ['init', 'vendor', '--out', 'vendor.json'], ['init', 'vendor', '--out', 'vendor.yaml'],
  ['publish'], ['publish', 'kit'], ['publish', 'nowhere', '--to', 's3://kits/aws'],

  ['link', '--vendor', 'cloudglue'], ['link', '--vendor', 'cloudglue', '--template-url', 'https://acme.example/t.json'],
  [...LINK, '--markdown', '--html'], [...LINK, '--markdown', '--region', 'eu-west-1'], [...LINK, '--html', '--region', 'eu-west-1'],
  [...LINK, '--region', 'europe'], [...LINK, '--region', 'cn-north-1'], [...LINK, '--stack-name', 'my stack'],
  [...LINK, '--param', 'Prefix'], [...LINK, '--param', 'Prefix='], [...LINK, '--param', 'RoleName=x'], [...LINK, '--external-id', 'YOUR_EXTERNAL_ID'],

  ['template', ...BUCKET], ['template', '--vendor', 'cloudglue', ...BUCKET], ['template', '--vendor', 'acme', ...BUCKET],
  ['template', '--vendor', './nowhere.yaml', ...BUCKET], ['template', '--vendor', 'cloudglue', '--region', 'eu-west-1'],
  [...TEMPLATE, '--prefix', 'raw'], [...TEMPLATE, '--bucket', 'one'], [...TEMPLATE, ...BUCKET, '--prefix', 'raw'],
  [...TEMPLATE, '--bucket', 'one', '--prefix', 'a', '--prefix', 'b'], [...TEMPLATE, '--bucket', 'one', '--prefix', '*'],
  [...TEMPLATE, '--bucket', 'one', '--prefix', '/in'], [...TEMPLATE, '--bucket', 'one', '--prefix', ''], [...TEMPLATE, '--bucket', 'My', '--whole-bucket'],
  [...TEMPLATE, ...BUCKET, ...BUCKET], [...TEMPLATE, ...BUCKET, '--mode', 'all'], [...TEMPLATE, ...BUCKET, '--role-name', 'mine'],
  [...TEMPLATE, ...BUCKET, '--account', '123'], [...TEMPLATE, ...BUCKET, '--region', 'europe'], [...TEMPLATE, ...BUCKET, '--region', 'cn-north-1'],
  [...TEMPLATE, ...BUCKET, '--slots', '2'], [...TEMPLATE, ...BUCKET, '--key-arn', 'arn:aws:kms:eu-west-1:111122223333:alias/a'],
  [...TEMPLATE, ...BUCKET, '--principal', 'arn:aws:iam::111122223333:role/x'], [...TEMPLATE, ...BUCKET, '--format', 'toml'],
  ['template', '--vendor', 'coactive', '--principal', 'arn:aws:iam::111122223333:user/x', ...BUCKET],
  ['template', '--vendor', 'apperate', ...BUCKET, '--mode', 'write'],

  ['policies'], ['policies', '--vendor', 'cloudglue', '--as', 'pulumi'], ['policies', ...CLOUDGLUE], ['policies', ...CLOUDGLUE, ...BUCKET],
  ['policies', '--vendor', 'cloudglue', ...PLACE, ...BUCKET], [...POLICIES, '--bucket', 'one'], [...POLICIES, '--bucket', 'One', '--prefix', '/in'],
  [...POLICIES, '--bucket', 'One', '--prefix', '/in', '--json'], [...POLICIES, ...BUCKET, '--role-name', 'mine'],
  ['policies', '--vendor', 'cloudglue', '--account', '12', '--region', 'eu-west-1', '--external-id', '?', '--bucket', 'One', '--prefix', '/in'],

  ['verify'], VERIFY, [...VERIFY, '--external-id', '?', '--prefix', 'in'], [...VERIFY, '--no-external-id'],
  [...VERIFY, '--no-external-id', '--external-id', 'k3J-2f9a', '--prefix', 'in'],
  [...VERIFY, '--no-external-id', '--prefix', 'in', '--mode', 'all'], [...VERIFY, '--no-external-id', '--prefix', 'in', '--timeout', '0'],
];
