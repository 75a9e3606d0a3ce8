import * as fc from 'fast-check';
import { Statement } from '../../../src/policy/document';
import { compileBucketPolicies, compileIdentity, compileKeyPolicies, DENY_ALL, denyOnBucket, endOnBucket, Location } from '../../../src/policy/grant';
import { joinSources } from '../../../src/policy/pattern';
import { statementToJson, toJson } from '../../../src/policy/write';
import { conditionsOf, written } from '../conditions';
import { ALIAS, folders, KEY, location, OWNER, PINNED, VIDEOS } from '../locations';

const CONTEXT = 'kms:EncryptionContext:aws:s3:arn';
const VENDOR = { arns: ['arn:aws:iam::444455556666:root'], principalArns: ['arn:aws:iam::444455556666:role/ingest'] };

function identity(...locations: Location[]) {
  return toJson(compileIdentity(locations, {}));
}

describe('the permissions of a role', () => {
  test('reading folders', () => {
    expect(identity(location('read', { scopes: folders('raw', 'edited/2025') }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: VIDEOS, Condition: PINNED },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: [`${VIDEOS}/edited/2025/*`, `${VIDEOS}/raw/*`], Condition: PINNED },
        { Effect: 'Allow', Action: 's3:ListBucket', Resource: VIDEOS, Condition: { ...PINNED, StringLike: { 's3:prefix': ['edited/2025/*', 'raw/*'] } } },
      ],
    });
  });

  test('reading and writing a whole bucket, encrypted', () => {
    expect(identity(location('readWrite', { kmsKeys: [KEY] }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: 'arn:aws:kms:eu-west-1:111122223333:key/abcd',
          Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' }, StringLike: { [CONTEXT]: [VIDEOS, `${VIDEOS}/*`] } },
        },
        {
          Effect: 'Allow',
          Action: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
          Resource: `${VIDEOS}/*`,
          Condition: PINNED,
        },
        { Effect: 'Allow', Action: ['s3:GetBucketLocation', 's3:ListBucket'], Resource: VIDEOS, Condition: PINNED },
      ],
    });
  });

  test('reading one place, and writing within it', () => {
    expect(identity(location('read', { scopes: folders('a') }), location('write', { scopes: folders('a/out') })).Statement.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'], `${VIDEOS}/a/out/*`],
      ['s3:GetBucketLocation', VIDEOS],
      ['s3:GetObject', `${VIDEOS}/a/*`],
      ['s3:ListBucket', VIDEOS],
    ]);
  });

  test('the same in two buckets is merged; the listings of different folders are not', () => {
    const orders = { bucketArn: 'arn:aws:s3:::orders' };
    const merged = identity(location('read', { scopes: folders('a') }), location('read', { ...orders, scopes: folders('a') }));
    expect(merged.Statement.map(({ Resource }) => Resource)).toEqual([
      ['arn:aws:s3:::orders', VIDEOS], ['arn:aws:s3:::orders/a/*', `${VIDEOS}/a/*`], ['arn:aws:s3:::orders', VIDEOS],
    ]);
    const apart = identity(location('read', { scopes: folders('a') }), location('read', { ...orders, scopes: folders('b') }));
    expect(apart.Statement.filter(({ Action }) => Action === 's3:ListBucket')).toHaveLength(2);
  });

  test('an expiry and source addresses are on every S3 statement', () => {
    const context = { expiresAt: '2030-01-01T00:00:00Z', sourceIps: ['203.0.113.7'] };
    const [end, ...grants] = compileIdentity([location('readWrite', { scopes: folders('a') }, { acl: true, versions: true })], context);
    expect(end).toEqual({
      effect: 'Deny', actions: ['*'], resources: ['*'], conditions: conditionsOf({ DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }),
    });
    grants.forEach(({ effect, conditions }) => {
      expect(effect).toBe('Allow');
      expect(written(conditions)).toMatchObject({ DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' }, IpAddress: { 'aws:SourceIp': '203.0.113.7' } });
    });
  });

  test('nothing declared is nothing allowed', () => {
    expect(compileIdentity([], {})).toEqual([]);
  });
});

describe('the end on a bucket', () => {
  test('is none where nothing ends', () => {
    expect(endOnBucket(VIDEOS, VENDOR, {})).toEqual([]);
  });

  test('refuses the vendor everything from then on, and nobody else', () => {
    expect(endOnBucket(VIDEOS, VENDOR, { expiresAt: '2030-01-01T00:00:00Z' })).toEqual([{
      ...denyOnBucket(VIDEOS, VENDOR),
      conditions: conditionsOf({ ...written(denyOnBucket(VIDEOS, VENDOR).conditions), DateGreaterThanEquals: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }),
    }]);
  });
});

describe('the policy of a bucket', () => {
  test('grants to the vendor, without a pin of the owner', () => {
    const policies = compileBucketPolicies([location('write', { scopes: folders('in') })], VENDOR, {});
    expect(policies.map(({ bucketArn, statements }) => [bucketArn, statements.map(statementToJson)])).toEqual([[VIDEOS, [{
      Effect: 'Allow',
      Principal: { AWS: VENDOR.arns[0] },
      Action: ['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObject'],
      Resource: `${VIDEOS}/in/*`,
      Condition: { ArnLike: { 'aws:PrincipalArn': VENDOR.principalArns[0] }, Bool: PINNED.Bool },
    }]]]);
  });

  test('keeps the conditions of one operator together', () => {
    const organization = { arns: VENDOR.arns, organizationId: 'o-a1b2c3d4e5' };
    const [{ statements }] = compileBucketPolicies([location('write', { actions: ['s3:PutObjectAcl'] })], organization, {});
    expect(written(statements[0].conditions).StringEquals).toEqual({ 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' });
  });

  test('each bucket has its own, and a disagreement about owners is none here', () => {
    const policies = compileBucketPolicies([
      location('read'), location('write', { owner: '444455556666' }), location('read', { bucketArn: 'arn:aws:s3:::orders', requireTls: false }),
    ], VENDOR, {});
    expect(policies.map(({ bucketArn }) => bucketArn)).toEqual([VIDEOS, 'arn:aws:s3:::orders']);
  });

  test('two uses of one bucket are in one policy', () => {
    const policies = compileBucketPolicies([location('read', { scopes: folders('a') }), location('read', { scopes: folders('b'), requireTls: false })], VENDOR, {});
    expect(policies).toHaveLength(1);
    expect(policies[0].statements.filter(({ actions }) => actions.includes('s3:GetObject'))).toHaveLength(2);
  });

  test('refuses the vendor everything', () => {
    expect(statementToJson(denyOnBucket(VIDEOS, VENDOR))).toEqual({
      Effect: 'Deny',
      Principal: { AWS: VENDOR.arns[0] },
      Action: 's3:*',
      Resource: [VIDEOS, `${VIDEOS}/*`],
      Condition: { ArnLike: { 'aws:PrincipalArn': VENDOR.principalArns[0] } },
    });
    expect(statementToJson(DENY_ALL)).toEqual({ Effect: 'Deny', Action: '*', Resource: '*' });
  });
});

describe('the policy of a key', () => {
  test('grants its use to the vendor, one policy for each key', () => {
    const policies = compileKeyPolicies([location('read', { kmsKeys: [KEY, ALIAS] })], VENDOR, {});
    expect(policies.map(({ use }) => use.key)).toEqual([KEY, ALIAS]);
    expect(policies[0].statements.map(statementToJson)).toEqual([{
      Effect: 'Allow',
      Principal: { AWS: VENDOR.arns[0] },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:PrincipalArn': VENDOR.principalArns[0] },
        StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
        StringLike: { [CONTEXT]: [VIDEOS, `${VIDEOS}/*`] },
      },
    }]);
  });

  test('names no places where they would close a circle', () => {
    const [{ statements }] = compileKeyPolicies([location('read', { kmsKeys: [KEY] })], VENDOR, {}, 'anywhere');
    expect(written(statements[0].conditions)).not.toHaveProperty('StringLike');
  });
});

test('the order of declarations and of scopes makes no difference', () => {
  const locations = fc.array(fc.record({
    mode: fc.constantFrom('read' as const, 'write' as const, 'readWrite' as const),
    bucketArn: fc.constantFrom(VIDEOS, 'arn:aws:s3:::orders'),
    paths: fc.array(fc.constantFrom('a', 'a/b', 'b', 'c*'), { minLength: 1, maxLength: 3 }),
    keys: fc.constantFrom([], [KEY], [ALIAS]),
  }), { maxLength: 6 });
  const twice = locations.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(fc.property(twice, ([given, shuffled]) => {
    const compiled = (list: typeof given, turn: boolean) => JSON.stringify(identity(...list.map(({ mode, bucketArn, paths, keys }) =>
      location(mode, { bucketArn, kmsKeys: keys, scopes: folders(...(turn ? [...paths].reverse() : paths)) }))));
    expect(compiled(shuffled, true)).toBe(compiled(given, false));
  }));
});

test('the owner is pinned in every S3 statement, whatever is declared', () => {
  const options = { versions: true, tagging: true, acl: true, delete: true, multipartListing: true };
  const everything = compileIdentity([location('readWrite', { scopes: folders('a') }, options)], {});
  expect(everything.length).toBeGreaterThan(3);
  everything.forEach(({ conditions }) => expect(written(conditions)).toMatchObject({ Bool: PINNED.Bool, StringEquals: { 'aws:ResourceAccount': OWNER } }));
});

test('a statement comes from the declarations that it is needed for, and from no others', () => {
  const declared = [
    location('read', { field: 'access[0]', scopes: folders('a'), kmsKeys: [KEY] }),
    location('write', { field: 'access[1]', scopes: folders('b') }),
    location('read', { field: 'access[2]', scopes: folders('a/b'), bucketArn: 'arn:aws:s3:::orders' }),
  ];
  const sources = (statements: readonly Statement[]) => statements.map(({ actions, from }) => [actions[0], from]);
  const expected = [
    ['kms:Decrypt', ['access[0]']], ['s3:AbortMultipartUpload', ['access[1]']], ['s3:GetBucketLocation', ['access[0]', 'access[2]']],
    ['s3:GetObject', ['access[0]', 'access[2]']], ['s3:ListBucket', ['access[2]']], ['s3:ListBucket', ['access[0]']],
  ];
  expect(sources(compileIdentity(declared, {}))).toEqual(expected);
  const buckets = compileBucketPolicies(declared, VENDOR, {}).map(({ statements }) => joinSources(statements));
  expect(buckets).toEqual([['access[0]', 'access[1]'], ['access[2]']]);
  for (const places of ['declared', 'anywhere'] as const) {
    expect(compileKeyPolicies(declared, VENDOR, {}, places).flatMap(({ statements }) => sources(statements))).toEqual([['kms:Decrypt', ['access[0]']]]);
  }
  expect(DENY_ALL.from).toBeUndefined();
  expect(denyOnBucket(VIDEOS, VENDOR).from).toBeUndefined();
});
