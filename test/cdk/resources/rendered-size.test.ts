import { renderedSize } from '../../../src/cdk/resources/rendered-size';

describe('without functions, a policy takes what its JSON takes', () => {
  test.each<[unknown]>([
    [{}], [[]], [''], ['a"b\\'], [true], [17], [null], [{ a: 1 }], [{ a: 1, b: 'x' }], [{ 'a': ['x', 'y', 'z'], 'b"': {} }], [[1]], [[1, [2, 3]]],
    [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }] }],
    // Two keys, or a name that only begins like one of a function, are no function.
    [{ Ref: 'a', other: 'b' }], [{ Fn: 'a' }], [{ Reference: 'a' }],
  ])('%j', (value) => {
    expect(renderedSize(value)).toBe(JSON.stringify(value).length);
  });
});

test('what is undefined is not written', () => {
  expect(renderedSize({ a: undefined, b: 1 })).toBe('{"b":1}'.length);
});

test.each<[unknown, number]>([
  // Quotation marks around the longest account, partition and region.
  [{ Ref: 'AWS::AccountId' }, 12 + 2],
  [{ 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] }, 'arn:aws:iam::123456789012:root'.length + 2],
  [{ 'Fn::Join': ['--', ['a', 'b', 'c']] }, 'a--b--c'.length + 2],
  [{ 'Fn::Join': ['"', ['a', 'b']] }, 'a\\"b'.length + 2],
  [{ 'Fn::Join': [',', []] }, 2],
  [{ Action: { Ref: 'AWS::AccountId' } }, '{"Action":"123456789012"}'.length],
])('%j takes %d', (value, size) => {
  expect(renderedSize(value)).toBe(size);
});

test.each<[unknown]>([
  [{ Ref: 'Bucket' }], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }], [{ 'Fn::Join': [',', { 'Fn::Split': ['-', 'x'] }] }], [{ 'Fn::Join': 'x' }], [{ 'Fn::Select': [0, ['a'.repeat(100), 'b']] }],
])('what only the deployment knows takes little, so that nobody is stopped for what may fit: %j', (value) => {
  expect(renderedSize(value)).toBeGreaterThan(2);
  expect(renderedSize(value)).toBeLessThan(20);
});
