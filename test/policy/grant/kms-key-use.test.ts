import { Statement, valuesOf } from '../../../src/policy/document';
import { Location } from '../../../src/policy/grant';
import { keyPolicyStatements, keyStatements, keyUses } from '../../../src/policy/grant/kms-key-use';
import { renderPattern } from '../../../src/policy/pattern';
import { conditionsOf, written } from '../conditions';
import { ALIAS, folders, KEY, location, VIDEOS } from '../locations';

const CONTEXT = 'kms:EncryptionContext:aws:s3:arn';
const VIA = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' };
const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/abcd';

const FROM = ['access[0]'];

function placesOf({ conditions }: Statement): readonly string[] {
  return valuesOf(conditions, 'StringLike', CONTEXT);
}

function uses(...locations: Location[]) {
  return keyUses(locations);
}

function statements(...locations: Location[]) {
  return keyStatements(uses(...locations), {});
}

test('reading decrypts, for the bucket and for the declared objects', () => {
  expect(statements(location('read', { kmsKeys: [KEY], scopes: [...folders('b', 'a'), { kind: 'object', key: 'c.csv' }] }))).toEqual([{
    effect: 'Allow',
    actions: ['kms:Decrypt'],
    resources: [KEY_ARN],
    conditions: conditionsOf({ StringEquals: VIA, StringLike: { [CONTEXT]: [VIDEOS, `${VIDEOS}/a/*`, `${VIDEOS}/b/*`, `${VIDEOS}/c.csv`] } }),
    divisible: { operator: 'StringLike', key: CONTEXT },
    from: FROM,
  }]);
});

test('writing generates data keys, and decrypts them to put uploads together', () => {
  const [statement, ...more] = statements(location('write', { kmsKeys: [KEY] }));
  expect(more).toEqual([]);
  expect(statement.actions).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  expect(placesOf(statement)).toStrictEqual([VIDEOS, `${VIDEOS}/*`]);
});

test('reads do not generate data keys where only others write', () => {
  const result = statements(location('read', { kmsKeys: [KEY], scopes: folders('in') }), location('write', { kmsKeys: [KEY], scopes: folders('out') }));
  expect(result.map((statement) => [statement.actions, placesOf(statement)])).toEqual([
    [['kms:Decrypt', 'kms:GenerateDataKey'], [VIDEOS, `${VIDEOS}/out/*`]],
    [['kms:Decrypt'], [`${VIDEOS}/in/*`]],
  ]);
});

test('a bucket whose name starts like another is told from it', () => {
  const [statement] = statements(location('read', { kmsKeys: [KEY] }), location('read', { kmsKeys: [KEY], bucketArn: `${VIDEOS}-secret`, scopes: folders('a') }));
  expect(placesOf(statement)).toEqual([VIDEOS, `${VIDEOS}-secret`, `${VIDEOS}-secret/a/*`, `${VIDEOS}/*`]);
});

test('a key given by alias is limited by the alias, on the keys of its account and region', () => {
  const [statement] = statements(location('read', { kmsKeys: [ALIAS] }));
  expect(statement.resources).toEqual(['arn:aws:kms:eu-west-1:111122223333:key/*']);
  expect(written(statement.conditions)).toEqual({
    'StringEquals': VIA,
    'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/videos' },
    'StringLike': { [CONTEXT]: [VIDEOS, `${VIDEOS}/*`] },
  });
});

test('an expiry is put on keys as well; source addresses are not, for S3 makes the request', () => {
  const [statement] = keyStatements(uses(location('read', { kmsKeys: [KEY] })), { expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.7'] });
  expect(written(statement.conditions)).toMatchObject({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } });
  expect(written(statement.conditions)).not.toHaveProperty('IpAddress');
});

test('each key has a use of its own', () => {
  const result = uses(location('read', { kmsKeys: [KEY, ALIAS] }), location('write', { kmsKeys: [{ ...KEY }], scopes: folders('a') }));
  expect(result.map(({ key }) => key)).toEqual([KEY, ALIAS]);
  expect(result[0].contexts.get('kms:GenerateDataKey')!.map(renderPattern)).toEqual([VIDEOS, `${VIDEOS}/a/*`]);
});

test('without keys, or without reads and writes, nothing is granted', () => {
  expect(uses(location('read'))).toEqual([]);
  expect(statements(location('read', { kmsKeys: [KEY], actions: ['s3:ListBucket'] }))).toEqual([]);
});

test('a grant comes from the declarations whose objects the key encrypts', () => {
  const at = (field: string, mode: 'read' | 'write', path: string, more: Partial<Location> = {}) => location(mode, { field, kmsKeys: [KEY], scopes: folders(path), ...more });
  const result = statements(at('access[1]', 'read', 'in'), at('access[0]', 'write', 'out'), at('access[2]', 'read', 'in/a'), at('access[3]', 'read', 'x', { kmsKeys: [] }));
  expect(result.map(({ actions, from }) => [actions, from])).toEqual([
    // The ARN of the bucket stands for all of them.
    [['kms:Decrypt', 'kms:GenerateDataKey'], ['access[0]', 'access[1]', 'access[2]']],
    [['kms:Decrypt'], ['access[1]', 'access[2]']],
  ]);
});

test('an action takes of the key what the table says', () => {
  const actionsWith = (...actions: string[]) => statements(location('readWrite', { kmsKeys: [KEY], actions })).flatMap(({ actions: granted }) => granted);
  expect(actionsWith('s3:GetObject')).toEqual(['kms:Decrypt']);
  expect(actionsWith('s3:GetObjectVersion')).toEqual(['kms:Decrypt']);
  expect(actionsWith('s3:ListMultipartUploadParts')).toEqual(['kms:Decrypt']);
  expect(actionsWith('s3:PutObject')).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
  expect(actionsWith('s3:DeleteObject', 's3:GetObjectTagging', 's3:PutObjectAcl', 's3:AbortMultipartUpload')).toEqual([]);
});

describe('the policy of a key', () => {
  const principals = ['arn:aws:iam::444455556666:role/vendor'];
  const [use] = uses(location('readWrite', { kmsKeys: [KEY], scopes: folders('a') }));

  test('says the same as the role\'s, of the key itself', () => {
    expect(keyPolicyStatements(use, principals, conditionsOf({ ArnLike: { 'aws:PrincipalArn': 'x' } }), { expiresAt: '2030-01-01T00:00:00Z' }, 'declared')).toEqual([{
      effect: 'Allow',
      principals: { AWS: principals },
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: conditionsOf({
        ArnLike: { 'aws:PrincipalArn': 'x' },
        DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' },
        StringEquals: VIA,
        StringLike: { [CONTEXT]: [VIDEOS, `${VIDEOS}/a/*`] },
      }),
      from: FROM,
    }]);
  });

  test('leaves the places to the role where it cannot name them', () => {
    expect(keyPolicyStatements(use, principals, conditionsOf({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }), {}, 'anywhere')).toEqual([{
      effect: 'Allow',
      principals: { AWS: principals },
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: conditionsOf({ StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', ...VIA } }),
      from: FROM,
    }]);
  });
});

test('aliases of one name in two accounts are two keys', () => {
  const others = 'arn:aws:kms:eu-west-1:444455556666:key/*';
  const kmsKeys = [ALIAS, { ...ALIAS, keysArn: others }];
  expect(statements(location('read', { kmsKeys })).map(({ resources }) => resources)).toEqual([['arn:aws:kms:eu-west-1:111122223333:key/*'], [others]]);
});
