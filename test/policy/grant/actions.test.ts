import { S3_ACTIONS } from '../../../src/policy/aws';
import { raising } from '../../../src/policy/base';
import { AccessOptions, actionsFor, checkExtraAction, checkOptions, includes, Mode } from '../../../src/policy/grant';

const READ = ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'];
const WRITE = ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'];
const READ_WRITE = ['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:GetObject', 's3:ListBucket', 's3:ListMultipartUploadParts', 's3:PutObject'];

/** A check of options, which throws what it finds. */
function check(mode: Mode, options: AccessOptions, modes: readonly Mode[] = ['read', 'write', 'readWrite']) {
  return () => raising((issues) => {
    checkOptions(mode, options, modes, 'access[0]', issues);
    return true;
  });
}

/** The whole table: mode, options, exact actions. */
const TABLE: ReadonlyArray<readonly [Mode, AccessOptions, readonly string[]]> = [
  ['read', {}, READ],
  ['read', { list: true }, READ],
  ['read', { list: false }, ['s3:GetBucketLocation', 's3:GetObject']],
  ['read', { versions: true }, ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions']],
  ['read', { versions: true, list: false }, ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectVersion']],
  ['read', { tagging: true }, ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectTagging', 's3:ListBucket']],
  ['read', { delete: true }, ['s3:DeleteObject', ...READ]],
  ['read', { versions: false, tagging: false, acl: false, delete: false, multipartListing: false }, READ],
  ['write', {}, WRITE],
  ['write', { list: false }, WRITE],
  ['write', { list: true }, ['s3:AbortMultipartUpload', 's3:ListBucket', 's3:ListMultipartUploadParts', 's3:PutObject']],
  ['write', { tagging: true }, [...WRITE, 's3:PutObjectTagging']],
  ['write', { acl: true }, [...WRITE, 's3:PutObjectAcl']],
  ['write', { delete: true }, ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:ListMultipartUploadParts', 's3:PutObject']],
  ['write', { multipartListing: true }, ['s3:AbortMultipartUpload', 's3:ListBucketMultipartUploads', 's3:ListMultipartUploadParts', 's3:PutObject']],
  ['write', { versions: false, tagging: false, acl: false, delete: false, multipartListing: false }, WRITE],
  ['readWrite', {}, READ_WRITE],
  ['readWrite', { list: false }, READ_WRITE.filter((action) => action !== 's3:ListBucket')],
  ['readWrite', { versions: true }, [...READ_WRITE, 's3:GetObjectVersion', 's3:ListBucketVersions'].sort()],
  ['readWrite', { tagging: true }, [...READ_WRITE, 's3:GetObjectTagging', 's3:PutObjectTagging'].sort()],
  ['readWrite', { acl: true }, [...READ_WRITE, 's3:PutObjectAcl']],
  ['readWrite', { delete: true }, [...READ_WRITE, 's3:DeleteObject'].sort()],
  ['readWrite', { multipartListing: true }, [...READ_WRITE, 's3:ListBucketMultipartUploads'].sort()],
];

test.each(TABLE)('%s with %j is exactly %j', (mode, options, actions) => {
  expect(actionsFor(mode, options, {})).toEqual(actions);
});

test.each<[Mode, keyof AccessOptions, string]>([
  ['write', 'versions', 'S3Access.write has nothing to switch there; use S3Access.read or S3Access.readWrite, or leave it out'],
  ['read', 'acl', 'S3Access.read has nothing to switch there; use S3Access.write or S3Access.readWrite, or leave it out'],
  ['read', 'multipartListing', 'S3Access.read has nothing to switch there; use S3Access.write or S3Access.readWrite, or leave it out'],
])('fails for %s with %s, which has no meaning there', (mode, option, remedy) => {
  expect(check(mode, { [option]: true })).toThrow(`OptionNotInMode: access[0].${option}: received true; ${remedy}`);
  expect(actionsFor(mode, { [option]: false }, {})).toEqual(actionsFor(mode, {}, {}));
});

test.each<[readonly Mode[], string]>([
  [['read', 'readWrite'], 'use S3Access.readWrite, or leave it out'],
  [['read'], 'leave it out'],
])('for a vendor that has a use for %j no other mode is proposed', (modes, remedy) => {
  expect(check('read', { acl: true }, modes)).toThrow(`OptionNotInMode: access[0].acl: received true; S3Access.read has nothing to switch there; ${remedy}`);
});

describe.each(['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing'] as const)('the switch %s', (option) => {
  test.each(['true', 1, null, {}])('fails for %j', (value) => {
    expect(check('readWrite', { [option]: value as never }))
      .toThrow(expect.objectContaining({ code: 'ValueTypeInvalid', field: `access[0].${option}` }));
    expect(check('readWrite', { [option]: true })).not.toThrow();
  });
});

test('all options that are wrong are told at once', () => {
  expect(check('read', { acl: true, multipartListing: 'no' as never, list: true })).toThrow(expect.objectContaining({
    issues: [expect.objectContaining({ field: 'access[0].acl' }), expect.objectContaining({ field: 'access[0].multipartListing' })],
  }));
});

describe('a vendor\'s extra actions', () => {
  const extra = { read: ['s3:GetObjectVersion', 's3:GetObjectAttributes'], write: ['s3:ListBucket', 's3:PutObjectAcl'] };

  test.each<[Mode, AccessOptions, readonly string[]]>([
    ['read', {}, [...READ, 's3:GetObjectAttributes', 's3:GetObjectVersion'].sort()],
    ['read', { versions: false }, [...READ, 's3:GetObjectAttributes'].sort()],
    ['read', { list: false }, ['s3:GetBucketLocation', 's3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectVersion']],
    ['write', {}, [...WRITE, 's3:ListBucket', 's3:PutObjectAcl'].sort()],
    ['write', { list: false, acl: false }, WRITE],
    ['readWrite', {}, [...READ_WRITE, 's3:GetObjectAttributes', 's3:GetObjectVersion', 's3:PutObjectAcl'].sort()],
  ])('are granted in their mode, unless the customer refuses them: %s with %j', (mode, options, actions) => {
    expect(actionsFor(mode, options, extra)).toEqual(actions);
  });

  test('listing versions takes listing', () => {
    expect(actionsFor('read', {}, { read: ['s3:ListBucketVersions'] })).toContain('s3:ListBucketVersions');
    expect(actionsFor('read', { list: false }, { read: ['s3:ListBucketVersions'] })).not.toContain('s3:ListBucketVersions');
  });

  test('s3:DeleteObject is the customer\'s to decide, and no vendor\'s', () => {
    expect(() => checkExtraAction('s3:DeleteObject', 'read', 'definition')).toThrow(/by the option delete/);
    expect(() => checkExtraAction('s3:DeleteObject', 'write', 'definition')).toThrow(expect.objectContaining({ code: 'ActionWrongMode' }));
  });

  test.each(Object.keys(S3_ACTIONS).filter((action) => !S3_ACTIONS[action].customerOnly))('%s is accepted for the modes that offer it only', (action) => {
    for (const half of ['read', 'write'] as const) {
      const extraCheck = () => checkExtraAction(action, half, 'definition');
      if (S3_ACTIONS[action].modes.includes(half)) {
        expect(extraCheck).not.toThrow();
      } else {
        expect(extraCheck).toThrow(expect.objectContaining({ code: 'ActionWrongMode' }));
      }
    }
  });

  test.each(['s3:*', '*', 's3:GetObject*', 's3:PutBucketPolicy', 's3:getobject', 'sts:AssumeRole', '', '__proto__', 'constructor'])('fails for the action %j', (action) => {
    expect(() => checkExtraAction(action, 'read', 'definition')).toThrow(expect.objectContaining({ code: 'ActionUnknown' }));
  });
});

test('no combination of mode, options and extra actions ever gives a wildcard, a duplicate or an action of another mode', () => {
  const names: ReadonlyArray<keyof AccessOptions> = ['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing'];
  const extra = {
    read: Object.keys(S3_ACTIONS).filter((action) => S3_ACTIONS[action].modes.includes('read')),
    write: Object.keys(S3_ACTIONS).filter((action) => S3_ACTIONS[action].modes.includes('write')),
  };
  const combinations = names.reduce<AccessOptions[]>(
    (all, name) => all.flatMap((options) => [undefined, true, false].map((value) => ({ ...options, [name]: value }))), [{}]);
  let valid = 0;
  for (const mode of ['read', 'write', 'readWrite'] as const) {
    for (const options of combinations) {
      if ((mode === 'read' && (options.acl || options.multipartListing)) || (mode === 'write' && options.versions)) {
        continue;
      }
      const actions = actionsFor(mode, options, extra);
      const odd = actions.filter((action, i) => !/^s3:[A-Za-z]+$/.test(action) || actions.indexOf(action) !== i
        || !S3_ACTIONS[action].modes.some((half) => includes(mode, half)));
      expect(odd).toEqual([]);
      valid++;
    }
  }
  expect(valid).toBe(81 * 4 + 243 * 2 + 729);
});

test('the table is sorted and names no action with a wildcard', () => {
  const names = Object.keys(S3_ACTIONS);
  expect(names).toEqual([...names].sort());
  names.forEach((name) => expect(name).toMatch(/^s3:[A-Za-z]+$/));
});

test('a mode includes its halves', () => {
  expect((['read', 'write', 'readWrite'] as const).map((mode) => [includes(mode, 'read'), includes(mode, 'write')]))
    .toEqual([[true, false], [false, true], [true, true]]);
});

test('each action stands where S3 checks it: on objects, on a listing with a prefix, or on the bucket as a whole', () => {
  const at = (level: string) => Object.keys(S3_ACTIONS).filter((action) => S3_ACTIONS[action].level === level);
  expect(at('listing')).toEqual(['s3:ListBucket', 's3:ListBucketVersions']);
  expect(at('bucket')).toEqual(['s3:GetBucketLocation', 's3:ListBucketMultipartUploads']);
  expect(at('object')).toEqual(Object.keys(S3_ACTIONS).filter((action) => /Object|UploadParts|AbortMultipartUpload/.test(action)));
  expect(at('object')).toHaveLength(10);
});

test('what a vendor asks for reading is not there for writing', () => {
  expect(actionsFor('write', {}, { read: ['s3:ListBucket'] })).toEqual(WRITE);
});
