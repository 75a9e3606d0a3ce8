import { App, Aws, CfnDynamicReference, CfnDynamicReferenceService, CfnParameter, CfnParameterProps, Fn, Lazy, Stack, Tokenization } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { identitiesIn, warnIfLookedUp, warnIfOpen } from '../../../src/cdk/tokens';
import { isOpen, mayJoinToDynamic } from '../../../src/cdk/tokens/open-parameter';
import { identityOfToken } from '../../../src/cdk/tokens/token-identity';

function warnings(text: (stack: Stack) => string, warn = warnIfOpen): number {
  const stack = new Stack(new App(), 'Test');
  warn(stack, text(stack), 'access[0]');
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).length;
}

const parameter = (props?: CfnParameterProps) => (stack: Stack) => `a-${new CfnParameter(stack, 'Value', props).valueAsString}`;

describe('values in a text', () => {
  const joins = (text: (value: (props?: CfnParameterProps) => string) => string) => {
    const stack = new Stack(new App(), 'Test');
    return mayJoinToDynamic(text((props) => new CfnParameter(stack, `Value${stack.node.children.length}`, props).valueAsString), stack);
  };

  test.each<[string, (value: (props?: CfnParameterProps) => string) => string]>([
    ['side by side', (value) => `a/${value()}${value()}`],
    ['with a part of a dynamic reference between', (value) => `${value()}{resolve${value()}`],
    ['with one letter of it between', (value) => `${value()}e${value()}/x`],
    ['with a third one between, which may be empty', (value) => `${value()}/${value()}${value()}`],
  ])('may be a dynamic reference together: %s', (_, text) => {
    expect(joins(text)).toBe(true);
  });

  test.each<[string, (value: (props?: CfnParameterProps) => string) => string]>([
    ['one alone', (value) => `a/${value()}`],
    ['two with a slash between', (value) => `${value()}/${value()}`],
    ['two with another character between', (value) => `${value()}-${value()}`],
    ['one that lets in no brace', (value) => `${value()}${value({ allowedPattern: '[a-z]+' })}`],
    ['a pseudo parameter', (value) => `${value()}${Aws.ACCOUNT_ID}${value()}`],
  ])('may not: %s', (_, text) => {
    expect(joins(text)).toBe(false);
  });
});

test('a parameter that takes any value is worth a warning', () => {
  expect(warnings(parameter())).toBe(1);
  expect(warnings(parameter({ maxLength: 10 }))).toBe(1);
});

test('a parameter inside of a function, and a dynamic reference, are worth one as well', () => {
  expect(warnings((stack) => Fn.join('', [new CfnParameter(stack, 'Value').valueAsString, 'x']))).toBe(1);
  expect(warnings((stack) => Fn.select(0, new CfnParameter(stack, 'Value', { type: 'CommaDelimitedList' }).valueAsList))).toBe(1);
  expect(warnings(() => new CfnDynamicReference(CfnDynamicReferenceService.SSM, 'name:1').toString())).toBe(1);
});

test('a parameter that is looked up in SSM is worth one whatever its constraints, which are on the name it is looked up by', () => {
  expect(warnings(parameter({ type: 'AWS::SSM::Parameter::Value<String>', default: '/a', allowedPattern: '/.*' }))).toBe(1);
});

test('a parameter with a pattern or a list of values is not, and neither is anything else', () => {
  expect(warnings(parameter({ allowedPattern: '[a-z]+' }))).toBe(0);
  expect(warnings(parameter({ allowedValues: ['a'] }))).toBe(0);
  expect(warnings(() => 'plain')).toBe(0);
  expect(warnings(() => Aws.REGION)).toBe(0);
});

test('a least length does not help', () => {
  expect(warnings(parameter({ minLength: 1 }))).toBe(1);
});

test('where only what is looked up is of interest, nothing else is worth a warning', () => {
  expect(warnings(parameter(), warnIfLookedUp)).toBe(0);
  expect(warnings(parameter({ type: 'AWS::SSM::Parameter::Value<String>', default: '/a', allowedPattern: '/.*' }), warnIfLookedUp)).toBe(1);
  expect(warnings(() => new CfnDynamicReference(CfnDynamicReferenceService.SSM, 'name:1').toString(), warnIfLookedUp)).toBe(1);
});

test('a list that is looked up in SSM is open whatever its constraints, which are on its name', () => {
  const stack = new Stack(new App(), 'Test');
  const list = new CfnParameter(stack, 'Value', { type: 'AWS::SSM::Parameter::Value<List<String>>', default: '/a', allowedPattern: '[a-z/]+' }).valueAsList;
  expect(isOpen(identitiesIn(Fn.select(0, list), stack)[0])).toBe(true);
});

test('a token is open where it is a parameter that takes any value', () => {
  const stack = new Stack(new App(), 'Test');
  expect(isOpen(identityOfToken(new CfnParameter(stack, 'Open').value, stack))).toBe(true);
  expect(isOpen(identityOfToken(new CfnParameter(stack, 'Closed', { allowedPattern: 'a+' }).value, stack))).toBe(false);
  expect(isOpen(identityOfToken(Tokenization.reverseString(Aws.REGION).firstToken!, stack))).toBe(false);
});

describe('a value of which nobody knows what it gives may be anything', () => {
  const open = (value: unknown) => isOpen(identityOfToken(Lazy.any({ produce: () => value }), new Stack(new App(), 'Test')));

  test.each<[unknown]>([
    [{ Ref: 'Named' }], [{ 'Fn::FindInMap': ['Map', 'a', 'b'] }], [{ 'Fn::If': ['Prod', 'a', 'b'] }], [{ 'Fn::ImportValue': 'x' }], [{ 'Fn::Sub': 'a-${Named}' }],
    [{ 'Fn::GetAtt': ['Named', 'Arn'] }], [{ 'Fn::Join': ['', ['a', { Ref: 'Named' }]] }], [{ 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'Named' }] }] }],
    [['a', { 'Fn::Transform': {} }]],
  ])('%j', (value) => {
    expect(open(value)).toBe(true);
  });

  test.each<[unknown]>([
    ['text'], [{ Ref: 'AWS::Region' }], [{ 'Fn::Join': ['', ['a', { Ref: 'AWS::AccountId' }]] }], [{ 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'AWS::Region' }] }] }],
    [['a', null, 1]], [{ Name: 'Fn::If' }],
  ])('but not %j', (value) => {
    expect(open(value)).toBe(false);
  });
});

test('a warning says where the value is, and of what kind it is', () => {
  const stack = new Stack(new App(), 'Test');
  warnIfOpen(stack, new CfnDynamicReference(CfnDynamicReferenceService.SSM, 'name:1').toString(), 'access[3]');
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('access\\[3\\]: the dynamic reference is looked up'));
});
