import { DeployedTemplate } from './deployed-template';

const template = new DeployedTemplate({
  Parameters: { Prefix: { Type: 'String', Default: 'in' }, Names: { Type: 'CommaDelimitedList' } },
  Resources: {
    Named: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-orders' } },
    Unnamed: { Type: 'AWS::S3::Bucket' },
    Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'vendor', Path: '/x/' } },
    Key: { Type: 'AWS::KMS::Key' },
    Topic: { Type: 'AWS::SNS::Topic' },
    Spare: { Type: 'AWS::IAM::ManagedPolicy', Condition: 'HasPrefix' },
    Gone: { Type: 'AWS::IAM::ManagedPolicy', Condition: 'HasNoPrefix' },
  },
  Conditions: {
    HasPrefix: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Prefix' }, ''] }] },
    HasNoPrefix: { 'Fn::Equals': [{ Ref: 'Prefix' }, ''] },
    Both: { 'Fn::And': [{ Condition: 'HasPrefix' }, { Condition: 'HasNoPrefix' }] },
    Either: { 'Fn::Or': [{ Condition: 'HasPrefix' }, { Condition: 'HasNoPrefix' }] },
  },
  Mappings: { Folders: { one: { folder: 'raw' } } },
  Rules: {
    Kept: { Assertions: [{ Assert: { 'Fn::Contains': [['in', 'out'], { Ref: 'Prefix' }] } }] },
    Broken: { Assertions: [{ Assert: { 'Fn::Equals': ['a', 'a'] } }, { Assert: { 'Fn::Contains': [['out'], { Ref: 'Prefix' }] } }] },
    OutOfForce: { RuleCondition: { 'Fn::Equals': [{ Ref: 'Prefix' }, 'out'] }, Assertions: [{ Assert: { 'Fn::Equals': ['a', 'b'] } }] },
  },
  Outputs: {
    Present: { Value: { Ref: 'Prefix' }, Condition: 'HasPrefix', Export: { Name: { 'Fn::Sub': '${AWS::StackName}-x' } } },
    Absent: { Value: 'x', Condition: 'HasNoPrefix' },
  },
}, { parameters: { Names: 'a,b' }, imports: { 'Other-Arn': 'arn:aws:s3:::other' } });

const evaluate = (value: unknown) => template.intrinsics.evaluate(value);

/** As src/cdk/tokens/escaped-key.ts writes it, by hand. */
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
  [{ 'Fn::FindInMap': ['Folders', 'one', 'folder'] }, 'raw'],
  [{ 'Fn::If': ['HasPrefix', { Ref: 'Prefix' }, 'b'] }, 'in'],
  [{ 'Fn::If': ['Both', 'a', 'b'] }, 'b'],
  [{ 'Fn::If': ['Either', 'a', 'b'] }, 'a'],
  [[{ 'Fn::If': ['HasNoPrefix', 'a', { Ref: 'AWS::NoValue' }] }, 'b'], ['b']],
  [{ a: { 'Fn::If': ['HasNoPrefix', 'a', { Ref: 'AWS::NoValue' }] } }, {}],
  [{ 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] }, '0f3c9a10-1111-4222-8333-444455556666'],
  [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
])('%j becomes %j', (value, expected) => {
  expect(evaluate(value)).toEqual(expected);
});

test.each([
  ['an unknown function', { 'Fn::Cidr': ['10.0.0.0/8', 2, 8] }],
  ['an unknown condition', { 'Fn::If': ['A', 'b', 'c'] }],
  ['a choice without an alternative', { 'Fn::If': ['HasPrefix', 'b'] }],
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

test('what is under a condition that does not hold is not there', () => {
  expect(template.ids('AWS::IAM::ManagedPolicy')).toEqual(['Spare']);
  expect(template.outputs).toEqual({ Present: { Value: 'in', Export: { Name: 'Stack-x' } } });
});

test('broken rules are told from kept ones, and from those that are not in force', () => {
  expect(template.brokenRules).toEqual(['Broken']);
});

test.each([
  ['one that keeps its constraints', 'ab', []],
  ['one that is too short', 'a', ['Name']],
  ['one that is too long', 'abababab', ['Name']],
  ['one with another character', 'ac', ['Name']],
  ['one that only starts well', 'ab\n', ['Name']],
])('parameters are checked: %s', (_, value, refused) => {
  const checked = new DeployedTemplate({
    Parameters: { Name: { Type: 'String', AllowedPattern: '[ab]+|^[ab]+$', MinLength: 2, MaxLength: 4 }, Mode: { Type: 'String', AllowedValues: ['x'], Default: 'x' } },
    Resources: {},
  }, { parameters: { Name: value } });
  expect(checked.refusedParameters).toEqual(refused);
});

test.each([
  ['an unknown function', { 'Fn::Join': ['', []] }],
  ['two functions at once', { 'Fn::Not': [{ Condition: 'HasPrefix' }], 'Condition': 'HasPrefix' }],
  ['a conjunction of one', { 'Fn::And': [{ Condition: 'HasPrefix' }] }],
  ['an unknown condition', { Condition: 'Nowhere' }],
])('%s is an error in a condition', (_, expression) => {
  expect(() => template.intrinsics.truth(expression)).toThrow();
});
