import { AccessOptions, Location, Scopes, WHOLE_BUCKET } from '../../../src/policy/grant';
import { bucketUses } from '../../../src/policy/grant/bucket-use';
import { bucketStatements } from '../../../src/policy/grant/listing';
import { conditionsOf } from '../conditions';
import { folders, location, PINNED, VIDEOS } from '../locations';

const FROM = ['access[0]'];

function statements(...locations: Location[]) {
  return bucketUses(locations, {}).flatMap(bucketStatements);
}

function reading(scopes: Scopes, options: AccessOptions = {}) {
  return statements(location('read', { scopes }, options));
}

const LOCATION = { effect: 'Allow', actions: ['s3:GetBucketLocation'], resources: [VIDEOS], conditions: conditionsOf(PINNED), from: FROM };

function limited(actions: string[], prefixes: string[]) {
  return {
    effect: 'Allow',
    actions,
    resources: [VIDEOS],
    conditions: conditionsOf({ ...PINNED, StringLike: { 's3:prefix': prefixes } }),
    divisible: { operator: 'StringLike', key: 's3:prefix' },
    from: FROM,
  };
}

test('a listing is limited to the declared prefixes', () => {
  expect(reading([...folders('b', 'a'), { kind: 'startingWith', start: 'x_' }])).toEqual([limited(['s3:ListBucket'], ['a/*', 'b/*', 'x_*']), LOCATION]);
});

test('a listing of versions shares the limits of the listing', () => {
  expect(reading(folders('a'), { versions: true })).toEqual([limited(['s3:ListBucket', 's3:ListBucketVersions'], ['a/*']), LOCATION]);
});

test('listings with as many limits, but others, stand apart', () => {
  expect(statements(location('read', { scopes: folders('a') }), location('read', { scopes: folders('a/b') }, { versions: true })))
    .toEqual([limited(['s3:ListBucket'], ['a/*']), limited(['s3:ListBucketVersions'], ['a/b/*']), LOCATION]);
});

test('listings with other limits stand apart', () => {
  const [list, versions] = statements(location('read', { scopes: folders('a') }), location('read', { scopes: folders('b') }, { versions: true }));
  expect(list).toEqual(limited(['s3:ListBucket'], ['a/*', 'b/*']));
  expect(versions).toEqual(limited(['s3:ListBucketVersions'], ['b/*']));
});

test('a listing of the whole bucket has no limit, for its request may name no prefix', () => {
  expect(reading(WHOLE_BUCKET)).toEqual([{ ...LOCATION, actions: ['s3:GetBucketLocation', 's3:ListBucket'] }]);
  expect(statements(location('read'), location('read', { scopes: folders('a') }))).toHaveLength(1);
});

test('single objects are not listed', () => {
  expect(reading([{ kind: 'object', key: 'a.csv' }])).toEqual([LOCATION]);
  expect(reading([{ kind: 'object', key: 'a.csv' }, ...folders('a')])).toEqual([limited(['s3:ListBucket'], ['a/*']), LOCATION]);
});

test('an action that knows no prefix stands without one', () => {
  const uploads = statements(location('write', { scopes: folders('a') }, { multipartListing: true }));
  expect(uploads).toEqual([{ ...LOCATION, actions: ['s3:ListBucketMultipartUploads'] }]);
});

test('object actions are never put on the bucket', () => {
  expect(statements(location('write', { scopes: folders('a') }))).toEqual([]);
});

test('actions stand in order, whatever the order of the declarations', () => {
  const both = [location('write', {}, { multipartListing: true }), location('read')];
  expect(statements(...both)).toEqual([{ ...LOCATION, actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'] }]);
  expect(statements(...both.reverse())).toEqual([{ ...LOCATION, actions: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'] }]);
});

test('a listing comes from the declarations that it shows something for', () => {
  const at = (field: string, path: string, options: AccessOptions = {}) => location('read', { field, scopes: folders(path) }, options);
  const result = statements(at('access[1]', 'b'), at('access[2]', 'a', { list: false }), at('access[0]', 'a', { versions: true }), at('access[3]', 'b/c'));
  expect(result.map(({ actions, from }) => [actions, from])).toEqual([
    [['s3:ListBucket'], ['access[0]', 'access[1]', 'access[3]']],
    [['s3:ListBucketVersions'], ['access[0]']],
    [['s3:GetBucketLocation'], ['access[0]', 'access[1]', 'access[2]', 'access[3]']],
  ]);
});
