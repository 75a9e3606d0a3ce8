import { App, Aws, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { BoundAccess, bindExpiry, bindSourceIps, checkBoundary, checkDuration } from '../../../src/cdk/bind';
import { warnAboutUploads } from '../../../src/cdk/bind/bound-limits';
import { TokenTable } from '../../../src/cdk/tokens';
import { WHOLE_BUCKET } from '../../../src/policy/grant';
import { warningsOf } from '../../cooperation/support';

test('an expiry in the future is no trouble, one in the past is worth a warning', () => {
  const stack = new Stack(new App(), 'Test');
  expect(bindExpiry(stack, undefined)).toBeUndefined();
  expect(bindExpiry(stack, new Date(Date.now() + 60_000))).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());

  const late = new Stack(new App(), 'Test');
  expect(bindExpiry(late, new Date('2020-01-01T00:00:00Z'))).toBe('2020-01-01T00:00:00Z');
  Annotations.fromStack(late).hasWarning('/Test', 'expiresAt: the access ended at 2020-01-01T00:00:00Z; give a later date, or remove the access [ack: cdk-vendor-s3-access:expired]');
});

test('addresses are sorted, and duplicates vanish', () => {
  const tokens = new TokenTable(new Stack(new App(), 'Test'));
  expect(bindSourceIps(tokens, ['203.0.113.7', '10.0.0.0/8', '203.0.113.7'])).toEqual(['10.0.0.0/8', '203.0.113.7']);
  expect(bindSourceIps(tokens, undefined)).toBeUndefined();
});

test.each([undefined, Duration.hours(1), Duration.minutes(61), Duration.hours(12)])('a session duration of %s is accepted', (duration) => {
  expect(() => checkDuration(duration, 'field')).not.toThrow();
});

test('a permissions boundary is a managed policy, or none', () => {
  const stack = new Stack(new App(), 'Test');
  expect(() => checkBoundary(undefined, 'field')).not.toThrow();
  expect(() => checkBoundary(ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'), 'field')).not.toThrow();
  expect(() => checkBoundary(new ManagedPolicy(stack, 'Boundary'), 'field')).not.toThrow();
  expect(() => checkBoundary(stack as never, 'field')).toThrow(expect.objectContaining({ code: 'BoundaryInvalid' }));
});

test.each([
  ['a number of seconds', 3600],
  ['an object that only looks like one', { toSeconds: () => 3600 }],
  ['another one', { isUnresolved: () => false }],
])('a session duration that is %s is refused', (_, duration) => {
  expect(() => checkDuration(duration as never, 'field')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid' }));
});

test('an address that resolves to nothing is refused by its place', () => {
  const tokens = new TokenTable(new Stack(new App(), 'Test'));
  expect(() => bindSourceIps(tokens, ['10.0.0.0/8', Aws.NO_VALUE])).toThrow(/allowedSourceIps\[1\]/);
});

test('a listing of uploads that shows more than was declared is told of, with the place of each declaration', () => {
  const access = (field: string, scopes: unknown, ...actions: string[]) => ({ location: { field, scopes, actions } }) as unknown as BoundAccess;
  const UPLOADS = 's3:ListBucketMultipartUploads';
  const FOLDER = [{ kind: 'folder', path: 'in' }];

  const quiet = new Stack(new App(), 'Test');
  warnAboutUploads(quiet, [access('access[0]', WHOLE_BUCKET, UPLOADS), access('access[1]', FOLDER, 's3:ListBucket')]);
  expect(warningsOf(quiet)).toEqual([]);

  const told = new Stack(new App(), 'Test');
  warnAboutUploads(told, [access('access[0]', FOLDER, 's3:PutObject', UPLOADS), access('access[1]', WHOLE_BUCKET, UPLOADS), access('access[2]', FOLDER, UPLOADS)]);
  Annotations.fromStack(told).hasWarning('/Test', Match.stringLikeRegexp('access\\[0\\], access\\[2\\]: the vendor sees'));
});
