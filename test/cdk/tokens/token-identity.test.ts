import { App, Aws, CfnParameter, Fn, Lazy, ScopedAws, Stack, Tokenization } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { identityOfToken } from '../../../src/cdk/tokens/token-identity';

function identity(text: string, scope: Stack): unknown {
  const [token] = Tokenization.reverseString(text).tokens;
  return identityOfToken(token, scope).value;
}

test('a reference is named by the path of its construct', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(app, id));
  const [first, second] = [one, two].map((stack) => new Bucket(stack, 'Bucket'));
  expect(one.resolve(first.bucketName)).toEqual(two.resolve(second.bucketName));
  expect(identity(first.bucketName, one)).not.toEqual(identity(second.bucketName, one));
  expect(identity(first.bucketName, one)).toEqual(identity(first.bucketName, two));
  expect(identity(first.bucketName, one)).not.toEqual(identity(first.bucketArn, one));
});

test.each([Aws.REGION, Aws.ACCOUNT_ID, Aws.PARTITION, Aws.URL_SUFFIX])('the pseudo parameter %s is the same in every stack', (pseudo) => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(app, id));
  expect(identity(pseudo, one)).toEqual(identity(pseudo, two));
});

test('intrinsic functions are told apart by what is in them', () => {
  const stack = new Stack(new App(), 'Test');
  const [a, b] = ['A', 'B'].map((id) => new CfnParameter(stack, id).valueAsString);
  expect(identity(Fn.join('-', [a, 'x', b]), stack)).toEqual(identity(Fn.join('-', [a, 'x', b]), stack));
  expect(identity(Fn.join('-', [a, 'x', b]), stack)).not.toEqual(identity(Fn.join('-', [b, 'x', a]), stack));
  expect(identity(Lazy.string({ produce: () => `${a}/${b}` }), stack)).not.toEqual(identity(Lazy.string({ produce: () => `${b}/${a}` }), stack));
});

test('a lazy value is what it produces', () => {
  const stack = new Stack(new App(), 'Test');
  expect(identity(Lazy.string({ produce: () => 'late' }), stack)).toBe('late');
});

describe('a pseudo parameter', () => {
  const [one, two] = ['One', 'Two'].map((id) => new Stack(new App(), id));

  test.each([Aws.REGION, Aws.ACCOUNT_ID, Aws.PARTITION, Aws.URL_SUFFIX])('is no reference to anything, nor forged: %s', (pseudo) => {
    const [token] = Tokenization.reverseString(pseudo).tokens;
    expect(identityOfToken(token, one)).toEqual({ value: { Ref: expect.stringMatching(/^AWS::/) }, parameters: [], strangers: false, targets: [], forged: false });
  });

  test('of the stack itself is what the one of all stacks is; of another stack it is another value', () => {
    const own = (stack: Stack, scope: Stack) => identity(new ScopedAws(stack).region, scope);
    expect(own(one, one)).toEqual({ Ref: 'AWS::Region' });
    expect(own(two, one)).not.toEqual({ Ref: 'AWS::Region' });
  });

  test('that names a stack is told from that of another one', () => {
    const app = new App();
    const [first, second] = ['First', 'Second'].map((id) => new Stack(app, id));
    const name = (stack: Stack) => identity(new ScopedAws(stack).stackName, first);
    expect(name(first)).not.toEqual(name(second));
  });
});
