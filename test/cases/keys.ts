import { CfnParameter } from 'aws-cdk-lib';
import { BadInput, cut, options, role } from './bad-input';
import { S3Access, S3AccessOptions, S3KeyScope } from '../../src';

const SEGMENTS = 'write the path without empty, "." or ".." segments';
const DROP = 'S3 keys do not start with a slash; drop it';
const EMPTY = 'the whole bucket takes wholeBucket: true';
const NO_ENTRY = 'name at least one; for everything in the bucket, declare wholeBucket: true in its place';

function folder(wrong: string, prefix: unknown, code: BadInput['code'], says: string, shown = JSON.stringify(prefix)): BadInput {
  return options('read', wrong, { prefixes: [prefix] }, code, `access[0].prefixes[0]: received ${shown}`, says);
}

function scope(wrong: string, key: () => S3KeyScope, code: BadInput['code'], shown: string, says: string): BadInput {
  return options('read', wrong, () => ({ keys: [S3KeyScope.folder('first'), key()] }), code, `access[0].keys[1]: received ${shown}`, says);
}

export const KEYS: readonly BadInput[] = [
  folder('a folder with a leading slash', '/raw', 'KeyLeadingSlash', DROP),
  folder('a folder that CloudFormation would look up', 'in/{{resolve:ssm:name}}', 'KeyDynamicReference', 'use a CfnParameter of an SSM type'),
  folder('a folder that is a slash', '/', 'KeyLeadingSlash', DROP),
  folder('an empty folder', '', 'KeyEmpty', EMPTY),
  folder('a folder with an empty segment', 'raw//2025', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder with two slashes at its end', 'raw//', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder that is a dot', '.', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder with a dot as segment', './raw', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder that climbs up', 'raw/../secret', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder that ends in two dots', 'raw/..', 'KeySegmentInvalid', SEGMENTS),
  folder('a folder with a line break', 'raw\n2025', 'KeyCharacterInvalid', 'IAM accepts no U+000A'),
  folder('a folder with a tab', 'raw\t2025', 'KeyCharacterInvalid', 'IAM accepts no U+0009'),
  folder('a folder with a null character', 'raw\u0000', 'KeyCharacterInvalid', 'IAM accepts no U+0000'),
  folder('a folder with a delete character', 'raw\u007f', 'KeyCharacterInvalid', 'IAM accepts no U+007F', '"raw\\u007f"'),
  folder('a folder with a next-line character', 'raw\u0085', 'KeyCharacterInvalid', 'IAM accepts no U+0085', '"raw\\u0085"'),
  folder('a folder with the marks of a reference', 'raw\u0001', 'KeyCharacterInvalid', 'remove the control character'),
  folder('a folder beyond U+00FF', 'zdjęcia', 'KeyCharacterInvalid', 'IAM accepts no U+0119'),
  folder('a folder with an emoji', 'raw/🎬', 'KeyCharacterInvalid', 'IAM accepts no U+1F3AC'),
  folder('a folder with half an emoji', 'raw/\ud83c', 'KeyCharacterInvalid', 'IAM accepts no U+D83C'),
  folder('a folder of 1,024 bytes, which leaves no room for its slash', 'r'.repeat(1024), 'KeyTooLong', 'this takes 1025', cut(`"${'r'.repeat(1024)}"`)),
  folder('a folder of 1,026 bytes in two-byte characters', 'é'.repeat(513), 'KeyTooLong', 'this takes 1027', cut(`"${'é'.repeat(513)}"`)),
  folder('a number as folder', 2025, 'ValueTypeInvalid', 'give a string'),
  folder('null as folder', null, 'ValueTypeInvalid', 'give a string'),
  folder('nothing as folder', undefined, 'ValueTypeInvalid', 'give a string', 'nothing'),
  folder('a list as folder', ['raw'], 'ValueTypeInvalid', 'give a string', 'a list of 1'),
  folder('a scope among the prefixes', S3KeyScope.folder('raw'), 'ValueTypeInvalid', 'give a string', 'a value of type object'),

  options('read', 'a second folder that is wrong', { prefixes: ['raw', '/edited'] },
    'KeyLeadingSlash', 'access[0].prefixes[1]: received "/edited"', DROP),
  ...([['nothing', {}], ['wholeBucket: false', { wholeBucket: false }], ['prefixes that went missing', { prefixes: undefined }],
    ['keys that went missing', { keys: undefined }], ['options that say how much, and not where', { versions: true, list: true }]] as const)
    .map(([said, given]) => options('read', `a place of which is said: ${said}`, given, 'ScopeMissing', 'access[0]: received no place in the bucket', 'say where: prefixes or keys, or wholeBucket: true')),
  role('options that went missing', (_, bucket) => ({ access: [S3Access.readWrite(bucket, undefined as unknown as S3AccessOptions)] }),
    'ScopeMissing', 'access[0]: received no place in the bucket', 'say where'),
  ...([['prefixes', { prefixes: ['raw'] }], ['keys', { keys: [S3KeyScope.folder('raw')] }], ['an empty list', { prefixes: [] }]] as const)
    .map(([said, given]) => options('read', `the whole bucket beside ${said}`, { wholeBucket: true, ...given }, 'ScopeMissing',
      'access[0]: received prefixes or keys together with wholeBucket: true', 'leave out what is not meant')),
  options('read', 'a word for the whole bucket that is no switch', { wholeBucket: 'yes' }, 'ValueTypeInvalid', 'access[0].wholeBucket: received "yes"', 'give true or false'),
  options('read', 'an empty list of prefixes', { prefixes: [] }, 'ScopesEmpty', 'access[0].prefixes: received a list of 0', NO_ENTRY),
  options('read', 'an empty list of keys', { keys: [] }, 'ScopesEmpty', 'access[0].keys: received a list of 0', NO_ENTRY),
  options('read', 'an empty list of keys beside prefixes', { prefixes: ['raw'], keys: [] },
    'ScopesEmpty', 'access[0].keys: received a list of 0', NO_ENTRY),
  options('read', 'one prefix in place of a list', { prefixes: 'raw' }, 'ValueTypeInvalid', 'access[0].prefixes: received "raw"', 'give a list'),
  options('read', 'null in place of a list of prefixes', { prefixes: null }, 'ValueTypeInvalid', 'access[0].prefixes: received null', 'give a list'),
  options('read', 'a set of prefixes', { prefixes: new Set(['raw']) },
    'ValueTypeInvalid', 'access[0].prefixes: received a value of type object', 'give a list'),
  options('read', 'a parameter as list of prefixes', (stack) => ({ prefixes: new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList }),
    'ListUnresolved', 'access[0].prefixes: received "a list that is known only at deployment"', 'give the entries one by one'),
  options('read', 'one scope in place of a list', { keys: S3KeyScope.folder('raw') },
    'ValueTypeInvalid', 'access[0].keys: received a value of type object', 'give a list'),
  options('read', 'a string among the keys', { keys: ['raw'] },
    'KeyScopeTypeInvalid', 'access[0].keys[0]: received "raw"', 'use S3KeyScope.folder, startingWith, object or template'),
  options('read', 'nothing among the keys', { keys: [undefined] },
    'KeyScopeTypeInvalid', 'access[0].keys[0]: received nothing', 'use S3KeyScope.folder'),
  options('read', 'an object among the keys', { keys: [{ kind: 'folder', path: 'raw' }] },
    'KeyScopeTypeInvalid', 'access[0].keys[0]: received a value of type object', 'use S3KeyScope.folder'),

  scope('an empty start of keys', () => S3KeyScope.startingWith(''), 'KeyEmpty', '""', EMPTY),
  scope('a start of keys with a leading slash', () => S3KeyScope.startingWith('/data_'), 'KeyLeadingSlash', '"/data_"', DROP),
  scope('a start of keys with an empty segment', () => S3KeyScope.startingWith('raw//data_'), 'KeySegmentInvalid', '"raw//data_"', SEGMENTS),
  scope('a start of keys that climbs up', () => S3KeyScope.startingWith('../data_'), 'KeySegmentInvalid', '"../data_"', SEGMENTS),
  scope('a start of keys of 1,025 bytes', () => S3KeyScope.startingWith('r'.repeat(1025)), 'KeyTooLong', cut(`"${'r'.repeat(1025)}"`), 'this takes 1025'),
  scope('nothing as start of keys', () => S3KeyScope.startingWith(undefined as unknown as string), 'ValueTypeInvalid', 'nothing', 'give a string'),
  scope('an empty key', () => S3KeyScope.object(''), 'KeyEmpty', '""', EMPTY),
  scope('a key with a final slash', () => S3KeyScope.object('raw/'), 'KeySegmentInvalid', '"raw/"', 'with one it is a folder'),
  scope('a key with a leading slash', () => S3KeyScope.object('/raw.csv'), 'KeyLeadingSlash', '"/raw.csv"', DROP),
  scope('a key that climbs up', () => S3KeyScope.object('a/../raw.csv'), 'KeySegmentInvalid', '"a/../raw.csv"', SEGMENTS),
  scope('a key beyond U+00FF', () => S3KeyScope.object('日.csv'), 'KeyCharacterInvalid', '"日.csv"', 'IAM accepts no U+65E5'),
  scope('a key of 1,025 bytes', () => S3KeyScope.object('r'.repeat(1025)), 'KeyTooLong', cut(`"${'r'.repeat(1025)}"`), 'this takes 1025'),
  scope('a number as key', () => S3KeyScope.object(7 as unknown as string), 'ValueTypeInvalid', '7', 'give a string'),
  scope('a folder scope that is wrong', () => S3KeyScope.folder('a//b'), 'KeySegmentInvalid', '"a//b"', SEGMENTS),
  scope('nothing as folder scope', () => S3KeyScope.folder(undefined as unknown as string), 'ValueTypeInvalid', 'nothing', 'give a string'),

  options('read', 'a listing of single objects', { keys: [S3KeyScope.object('a.csv')], list: true },
    'ListWithoutPrefix', 'access[0].list: received true', 'declare a folder or S3KeyScope.startingWith, or drop list'),
  options('write', 'a listing of single objects to write', { keys: [S3KeyScope.object('a.csv'), S3KeyScope.object('b.csv')], list: true },
    'ListWithoutPrefix', 'access[0].list: received true', 'a listing shows every key that starts alike'),
];
