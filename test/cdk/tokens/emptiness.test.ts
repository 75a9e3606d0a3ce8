import { App, Aws, CfnParameter, CfnParameterProps, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { mayBeNothing } from '../../../src/cdk/tokens';

const parameter = (stack: Stack, id = 'Value', props?: CfnParameterProps) => new CfnParameter(stack, id, props).valueAsString;

const found = (text: (stack: Stack) => string): boolean => {
  const stack = new Stack(new App(), 'Test');
  return mayBeNothing(text(stack), stack);
};

test.each<readonly [string, (stack: Stack) => string]>([
  ['a parameter', (stack) => parameter(stack)],
  ['a parameter whose pattern lets in nothing', (stack) => parameter(stack, 'Value', { allowedPattern: 'a*' })],
  ['a parameter with an empty value to choose', (stack) => parameter(stack, 'Value', { allowedValues: ['', 'a'] })],
  ['two parameters', (stack) => parameter(stack, 'One') + parameter(stack, 'Two')],
  ['a function that joins parameters with nothing', (stack) => Fn.join('', [parameter(stack, 'One'), parameter(stack, 'Two')])],
  ['a function that joins one parameter', (stack) => Fn.join('-', [parameter(stack)])],
  ['a function that joins a list', (stack) => Fn.join('-', new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList)],
  ['a part of a parameter', (stack) => Fn.select(0, Fn.split('/', parameter(stack, 'Value', { minLength: 1 })))],
  ['a parameter by its logical ID', (stack) => {
    new CfnParameter(stack, 'Value');
    return Fn.ref('Value');
  }],
  ['a list that may be nothing but commas', (stack) => Fn.join('', new CfnParameter(stack, 'List', { type: 'CommaDelimitedList', minLength: 1 }).valueAsList)],
  ['a list whose pattern wants a character of each value', (stack) => Fn.join('', new CfnParameter(stack, 'List', { type: 'CommaDelimitedList', allowedPattern: '[a-z]+' }).valueAsList)],
  ['a list of numbers', (stack) => Fn.join('', new CfnParameter(stack, 'List', { type: 'List<Number>', minLength: 1 }).valueAsList)],
  ['an object without a function', () => Token.asString({})],
  ['a function that joins such an object', () => Fn.join('', [Token.asString({})])],
  ['a choice', () => Fn.conditionIf('One', '', 'a').toString()],
  ['a function that nobody here knows', (stack) => Fn.findInMap('Map', parameter(stack), 'b')],
  ['a late text without a character', () => Lazy.string({ produce: () => '' })],
  ['an attribute', (stack) => new Queue(stack, 'Queue').queueName],
])('may be nothing: %s', (_, text) => {
  expect(found(text)).toBe(true);
});

test.each<readonly [string, (stack: Stack) => string]>([
  ['text', () => 'a'],
  ['a parameter behind a character', (stack) => `a${parameter(stack)}`],
  ['a parameter before a character', (stack) => `${parameter(stack)}_`],
  ['a parameter that wants a character', (stack) => parameter(stack, 'Value', { minLength: 1 })],
  ['a parameter beside one that wants a character', (stack) => parameter(stack, 'One') + parameter(stack, 'Two', { minLength: 1 })],
  ['a parameter whose pattern wants a character', (stack) => parameter(stack, 'Value', { allowedPattern: 'a+' })],
  ['a parameter with values to choose', (stack) => parameter(stack, 'Value', { allowedValues: ['a', 'b'] })],
  ['what is looked up in SSM, which holds no empty values', (stack) => parameter(stack, 'Value', { type: 'AWS::SSM::Parameter::Value<String>', default: '/a' })],
  ['a function that joins a parameter and one that wants a character', (stack) => Fn.join('', [parameter(stack, 'One'), parameter(stack, 'Two', { minLength: 1 })])],
  ['a function that joins a parameter to text', (stack) => Fn.join('', ['a-', parameter(stack)])],
  ['a function that joins parameters with a character', (stack) => Fn.join('-', [parameter(stack, 'One'), parameter(stack, 'Two')])],
  ['a pseudo parameter', () => Aws.REGION],
  ['the name of a resource', (stack) => new Bucket(stack, 'Bucket').bucketName],
  ['an export', () => Fn.importValue('Name')],
  ['a late text', () => Lazy.string({ produce: () => 'a' })],
])('is surely something: %s', (_, text) => {
  expect(found(text)).toBe(false);
});
