import { DeployedTemplate } from './deployed-template';

const template = new DeployedTemplate({
  Parameters: { Prefix: { Type: 'String', Default: 'in' }, Names: { Type: 'CommaDelimitedList' } },
  Resources: {
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-orders' } },
    Unnamed: { Type: 'AWS::S3::Bucket' },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'vendor', Path: '/x/' } },
    Key: { Type: 'AWS::KMS::Key' },
    Topic: { Type: 'AWS::SNS::Topic' },
  },
}, { parameters: { Names: 'a,b' }, imports: { 'Other-Arn': 'arn:aws:s3:::other' } });

const evaluate = (value: unknown) => template.intrinsics.evaluate(value);

/** As src/private/escaped-key.ts writes it, by hand. */
const escaped = (value: unknown) => ({
  'Fn::Sub': ['${Key}', {
    Key: { 'Fn::Join': ['${?}', { 'Fn::Split': ['?', { 'Fn::Join': ['${*}', { 'Fn::Split': ['*', { 'Fn::Join': ['${$}', { 'Fn::Split': ['$', value] }] }] }] }] }] },
  }],
});

test.each([
  [{ Ref: 'AWS::AccountId' }, '111122223333'],
  [{ Ref: 'Prefix' }, 'in'],
  [{ Ref: 'Names' }, ['a', 'b']],
  [{ Ref: 'Named' }, 'acme-orders'],
  [{ Ref: 'Unnamed' }, 'unnamed'],
  [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws:s3:::acme-orders'],
  [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:iam::111122223333:role/x/vendor'],
  [{ 'Fn::GetAtt': ['Key', 'Arn'] }, 'arn:aws:kms:eu-west-1:111122223333:key/Key'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Prefix' }, '${*}']] }, 'a-in-${*}'],
  [{ 'Fn::Join': ['-', { Ref: 'Names' }] }, 'a-b'],
  [{ 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b'] }] }, 'b'],
  [{ 'Fn::Select': ['0', { Ref: 'Names' }] }, 'a'],
  [{ 'Fn::Sub': 'arn:${AWS::Partition}:${Named.Arn}:${Prefix}:${!kept}' }, 'arn:aws:arn:aws:s3:::acme-orders:in:${kept}'],
  [{ 'Fn::Sub': ['${Key}/${Prefix}', { Key: '${Prefix}' }] }, '${Prefix}/in'],
  [{ 'Fn::ImportValue': 'Other-Arn' }, 'arn:aws:s3:::other'],
  [escaped('a*b?c$d${x}'), 'a${*}b${?}c${$}d${$}{x}'],
  [escaped(''), ''],
  [{ a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
])('%j becomes %j', (value, expected) => {
  expect(evaluate(value)).toEqual(expected);
});

test.each([
  ['an unknown function', { 'Fn::If': ['A', 'b', 'c'] }],
  ['an unknown resource', { Ref: 'Nowhere' }],
  ['a parameter without a value', { Ref: 'Missing' }],
  ['a resource without a physical name here', { Ref: 'Topic' }],
  ['an unknown attribute', { 'Fn::GetAtt': ['Named', 'DomainName'] }],
  ['an unknown export', { 'Fn::ImportValue': 'Nowhere' }],
  ['an index out of range', { 'Fn::Select': [2, { Ref: 'Names' }] }],
  ['a list where a string belongs', { 'Fn::Split': [',', { Ref: 'Names' }] }],
  ['a string where a list belongs', { 'Fn::Join': [',', 'text'] }],
])('%s is an error', (_, value) => {
  expect(() => evaluate(value)).toThrow();
});
