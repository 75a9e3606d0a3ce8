import { App, CfnParameter, Lazy, Stack, Tokenization } from 'aws-cdk-lib';
import { identityOfToken } from '../../../src/cdk/tokens/token-identity';
import { WatchedValues } from '../../../src/cdk/tokens/watched-values';

function make() {
  const stack = new Stack(new App(), 'Test');
  const values = new WatchedValues(stack);
  const watch = (text: string, field: string, narrow = false) => {
    const token = Tokenization.reverseString(text).firstToken!;
    values.watch(token, identityOfToken(token, stack), field, narrow);
  };
  return { stack, values, watch, problems: () => stack.node.validate() };
}

test('what stays as it was is no problem, and what is another value in the end is one, at each place that it was given at', () => {
  const { watch, problems } = make();
  let now = 'a';
  watch(Lazy.string({ produce: () => 'x' }), 'same');
  const changing = Lazy.uncachedString({ produce: () => now });
  watch(changing, 'first');
  watch(changing, 'second');
  watch(changing, 'first');
  expect(problems()).toEqual([]);
  now = 'b';
  expect(problems()).toEqual([expect.stringContaining('ValueChanged: first: received a value that is another now'), expect.stringContaining('ValueChanged: second:')]);
  now = 'a';
  expect(problems()).toEqual([]);
});

test('a parameter that loses its constraints is a problem where they were counted on, and nowhere else', () => {
  const { stack, watch, problems } = make();
  const parameter = new CfnParameter(stack, 'Name', { allowedPattern: '[a-z]+' });
  watch(parameter.valueAsString, 'counted', true);
  watch(parameter.valueAsString, 'escaped', false);
  expect(problems()).toEqual([]);
  parameter.allowedPattern = undefined;
  expect(problems()).toEqual([expect.stringContaining('ValueChanged: counted:')]);
});

test('a demand has to hold in the end', () => {
  const { values, problems } = make();
  let holds = true;
  values.demand('kept', () => true);
  values.demand('broken', () => holds);
  expect(problems()).toEqual([]);
  holds = false;
  expect(problems()).toEqual([expect.stringContaining('ValueChanged: broken:')]);
});
