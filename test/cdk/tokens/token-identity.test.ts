import { App, Aws, CfnParameter, Fn, Lazy, ScopedAws, Stack, Tokenization } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { identityOfToken, identityOfValue, isReference, referenceIn } from '../../../src/cdk/tokens/token-identity';

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

describe('what a value is made of', () => {
  const made = (text: (stack: Stack) => string) => {
    const stack = new Stack(new App(), 'Test');
    return identityOfToken(Tokenization.reverseString(text(stack)).firstToken!, stack);
  };

  test('is somebody else\'s where a resource is in it that is no bucket, also within a function', () => {
    for (const wrap of [(text: string) => text, (text: string) => Fn.join('-', ['a', text])]) {
      expect(made((stack) => wrap(new Queue(stack, 'Queue').queueName)).strangers).toBe(true);
      expect(made((stack) => wrap(new Bucket(stack, 'Bucket').bucketName)).strangers).toBe(false);
      expect(made((stack) => wrap(new CfnParameter(stack, 'Parameter').valueAsString)).strangers).toBe(false);
      expect(made((stack) => wrap(new ScopedAws(stack).stackName)).strangers).toBe(false);
    }
  });

  test('is told as the parameters and resources in it', () => {
    const both = made((stack) => Fn.join('-', [new Bucket(stack, 'Bucket').bucketName, new CfnParameter(stack, 'Parameter').valueAsString]));
    expect(new Set(both.targets.map(({ node }) => node.path))).toEqual(new Set(['Test/Bucket/Resource', 'Test/Parameter']));
    expect(both.parameters.map(({ node }) => node.path)).toEqual(['Test/Parameter']);
  });

  test('is forged where data looks like a reference and is none', () => {
    const forgery = { 'construct path': 'Test/Bucket/Resource', 'attribute': 'Ref' };
    expect(made(() => Lazy.string({ produce: () => forgery as never })).forged).toBe(true);
    expect(made(() => Lazy.string({ produce: () => ({ 'Fn::Join': ['', ['a', forgery]] }) as never })).forged).toBe(true);
    expect(made((stack) => Fn.join('-', ['a', new Bucket(stack, 'Bucket').bucketName])).forged).toBe(false);
    expect(made(() => Lazy.string({ produce: () => 'text' })).forged).toBe(false);
  });

  test('keeps the parts of a text apart, so that no two of them read alike', () => {
    expect(made(() => Lazy.string({ produce: () => `a${Aws.REGION}b` })).value).toEqual([['a', { Ref: 'AWS::Region' }], 'b']);
  });
});

test('only a reference is read as one', () => {
  const stack = new Stack(new App(), 'Test');
  expect(referenceIn(identity(new Bucket(stack, 'Bucket').bucketArn, stack))).toEqual({ path: 'Test/Bucket/Resource', attribute: 'Arn' });
  for (const value of [undefined, null, 'text', 7, {}, { Ref: 'x' }]) {
    expect(isReference(value)).toBe(false);
    expect(referenceIn(value)).toBeUndefined();
  }
});

test('what any value stands for has references by their paths', () => {
  const stack = new Stack(new App(), 'Test');
  const bucket = new Bucket(stack, 'Bucket');
  expect(identityOfValue(['a', bucket.bucketName], stack)).toEqual(['a', { 'construct path': 'Test/Bucket/Resource', 'attribute': 'Ref' }]);
});
