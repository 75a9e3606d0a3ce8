import { App, CfnParameter, Lazy, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { EscapedKey } from '../../../src/cdk/tokens/escaped-key';

function setUp() {
  const stack = new Stack(new App(), 'Test');
  return { stack, parameter: new CfnParameter(stack, 'Value') };
}

/** Does what CloudFormation does. */
function evaluate(value: any, parameters: Record<string, string>): any {
  if (typeof value === 'string') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => evaluate(item, parameters));
  }
  if (value['Fn::Join']) {
    const [delimiter, items] = value['Fn::Join'];
    return evaluate(items, parameters).join(delimiter);
  }
  if (value['Fn::Split']) {
    const [delimiter, text] = value['Fn::Split'];
    return evaluate(text, parameters).split(delimiter);
  }
  if (value['Fn::Sub']) {
    const [text, names] = value['Fn::Sub'];
    return text.replace(/\$\{(\w+)\}/g, (_: string, name: string) => evaluate(names[name], parameters));
  }
  return parameters[value.Ref];
}

test.each([
  ['plain', 'plain'],
  ['*', '${*}'],
  ['?', '${?}'],
  ['$', '${$}'],
  ['a*b?c$d', 'a${*}b${?}c${$}d'],
  ['${*}', '${$}{${*}}'],
  ['${aws:username}', '${$}{aws:username}'],
  ['$$**', '${$}${$}${*}${*}'],
  ['{{resolve:ssm:/star:1}}', '{{${$}resolve:ssm:/star:1}}'],
  ['{{{resolve:ssm:/star:1}}}', '{{{${$}resolve:ssm:/star:1}}}'],
  ['{{tenant}}', '{{tenant}}'],
  ['', ''],
])('the value %j becomes %j at deployment', (value, escaped) => {
  const { stack, parameter } = setUp();
  const resolved = stack.resolve(new EscapedKey(parameter.value));
  expect(evaluate(resolved, { Value: value })).toBe(escaped);
});

test('a value that is known when the template is written is escaped right there', () => {
  const { stack } = setUp();
  const [late] = Tokenization.reverseString(Lazy.string({ produce: () => 'a*' })).tokens;
  expect(stack.resolve(new EscapedKey(late))).toBe('a${*}');
});

test('it is a token as a string, and remembers where its value was made', () => {
  const { stack, parameter } = setUp();
  const escaped = new EscapedKey(parameter.value);
  expect(Token.isUnresolved(escaped.toString())).toBe(true);
  expect(stack.resolve(`${escaped}`)).toEqual(stack.resolve(escaped));
  expect(escaped.creationStack).toBe(parameter.value.creationStack);
});
