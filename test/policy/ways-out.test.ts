import { accessRequest, declaration, HERE, plainVendor } from './door';
import { location } from './locations';
import {
  checkAccountId, checkAlias, checkBucketArn, checkBucketName, checkDescription, checkIamName, checkOrganizationId, checkPartition, checkPath,
  checkPrincipalArn, checkPrincipalPattern, checkSecretName, PrincipalWords,
} from '../../src/policy/aws';
import { AccessError, raising, reference } from '../../src/policy/base';
import {
  AccessOptions, checkCidr, checkExpiry, checkExternalId, checkExtraAction, checkOptions, checkReason, checkSessionDuration, checkSessionTags,
  COMMON_VARIABLES, compileScope, KeyScope, Mode, PlaceRequest,
} from '../../src/policy/grant';
import { ProgramWords } from '../../src/policy/grant/key-scope';
import { AccessRequest, checkAccess, checkTrust, DeclaredAccess } from '../../src/policy/request';
import { definitionWords, fieldsOf, VENDOR_FIELDS, vendorFacts } from '../../src/policy/vendor';
import { checkVendorShape } from '../../src/policy/vendor/vendor-shape';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ingest`;
const VALUE = reference('Value', 100);

/** What is done wrong, what the message shows of it, and the way out that it names. */
type Row = readonly [wrong: string, run: (field: string) => unknown, received: string, wayOut: string];

function key(scope: unknown, words?: ProgramWords): (field: string) => unknown {
  return (field) => compileScope(scope as KeyScope, COMMON_VARIABLES, field, words);
}

/** A template of a vendor that fills in these variables. */
function template(text: string, values: Readonly<Record<string, string>>, variables: readonly string[]): (field: string) => unknown {
  return (field) => compileScope({ kind: 'template', template: text, values }, Object.fromEntries(variables.map((name) => [name, '*'])), field);
}

const PROGRAM: ProgramWords = { startingWith: 'startingWith', lookedUp: 'use a parameter' };

function facts(fields: object, known?: string): (field: string) => unknown {
  return (field) => raising((issues) => vendorFacts({ name: 'Acme', ...fields }, { written: 'aws', known }, definitionWords('object', fieldsOf(field)), issues));
}

function shape(value: unknown): (field: string) => unknown {
  return (field) => raising((issues) => checkVendorShape(value, definitionWords('object', fieldsOf(field)), issues));
}

function tags(...given: unknown[]): (field: string) => unknown {
  return (field) => checkSessionTags(given as never, field);
}

const PLACE: PlaceRequest = { field: 'access[0]', wholeBucket: false, words: { parts: 'prefixes', whole: 'wholeBucket: true' } };

function options(given: AccessOptions): () => unknown {
  return () => raising((issues) => {
    checkOptions('read', given, ['read', 'write', 'readWrite'], 'access[0]', issues);
    return true;
  });
}

function access(more: Partial<AccessRequest>): (field: string) => unknown {
  return () => raising((issues) => checkAccess(accessRequest(more), plainVendor({ data: { name: 'Acme' }, kind: 'any' }, HERE), HERE, issues));
}

const SEGMENTS = 'write the path without empty, "." or ".." segments';
const STRING = 'give a string';
const NOT_EMPTY = 'give a string that is not empty';
const IN_ACCOUNTS: PrincipalWords = { account: 'name its ID in accounts', pattern: 'name it in principalArns' };
const FOR_READING = 's3:GetBucketLocation, s3:GetObject, s3:GetObjectAttributes, s3:GetObjectTagging, s3:GetObjectVersion, s3:ListBucket, s3:ListBucketVersions';
const FOR_WRITING = 's3:AbortMultipartUpload, s3:ListBucket, s3:ListBucketMultipartUploads, s3:ListMultipartUploadParts, s3:PutObject, s3:PutObjectAcl, s3:PutObjectTagging';
const PATTERN = 'give the ARN of an IAM role or user, with * or ? in its name at most';
const RANGE = 'give an address or a range such as 203.0.113.0/24 or 2001:db8::/32';
const EXTERNAL_ID = 'use 2 to 1,224 characters of letters, digits and _+=,.@:/-';
const BUCKET = 'give the name of a general purpose bucket: 3 to 63 lower-case letters, digits, dots and hyphens';

const ROWS: readonly Row[] = [
  ['an unknown action', (f) => checkExtraAction('s3:Get*', 'read', f), '"s3:Get*"', `name one of ${FOR_READING}`],
  ['an unknown action for writing', (f) => checkExtraAction('s3:Put*', 'write', f), '"s3:Put*"', `name one of ${FOR_WRITING}`],
  ['a misspelt action', (f) => checkExtraAction('s3:GetObjectVersions', 'read', f), '"s3:GetObjectVersions"',
    `did you mean "s3:GetObjectVersion"? name one of ${FOR_READING}`],
  ['a misspelt action of the other half', (f) => checkExtraAction('s3:GetObjectVersions', 'write', f), '"s3:GetObjectVersions"', `name one of ${FOR_WRITING}`],
  ['an action for the customer to decide', (f) => checkExtraAction('s3:DeleteObject', 'read', f), '"s3:DeleteObject"',
    'the customer alone decides on this, by the option delete'],
  ['an action of the other half', (f) => checkExtraAction('s3:PutObject', 'read', f), '"s3:PutObject"', 'move it to writeActions'],
  ['an option that is no switch', options({ list: 'yes' as never }), '"yes"', 'give true or false'],
  ['an option of another mode', options({ acl: true }), 'true', 'S3Access.read has nothing to switch there; use S3Access.write or S3Access.readWrite, or leave it out'],
  ['a listing of single objects', access({ options: { list: true }, place: { ...PLACE, parts: [{ field: 'key', scope: { kind: 'object', key: 'a' } }] } }), 'true',
    'a listing shows every key that starts alike; declare a folder or S3KeyScope.startingWith, or drop list'],
  ['two owners of a bucket', () => raising((issues) => {
    new DeclaredAccess().check(['read', 'read'].map((mode, i) => declaration(location(mode as Mode, { owner: [ACCOUNT, OTHER][i] }))), issues);
    return true;
  }), '"arn:aws:s3:::videos"', `a bucket has one owner, and here it is ${OTHER}, elsewhere ${ACCOUNT}`],

  ['an external ID that is no string', (f) => checkExternalId(5, f), '5', STRING],
  ['an external ID that stands for another', (f) => checkExternalId('changeme', f), '"changeme"', 'put in the ID that you and the vendor agreed on'],
  ['an external ID with a space', (f) => checkExternalId('a b', f), '"a b"', EXTERNAL_ID],
  ['a principal under two external IDs', () => raising((issues) =>
    checkTrust(['a1', 'b2'].map((id) => ({ field: 'vendor', principals: { arns: [ROLE] }, externalIds: [id] })), {}, { field: 'vendor', advice: 'x' }, issues)),
  `"${ROLE}"`, 'trust each principal once; use nextExternalId to rotate its external ID'],

  ['a key that is no string', key({ kind: 'folder', path: 5 }), '5', STRING],
  ['an empty key', key({ kind: 'folder', path: '' }), '""', 'name a folder or key; the whole bucket takes wholeBucket: true'],
  ['a leading slash', key({ kind: 'folder', path: '/a' }), '"/a"', 'S3 keys do not start with a slash; drop it'],
  ['a final slash of an object', key({ kind: 'object', key: 'a/' }), '"a/"', 'name the object without a final slash; with one it is a folder'],
  ['an empty segment', key({ kind: 'folder', path: 'a//b' }), '"a//b"', SEGMENTS],
  ['a dynamic reference', key({ kind: 'folder', path: 'a{{resolve:ssm:b}}' }), '"a{{resolve:ssm:b}}"',
    'write the path out; what CloudFormation resolves in place cannot be escaped'],
  ['a dynamic reference in a program', key({ kind: 'folder', path: 'a{{resolve:ssm:b}}' }, PROGRAM), '"a{{resolve:ssm:b}}"',
    'use a parameter; what CloudFormation resolves in place cannot be escaped'],
  ['half a dynamic reference in a template of a program', key({ kind: 'template', template: 'a/{tap}', values: { tap: `{{resolve:${VALUE}}` } }, PROGRAM),
    '"a/{tap}"', 'use a parameter; what CloudFormation resolves in place cannot be escaped'],
  ['a character beyond IAM\'s in each kind of scope of a program', key({ kind: 'startingWith', start: 'ą' }, PROGRAM), '"ą"',
    'IAM accepts no U+0105 in a policy document; declare the part before it with startingWith, or the folder above'],
  ['such a character in an object', key({ kind: 'object', key: 'ą' }, PROGRAM), '"ą"',
    'IAM accepts no U+0105 in a policy document; declare the part before it with startingWith, or the folder above'],
  ['such a character in a folder', key({ kind: 'folder', path: 'ą' }, PROGRAM), '"ą"',
    'IAM accepts no U+0105 in a policy document; declare the part before it with startingWith, or the folder above'],
  ['such a character in a template', key({ kind: 'template', template: 'ą', values: {} }, PROGRAM), '"ą"',
    'IAM accepts no U+0105 in a policy document; declare the part before it with startingWith, or the folder above'],
  ['such a character in a value of a template', key({ kind: 'template', template: 'a/{tap}', values: { tap: 'ą' } }, PROGRAM), '"a/{tap}"',
    'IAM accepts no U+0105 in a policy document; declare the part before it with startingWith, or the folder above'],
  ['a character beyond IAM\'s', key({ kind: 'folder', path: 'ą' }), '"ą"',
    'IAM accepts no U+0105 in a policy document; declare the folder above'],
  ['a character beyond IAM\'s, with letters in its number', key({ kind: 'folder', path: 'a\u007f' }), '"a\\u007f"',
    'IAM accepts no U+007F in a policy document; declare the folder above'],
  ['a long key', key({ kind: 'object', key: 'x'.repeat(1025) }), `"${'x'.repeat(99)}… (1027 characters)`,
    'S3 keys hold at most 1024 bytes of UTF-8 and this takes 1025'],
  ['nothing but a free variable', key({ kind: 'template', template: '{tap}', values: {} }), '"{tap}"',
    'give a variable its value or write out a part of the path, for nothing in it says where; if the whole bucket is meant, declare wholeBucket: true'],
  ['an open brace', key({ kind: 'template', template: '{a', values: {} }), '"{a"', 'close every brace; braces only surround a variable, as in exports/{tenant}'],
  ['empty braces', key({ kind: 'template', template: '{}', values: {} }), '"{}"', 'name the variable between the braces'],
  ['an unknown variable', key({ kind: 'template', template: '{a}', values: {} }), '"{a}"',
    'give {a} a value, or use one that the vendor fills in: date, env_id, flow_id, full_date, job_id, root_tenant_id, tap, tenant'],
  ['a misspelt variable', template('{tennant}', {}, ['year', 'tenant']), '"{tennant}"',
    'did you mean "tenant"? give {tennant} a value, or use one that the vendor fills in: tenant, year'],
  ['a variable of a vendor that fills in none', template('{a}', {}, []), '"{a}"', 'give {a} a value, for the vendor fills in no variables'],
  ['an unused value', key({ kind: 'template', template: 'a', values: { b: 'c' } }), '"b"',
    'the template has no variables; remove the value or correct its name'],
  ['a misspelt value', template('{tenant}/{day}', { tennant: 'c' }, ['tenant', 'day']), '"tennant"',
    'did you mean "tenant"? the template has day, tenant; remove the value or correct its name'],
  ['a value that is no string', key({ kind: 'template', template: '{tap}', values: { tap: 5 } }), '5', STRING],
  ['a value with a slash', key({ kind: 'template', template: '{tap}', values: { tap: 'a/b' } }), '"a/b"', 'give a value that is not empty and has no slash'],

  ['an expiry that is no date', (f) => checkExpiry('2030', f), '"2030"', 'give a Date'],
  ['an expiry that is no time', (f) => checkExpiry(new Date(NaN), f), '"Invalid Date"', 'give a date between the years 1970 and 9999'],
  ['an expiry long ago', (f) => checkExpiry(new Date(-1000), f), '"1969-12-31T23:59:59.000Z"', 'give a date between the years 1970 and 9999'],
  ['a short session', (f) => checkSessionDuration(60, f), '"60 seconds"', 'give 1 to 12 hours, in whole seconds'],
  ['a range that is no string', (f) => checkCidr(5, f), '5', STRING],
  ['a range beside a value', (f) => checkCidr(`${VALUE} or more`, f), '"<known at deployment> or more"', 'use an address or a range around the value'],
  ['a range that is none', (f) => checkCidr('here', f), '"here"', RANGE],
  ['a range of everything', (f) => checkCidr('::/0', f), '"::/0"', 'this range excludes nobody; leave allowedSourceIps out or name the vendor\'s addresses'],
  ['a session tag without a key', tags({ key: '' }), '""', 'give a key of 1 to 128 letters, digits, spaces and _.:/=+@-'],
  ['a session tag of AWS', tags({ key: 'aws:a' }), '"aws:a"', 'AWS reserves keys that start with aws:; use another one'],
  ['a session tag twice', tags({ key: 'a' }, { key: 'A' }), '"A"', 'name each key once, with all its values'],
  ['a value of a session tag', tags({ key: 'a', values: ['*'] }), '"*"', 'give a value of at most 256 letters, digits, spaces and _.:/=+@-'],
  ['a reason that is no string', (f) => checkReason(true, f), 'true', 'give the reason as a string'],
  ['a reason nobody can read yet', (f) => checkReason(`because ${VALUE}`, f), '"because <known at deployment>"', 'write the reason out; a reviewer has to read it'],
  ['an empty reason', (f) => checkReason(' ', f), '" "', 'say why; the reason is what a reviewer will read'],

  ['an IAM name that is no string', (f) => checkIamName(5, 64, f), '5', STRING],
  ['an IAM name with a space', (f) => checkIamName('a b', 64, f), '"a b"', 'use 1 to 64 characters of letters, digits and _+=,.@-'],
  ['a secret name with a space', (f) => checkSecretName('a b', f), '"a b"', 'use 1 to 512 characters of letters, digits and /_+=.@-'],
  ['a path without slashes', (f) => checkPath('a', f), '"a"', 'start and end with a slash, such as /vendors/, in at most 512 characters'],
  ['a description beyond U+00FF', (f) => checkDescription('日', f), '"日"', 'use at most 1000 characters up to U+00FF'],
  ['a bucket with a wildcard', (f) => checkBucketName('a*b', f), '"a*b"', 'name exactly one bucket'],
  ['a bucket beside a value', (f) => checkBucketName(`${VALUE}_`, f), '"<known at deployment>_"', 'use lower-case letters, digits, dots and hyphens around the value'],
  ['a bucket with capitals', (f) => checkBucketName('Videos', f), '"Videos"', BUCKET],
  ['an ARN of no bucket', (f) => checkBucketArn('videos', f), '"videos"', 'give a bucket whose ARN is arn:aws:s3:::<bucket>'],
  ['an alias of AWS', (f) => checkAlias('alias/aws/s3', f), '"alias/aws/s3"',
    'AWS manages this key: leave it out, for a role in the account of the bucket needs no grant on it, and no other account can get one'],
  ['an alias without its start', (f) => checkAlias('videos', f), '"videos"', 'give an alias such as alias/orders'],

  ['an account that is no string', (f) => checkAccountId(5, f), '5', 'give the account ID as a string, so that leading zeros stay'],
  ['an account of one digit', (f) => checkAccountId('5', f), '"5"', 'give the 12 digits of an AWS account ID'],
  ['a principal that is no string', (f) => checkPrincipalArn(5, 'any', f), '5', 'give the ARN of an IAM role or user as a string'],
  ['a role that is no string', (f) => checkPrincipalArn(5, 'role', f), '5', 'give the ARN of an IAM role as a string'],
  ['a user that is no string', (f) => checkPrincipalArn(5, 'user', f), '5', 'give the ARN of an IAM user as a string'],
  ['a principal with a wildcard', (f) => checkPrincipalArn('*', 'any', f), '"*"', 'IAM takes no wildcard in a principal; give the ARN of one role or user'],
  ['a principal with a wildcard, where patterns have their place', (f) => checkPrincipalArn('*', 'any', f, IN_ACCOUNTS), '"*"',
    'IAM takes no wildcard in a principal; name it in principalArns'],
  ['a principal with a space beside a value', (f) => checkPrincipalArn(`${VALUE} `, 'user', f), '"<known at deployment> "',
    'give the ARN of an IAM user'],
  ['such a principal, where accounts have their place', (f) => checkPrincipalArn(`${VALUE} `, 'user', f, IN_ACCOUNTS), '"<known at deployment> "',
    'give the ARN of an IAM user; for a whole account name its ID in accounts'],
  ['a session', (f) => checkPrincipalArn(`arn:aws:sts::${ACCOUNT}:assumed-role/a/b`, 'any', f), `"arn:aws:sts::${ACCOUNT}:assumed-role/a/b"`,
    'this is one session of a role; give the ARN of the role itself, arn:aws:iam::<account>:role/<name>'],
  ['an account in place of a principal', (f) => checkPrincipalArn(`arn:aws:iam::${ACCOUNT}:root`, 'any', f), `"arn:aws:iam::${ACCOUNT}:root"`,
    'this is a whole account; give the ARN of one role or user in it'],
  ['an account, where accounts have their place', (f) => checkPrincipalArn(`arn:aws:iam::${ACCOUNT}:root`, 'any', f, IN_ACCOUNTS), `"arn:aws:iam::${ACCOUNT}:root"`,
    'this is a whole account; name its ID in accounts'],
  ['no principal', (f) => checkPrincipalArn('x', 'any', f), '"x"', 'give the ARN of an IAM role or user, arn:aws:iam::<account>:role/<name>'],
  ['no role', (f) => checkPrincipalArn('x', 'role', f), '"x"', 'give the ARN of an IAM role, arn:aws:iam::<account>:role/<name>'],
  ['no user', (f) => checkPrincipalArn('x', 'user', f), '"x"', 'give the ARN of an IAM user, arn:aws:iam::<account>:user/<name>'],
  ['a pattern that is no string', (f) => checkPrincipalPattern(5, ACCOUNT, f), '5', 'give an ARN as a string'],
  ['a pattern for any account', (f) => checkPrincipalPattern('arn:aws:iam::*:role/a', ACCOUNT, f), '"arn:aws:iam::*:role/a"',
    'write the partition and account out; wildcards may stand in the name only'],
  ['a pattern beside a value', (f) => checkPrincipalPattern(`arn:aws:iam::${VALUE}:role/ `, ACCOUNT, f), '"arn:aws:iam::<known at deployment>:role/ "', PATTERN],
  ['a pattern that is none', (f) => checkPrincipalPattern('x', ACCOUNT, f), '"x"', PATTERN],
  ['a pattern of another account', (f) => checkPrincipalPattern(ROLE, OTHER, f), `"${ROLE}"`,
    `the trusted account is ${OTHER}; a principal of another account could never match`],
  ['an organization that is no string', (f) => checkOrganizationId(5, f), '5', STRING],
  ['an organization that is none', (f) => checkOrganizationId('x', f), '"x"', 'give an ID such as o-a1b2c3d4e5'],
  ['a principal of another partition', (f) => checkPartition(ROLE, 'aws-cn', f, 'ask the vendor'), `"${ROLE}"`,
    'this is used in partition aws-cn; ask the vendor'],

  ['a vendor\'s principal of another partition', facts({ principals: [ROLE] }, 'aws-cn'), `"${ROLE}"`,
    'this is used in partition aws-cn; ask the vendor for its principal there'],
  ['a vendor of another partition', facts({ partition: 'aws' }, 'aws-cn'), '"aws"', 'this is used in partition aws-cn; ask the vendor for its accounts there'],
  ['a bucket of somebody else', facts({ companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read', wholeBucket: true }] }), `"${ACCOUNT}"`,
    'a bucket here belongs to the vendor; name its account in accounts or principals as well'],
  ['a bucket of somebody else than the vendor', facts({
    accounts: [OTHER], principals: [ROLE.replace(ACCOUNT, '777788889999'), `arn:aws:iam::${VALUE}:role/x`], companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read', wholeBucket: true }],
  }), `"${ACCOUNT}"`, `give one of the vendor's own accounts, ${OTHER}, 777788889999`],
  ['a bucket without a place', facts({ accounts: [ACCOUNT], companionBuckets: [{ bucketName: 'abc', ownerAccount: ACCOUNT, mode: 'read' }] }), 'no place in the bucket',
    'say where: prefixes, or wholeBucket: true'],
  ['patterns without an account', facts({ principalArns: [ROLE] }), `"${ROLE}"`, 'principalArns narrow an account; name the account in accounts'],
  ['a name of two lines', facts({ name: 'a\nb' }), '"a\\nb"', 'give a name of at most 100 visible characters on one line'],
  ['a name that CloudFormation would look up', facts({ name: 'a {{b' }), '"a {{b"',
    'write the name without {{, which starts a dynamic reference of CloudFormation'],
  ['an address that is none', facts({ documentationUrl: 'acme.example' }), '"acme.example"',
    'give an address that starts with https:// and a host, in ASCII; write other characters as %XX'],
  ['a variable with a space', facts({ pathVariables: { 'a b': '*' } }), '"a b"', 'name a variable with 1 to 64 letters, digits and _.-'],
  ['a format of other characters', facts({ pathVariables: { year: 'YYYY' } }), '"YYYY"', 'give one ? for each character of a fixed length, or *'],

  ['a definition that is a list', shape([1]), 'a list of 1', 'give an object with named fields'],
  ['a definition that is text, which is not shown', shape('secret'), 'a string', 'give an object with named fields'],
  ['a definition that is a number, which is not shown', shape(42), 'a number', 'give an object with named fields'],
  ['a definition that is a switch, which is not shown', shape(true), 'a boolean', 'give an object with named fields'],
  ['an unknown field, whose value is not shown', shape({ name: 'a', password: 'secret' }), 'a string', `the fields here are ${Object.keys(VENDOR_FIELDS).join(', ')}`],
  ['a missing field', shape({}), 'nothing', 'add this field'],
  ['a number in place of text', shape({ name: 5 }), '5', 'give it as a string'],
  ['a switch in place of text', shape({ name: true }), 'true', NOT_EMPTY],
  ['a number in place of one of several', shape({ name: 'a', externalId: 5 }), '5', 'give one of required, optional, unsupported'],
  ['empty text', shape({ name: '' }), '""', NOT_EMPTY],
  ['a value that is not offered', shape({ name: 'a', externalId: 'maybe' }), '"maybe"', 'give one of required, optional, unsupported'],
  ['a misspelt value', shape({ name: 'a', externalId: 'require' }), '"require"', 'did you mean "required"? give one of required, optional, unsupported'],
  ['a misspelt field', shape({ name: 'a', acounts: [] }), 'a list of 0', `did you mean "accounts"? the fields here are ${Object.keys(VENDOR_FIELDS).join(', ')}`],
  ['a misspelt field of a bucket', shape({ name: 'a', companionBuckets: [{ bucket_name: 'x', ownerAccount: 'y', mode: 'read' }] }), 'a string',
    'did you mean "bucketName"? the fields here are bucketName, ownerAccount, mode, prefixes, wholeBucket'],
  ['text in place of a switch', shape({ name: 'a', exportOutputs: 'yes' }), '"yes"', 'give true or false'],
  ['text in place of a list', shape({ name: 'a', accounts: 'x' }), '"x"', 'give a list'],
  ['a list of nothing', shape({ name: 'a', modes: [] }), 'a list of 0', 'give at least one entry, or leave the field out'],
  ['text in place of a struct', shape({ name: 'a', sessionTags: ['x'] }), '"x"', 'give an object with named fields'],
];

test.each(ROWS)('the message about %s shows it, and the way out', (_, run, received, wayOut) => {
  let error: unknown;
  try {
    run('field');
  } catch (e) {
    error = e;
  }
  expect(error).toBeInstanceOf(AccessError);
  expect((error as AccessError).detail).toBe(`received ${received}; ${wayOut}`);
});
