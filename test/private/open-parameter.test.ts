import { App, Aws, CfnDynamicReference, CfnDynamicReferenceService, CfnParameter, CfnParameterProps, Fn, Stack, Tokenization } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { isOpen, warnIfOpen } from '../../src/private/open-parameter';
import { identityOfToken } from '../../src/private/token-identity';

function warnings(text: (stack: Stack) => string, options?: { orEmpty: boolean }): number {
  const stack = new Stack(new App(), 'Test');
  warnIfOpen(stack, text(stack), 'access[0]', options);
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).length;
}

const parameter = (props?: CfnParameterProps) => (stack: Stack) => `a-${new CfnParameter(stack, 'Value', props).valueAsString}`;

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

test('where an empty value would do harm, a least length is enough', () => {
  expect(warnings(parameter({ minLength: 1 }), { orEmpty: true })).toBe(0);
  expect(warnings(parameter({ minLength: 1 }))).toBe(1);
  expect(warnings(parameter(), { orEmpty: true })).toBe(1);
});

test('a token is open where it is a parameter that takes any value', () => {
  const stack = new Stack(new App(), 'Test');
  expect(isOpen(identityOfToken(new CfnParameter(stack, 'Open').value, stack))).toBe(true);
  expect(isOpen(identityOfToken(new CfnParameter(stack, 'Closed', { allowedPattern: 'a+' }).value, stack))).toBe(false);
  expect(isOpen(identityOfToken(Tokenization.reverseString(Aws.REGION).firstToken!, stack))).toBe(false);
});
