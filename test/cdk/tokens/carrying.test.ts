import { App, Aws, CfnParameter, Environment, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Carrying } from '../../../src/cdk/tokens/carrying';
import { identityOfToken } from '../../../src/cdk/tokens/token-identity';

const HERE = { account: '777788889999', region: 'eu-west-1' };
const THERE = { account: '444455556666', region: 'eu-central-1' };
const CHINA = { account: '444455556666', region: 'cn-north-1' };

interface Given {
  readonly from: Stack;
  readonly to: Stack;
  /** Of the environment of `to`. */
  readonly third: Stack;
}

function stacks(from: Environment = {}, to: Environment = {}): Given {
  const app = new App();
  return { from: new Stack(app, 'From', { env: from }), to: new Stack(app, 'To', { env: to }), third: new Stack(app, 'Third', { env: to }) };
}

/** What a value of one stack is in another. */
function carried({ from, to }: Given, value: unknown): unknown {
  return new Carrying(from, to, from).value(identityOfToken(Token.asAny(value), from));
}

const ref = (name: string) => ({ Ref: name });
const sub = (...given: unknown[]) => ({ 'Fn::Sub': given.length === 1 ? given[0] : given });
const join = (...parts: unknown[]) => ({ 'Fn::Join': ['-', parts] });

describe('a pseudo parameter', () => {
  test.each<[string, Environment, Environment, unknown]>([
    // Known where it was written: text, wherever it is not the same there.
    ['AWS::AccountId', HERE, THERE, HERE.account],
    ['AWS::AccountId', HERE, {}, HERE.account],
    ['AWS::AccountId', HERE, { ...THERE, account: HERE.account }, ref('AWS::AccountId')],
    ['AWS::AccountId', {}, HERE, undefined],
    ['AWS::AccountId', {}, {}, ref('AWS::AccountId')],
    ['AWS::Region', HERE, THERE, HERE.region],
    ['AWS::Region', HERE, { ...THERE, region: HERE.region }, ref('AWS::Region')],
    ['AWS::Region', {}, HERE, undefined],
    ['AWS::Partition', HERE, THERE, ref('AWS::Partition')],
    ['AWS::Partition', HERE, CHINA, 'aws'],
    ['AWS::Partition', CHINA, HERE, 'aws-cn'],
    ['AWS::Partition', HERE, {}, 'aws'],
    ['AWS::Partition', {}, HERE, undefined],
    ['AWS::Partition', {}, {}, ref('AWS::Partition')],
    ['AWS::URLSuffix', HERE, THERE, ref('AWS::URLSuffix')],
    ['AWS::URLSuffix', CHINA, HERE, 'amazonaws.com.cn'],
    ['AWS::URLSuffix', {}, HERE, undefined],
    ['AWS::StackName', HERE, HERE, 'From'],
    // What tells one stack from another cannot be said, not even between stacks of one environment.
    ['AWS::StackId', HERE, HERE, undefined],
    ['AWS::NoValue', HERE, HERE, undefined],
    ['AWS::NotificationARNs', {}, {}, undefined],
  ])('%s of %j is in %j what it was: %j', (name, from, to, expected) => {
    expect(carried(stacks(from, to), ref(name))).toEqual(expected);
  });

  test('that is the name of a stack which is not known yet cannot be said', () => {
    const app = new App();
    const from = new Stack(app, 'From', { env: HERE });
    Object.defineProperty(from, 'stackName', { value: Lazy.string({ produce: () => 'late' }) });
    expect(carried({ from, to: new Stack(app, 'To', { env: HERE }), third: from }, ref('AWS::StackName'))).toBeUndefined();
  });
});

describe('a function', () => {
  test.each<[string, unknown, unknown]>([
    ['that joins nothing but what is known is text', join('a', ref('AWS::AccountId'), 'b'), `a-${HERE.account}-b`],
    ['within another is text as well', join('a', join(ref('AWS::Region'), 'b')), `a-${HERE.region}-b`],
    ['that joins what is not one text stays', join('a', { 'Fn::Base64': ref('AWS::Region') }), join('a', { 'Fn::Base64': HERE.region })],
    ['that selects stays, with what is known in it', { 'Fn::Select': [0, { 'Fn::Split': ['-', ref('AWS::Region')] }] }, { 'Fn::Select': [0, { 'Fn::Split': ['-', HERE.region] }] }],
    ['that joins what cannot be said cannot be said', join('a', ref('AWS::StackId')), undefined],
    ['of a parameter that is only named cannot be said', join('a', ref('Name')), undefined],
    ['of a condition cannot be said', { 'Fn::If': ['Prod', 'a', 'b'] }, undefined],
    ['of a mapping cannot be said', { 'Fn::FindInMap': ['Map', 'a', 'b'] }, undefined],
    ['of an attribute that is only named cannot be said', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, undefined],
    ['that substitutes has what is known written out', sub('x-${AWS::AccountId}-${AWS::Region}'), sub(`x-${HERE.account}-${HERE.region}`)],
    ['that substitutes its own values keeps them', sub('${a}-${AWS::Region}', { a: ref('AWS::AccountId') }), sub(`\${a}-${HERE.region}`, { a: HERE.account })],
    ['that substitutes a value of the name of a pseudo parameter keeps it', sub('${AWS::Region}', { 'AWS::Region': 'x' }), sub('${AWS::Region}', { 'AWS::Region': 'x' })],
    ['that substitutes escaped text keeps it', sub('${!AWS::Region}'), sub('${!AWS::Region}')],
    ['that substitutes a parameter cannot be said', sub('x-${Name}'), undefined],
    ['that substitutes a value that cannot be said cannot be either', sub('${a}', { a: ref('AWS::StackId') }), undefined],
    ['that substitutes a dynamic reference cannot be said elsewhere', sub('{{resolve:ssm:/x}}'), undefined],
    ['that imports cannot be said in another environment', { 'Fn::ImportValue': 'x' }, undefined],
  ])('%s', (_, value, expected) => {
    expect(carried(stacks(HERE, THERE), value)).toEqual(expected);
  });

  test('that substitutes, and differs in nothing there, stays', () => {
    expect(carried(stacks(HERE, HERE), sub('x-${AWS::Region}'))).toEqual(sub('x-${AWS::Region}'));
  });

  test('that imports is the same in the same environment, if what it imports can be said', () => {
    expect(carried(stacks(HERE, HERE), { 'Fn::ImportValue': 'x' })).toEqual({ 'Fn::ImportValue': 'x' });
    expect(carried(stacks(HERE, HERE), { 'Fn::ImportValue': ref('AWS::StackId') })).toBeUndefined();
  });
});

test('a dynamic reference is looked up by each deployment, so it is the same only in the same environment', () => {
  expect(carried(stacks(HERE, HERE), '{{resolve:ssm:/x}}')).toBe('{{resolve:ssm:/x}}');
  expect(carried(stacks(HERE, { ...HERE, region: THERE.region }), '{{resolve:ssm:/x}}')).toBeUndefined();
});

describe('a reference', () => {
  const arnOf = (given: Given, stack: Stack) => carried(given, Fn.join('', ['a', new CfnBucket(stack, 'Bucket').attrArn]));

  test('to the stack that it comes from closes a circle there', () => {
    const given = stacks(HERE, HERE);
    expect(arnOf(given, given.from)).toBeUndefined();
  });

  test('to the stack that it is for can be said, as can one to a third of its environment', () => {
    expect(arnOf(stacks(HERE, THERE), stacks(HERE, THERE).from)).toBeUndefined();
    for (const choose of [({ to }: Given) => to, ({ third }: Given) => third]) {
      const given = stacks(HERE, THERE);
      expect(arnOf(given, choose(given))).toBeDefined();
    }
  });

  test('to a stack of another environment cannot be said, nor can what it is joined with', () => {
    const given = stacks(HERE, THERE);
    const apart = new Stack(given.from.node.root, 'Apart', { env: { ...THERE, region: 'us-east-1' } });
    expect(arnOf(given, apart)).toBeUndefined();
    expect(carried(given, join(new CfnParameter(given.from, 'Name').valueAsString))).toBeUndefined();
  });
});

test('as a token, it has the references of the CDK in it, and what is known written out', () => {
  const { from, to } = stacks(HERE, THERE);
  const text = Fn.join('', [Aws.ACCOUNT_ID, new CfnBucket(to, 'Bucket').ref]);
  const token = Lazy.any({ produce: () => text });
  const there = new Carrying(from, to, from).token(token);
  expect(to.resolve(there)).toEqual({ 'Fn::Join': ['', [HERE.account, { Ref: expect.stringMatching(/^Bucket/) }]] });
  expect(to.resolve(there.toString())).toEqual(to.resolve(there));
  expect(there.creationStack).toBe(token.creationStack);
});
