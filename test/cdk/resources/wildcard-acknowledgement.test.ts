import { App, Aws, CfnParameter, Fn, Stack, Validations } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { WildcardAcknowledgement } from '../../../src/cdk/resources/wildcard-acknowledgement';
import { TokenTable } from '../../../src/cdk/tokens';
import { EscapedKey } from '../../../src/cdk/tokens/escaped-key';
import { ALWAYS, Statement } from '../../../src/policy/document';

function setUp() {
  const stack = new Stack(new App(), 'Test');
  const policy = new CfnPolicy(stack, 'Policy', { policyName: 'P', policyDocument: {} });
  const tokens = new TokenTable(stack);
  const acknowledgement = new WildcardAcknowledgement(policy, tokens);
  return {
    stack,
    policy,
    acknowledge: (...resources: string[][]) => {
      acknowledgement.update(resources.map((some) => statement('Allow', ...some.map((one) => tokens.encode(one, 'text', 'resource')))));
      return acknowledged(policy);
    },
    acknowledgement,
  };
}

function statement(effect: Statement['effect'], ...resources: string[]): Statement {
  return { effect, actions: ['s3:GetObject'], resources, conditions: ALWAYS };
}

function acknowledged(policy: CfnPolicy): Record<string, string> {
  return policy.node.metadata.find(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)?.data;
}

test('only resources with a wildcard are acknowledged, each once and with a reason', () => {
  const { acknowledge } = setUp();
  expect(acknowledge(['arn:aws:s3:::a/*'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::a'])).toEqual({
    'AwsSolutions-IAM5[Resource::arn:aws:s3:::a/*]': expect.stringContaining('S3 grants keys by pattern only'),
  });
});

test('references read as cdk-nag spells them', () => {
  const { stack, acknowledge } = setUp();
  const bucket = new Bucket(stack, 'Bucket');
  const parameter = new CfnParameter(stack, 'Value');
  const id = stack.getLogicalId(bucket.node.defaultChild as any);
  expect(Object.keys(acknowledge([
    bucket.arnForObjects('*'),
    `arn:${Aws.PARTITION}:s3:::${parameter.valueAsString}/*`,
    `${Fn.importValue('Other-Export')}/*`,
    `arn:aws:s3:::a/${new EscapedKey(parameter.value)}/*`,
    `arn:aws:s3:::${Fn.select(0, Fn.split('-', parameter.valueAsString))}/*`,
  ])).sort()).toEqual([
    `AwsSolutions-IAM5[Resource::<${id}.Arn>/*]`,
    'AwsSolutions-IAM5[Resource::Other-Export/*]',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::<Value>/*]',
    expect.stringMatching(/^AwsSolutions-IAM5\[Resource::arn:aws:s3:::a\/.*\/\*\]$/),
    expect.stringMatching(/^AwsSolutions-IAM5\[Resource::arn:aws:s3:::\{"Fn::Select":.*\/\*\]$/),
  ].sort());
});

test.each([
  ['arn:aws:s3:::a/${*}/*', 'stand for themselves'],
  ['arn:aws:kms:eu-west-1:111122223333:key/*', 'kms:ResourceAliases'],
])('the wildcards of %s have a reason of their own', (resource, reason) => {
  expect(Object.values(setUp().acknowledge([resource]))).toEqual([expect.stringContaining(reason)]);
});

test('denials need no reason', () => {
  const { acknowledgement, policy } = setUp();
  acknowledgement.update([statement('Deny', '*'), statement('Allow')]);
  expect(acknowledged(policy)).toEqual({});
});

test('a later document replaces what was acknowledged before, and nothing that the customer acknowledged', () => {
  const { acknowledge, policy } = setUp();
  acknowledge(['arn:aws:s3:::a/*']);
  acknowledged(policy)['Own-Rule'] = 'known';
  expect(Object.keys(acknowledge(['arn:aws:s3:::b/*'])).sort()).toEqual(['AwsSolutions-IAM5[Resource::arn:aws:s3:::b/*]', 'Own-Rule']);
});
