import { App, Aws, CfnParameter, CfnParameterProps, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { isOpen, warnIfOpen } from '../../src/private/open-parameter';

function warnings(text: (stack: Stack) => string, mayBeEmpty?: boolean): number {
  const stack = new Stack(new App(), 'Test');
  warnIfOpen(stack, text(stack), 'access[0]', mayBeEmpty);
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue()).length;
}

const parameter = (props?: CfnParameterProps) => (stack: Stack) => `a-${new CfnParameter(stack, 'Value', props).valueAsString}`;

test('a parameter that takes any value is worth a warning', () => {
  expect(warnings(parameter())).toBe(1);
  expect(warnings(parameter({ maxLength: 10 }))).toBe(1);
});

test('a parameter with a pattern or a list of values is not, and neither is anything else', () => {
  expect(warnings(parameter({ allowedPattern: '[a-z]+' }))).toBe(0);
  expect(warnings(parameter({ allowedValues: ['a'] }))).toBe(0);
  expect(warnings(() => 'plain')).toBe(0);
  expect(warnings(() => Aws.REGION)).toBe(0);
});

test('where an empty value would do harm, a least length is enough', () => {
  expect(warnings(parameter({ minLength: 1 }), false)).toBe(0);
  expect(warnings(parameter({ minLength: 1 }))).toBe(1);
  expect(warnings(parameter(), false)).toBe(1);
});

test('a token is open where it is a parameter that takes any value', () => {
  const stack = new Stack(new App(), 'Test');
  expect(isOpen(new CfnParameter(stack, 'Open').value)).toBe(true);
  expect(isOpen(new CfnParameter(stack, 'Closed', { allowedPattern: 'a+' }).value)).toBe(false);
  expect(isOpen(stack.resolve(Aws.REGION))).toBe(false);
});
