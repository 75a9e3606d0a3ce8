import { choose, NO_VALUE, onlyIf } from '../../../src/kit/stack/choose';
import { renderIntrinsics } from '../../../src/kit/stack/intrinsics';
import { reference } from '../../../src/policy/base';

const name = reference('BucketName', 63);
const partition = reference('Partition', 10);

test.each<[string, unknown, unknown]>([
  ['text without references stays', 'a${*}', 'a${*}'],
  ['a reference alone is the parameter itself', name, { Ref: 'BucketName' }],
  ['a pseudo parameter has its own name', partition, { Ref: 'AWS::Partition' }],
  ['a reference within text is substituted', `arn:${partition}:s3:::${name}/*`, { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${BucketName}/*' }],
  ['a variable of IAM beside a reference stays one', `${name}/\${*}/\${$}`, { 'Fn::Sub': '${BucketName}/${!*}/${!$}' }],
  ['one reference twice is not the reference alone', `${name}${name}`, { 'Fn::Sub': '${BucketName}${BucketName}' }],
  ['all levels are looked at', { a: [name, { b: name }], c: 1 }, { a: [{ Ref: 'BucketName' }, { b: { Ref: 'BucketName' } }], c: 1 }],
])('%s', (_, value, expected) => {
  expect(renderIntrinsics(value)).toEqual(expected);
});

test('a function stands for its reference, alone or within text', () => {
  const functions = { Region: { 'Fn::Select': [3, 'x'] } };
  const region = reference('Region', 16);
  expect(renderIntrinsics(region, functions)).toEqual({ 'Fn::Select': [3, 'x'] });
  expect(renderIntrinsics(`s3.${region}.${name}`, functions)).toEqual({ 'Fn::Sub': ['s3.${Region}.${BucketName}', functions] });
});

const either = (a: unknown, b: unknown) => ({ 'Fn::If': ['C', a, b] });

test.each<[string, unknown, unknown, unknown]>([
  ['what is equal stays', { a: [1] }, { a: [1] }, { a: [1] }],
  ['what differs is chosen', { a: 1, b: 'x' }, { a: 1, b: 'y' }, { a: 1, b: either('x', 'y') }],
  ['what is on one side only is left out on the other', { a: 1 }, { b: 2 }, { a: either(1, NO_VALUE), b: either(NO_VALUE, 2) }],
  ['lists of one length are chosen from item by item', ['a', 'b'], ['a', 'c'], ['a', either('b', 'c')]],
  ['lists of different lengths are chosen as a whole', ['a'], ['a', 'c'], either(['a'], ['a', 'c'])],
  ['functions are chosen as a whole', { Ref: 'A' }, { Ref: 'B' }, either({ Ref: 'A' }, { Ref: 'B' })],
])('%s', (_, a, b, expected) => {
  expect(choose('C', a, b, () => undefined)).toEqual(expected);
});

test('texts are joined where one text can say both, at any depth', () => {
  const join = (a: string, b: string) => (b === `x${a}` ? `either ${a}` : undefined);
  expect(choose('C', { a: ['y', 1], b: 'z' }, { a: ['xy', 2], b: 'q' }, join)).toEqual({ a: ['either y', either(1, 2)], b: either('z', 'q') });
});

test('what no condition is on stays as it is', () => {
  expect(onlyIf(undefined, 'a')).toBe('a');
  expect(onlyIf('C', 'a')).toEqual(either('a', NO_VALUE));
});
