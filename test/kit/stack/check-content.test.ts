import { App, CfnMapping, CfnOutput, CfnParameter, CfnResource, CustomResource, Fn, NestedStack, SecretValue, Stack } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { kitStack, kitTemplate, written } from './support';
import { OneClickStack, OneClickStackProps, Vendor, Vendors } from '../../../src';
import { checkContent } from '../../../src/kit/stack/check-content';

const KIT = { vendor: Vendors.cloudglue(), kit: false };

const code = (stack: Stack) => new Function(stack, 'Code', { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('//') });

/** What a customer could not deploy, and how the error starts. */
const REFUSED: Record<string, [add: (stack: OneClickStack) => unknown, says: RegExp]> = {
  'a nested stack': [(stack) => new CfnResource(stack, 'Inner', { type: 'AWS::CloudFormation::Stack', properties: { TemplateURL: 'https://x' } }), /Resources\.Inner: .*nested stack/],
  'a nested stack of the CDK': [(stack) => new Bucket(new NestedStack(stack, 'Inner'), 'Bucket'), /asset: /],
  'a macro in force': [(stack) => stack.addTransform('AWS::LanguageExtensions'), /Transform: received "AWS::LanguageExtensions"; .*StackSets refuse macros/],
  'a macro in place': [(stack) => new CfnResource(stack, 'X', { type: 'AWS::SNS::Topic', properties: Fn.transform('AWS::Include', { Location: 's3://x/y' }) as any }), /Fn::Transform: .*macros/],
  'a macro of its own': [(stack) => new CfnResource(stack, 'Mine', { type: 'AWS::CloudFormation::Macro' }), /Resources\.Mine: received "AWS::CloudFormation::Macro"/],
  'a Lambda function': [code, /Resources\.Code\w+: received "AWS::Lambda::Function"; .*code would run/],
  'a custom resource': [(stack) => new CustomResource(stack, 'Mine', { serviceToken: 'arn:aws:sns:eu-west-1:111122223333:x' }), /Resources\.Mine: .*custom resource/],
  'a custom resource with a type of its own': [(stack) => new CfnResource(stack, 'Mine', { type: 'Custom::Mine' }), /Resources\.Mine: received "Custom::Mine"/],
  'the metadata of the CDK': [(stack) => new CfnResource(stack, 'CDKMetadata', { type: 'AWS::CDK::Metadata' }), /Resources\.CDKMetadata: /],
  'an import': [(stack) => new CfnOutput(stack, 'Out', { value: Fn.importValue('other') }), /Outputs\.Out\.Value\.Fn::ImportValue: received "other"; .*another stack/],
  'a value of another stack': [(stack) => {
    const other = new Stack(stack.node.root as App, 'Beside');
    return new CfnOutput(stack, 'Out', { value: new Bucket(other, 'Bucket').bucketArn });
  }, /(Fn::ImportValue|Fn::GetStackOutput|dependencies): /],
  'a value for another stack': [(stack) => {
    const other = new Stack(stack.node.root as App, 'Beside');
    return new CfnOutput(other, 'Out', { value: (stack.node.findChild('Role') as CfnRole).attrArn });
  }, /Outputs\.(ExportsOutput|PublishOutput)\w+: received "an output for another stack of this app"/],
  'a stack to wait for': [(stack) => stack.addDependency(new Stack(stack.node.root as App, 'Beside')), /dependencies: received "Beside"/],
  'a dynamic reference': [(stack) => new CfnOutput(stack, 'Out', { value: SecretValue.ssmSecure('/x').unsafeUnwrap() }), /Outputs\.Out\.Value: received ".*resolve:ssm-secure.*dynamic reference/],
  'a custom resource that is called as the call-back is': [
    (stack) => new CfnResource(stack, 'CallBack', { type: 'Custom::Mine' }), /Resources\.CallBack: received "Custom::Mine"/,
  ],
  'a parameter of the Parameter Store': [
    (stack) => new CfnParameter(stack, 'Image', { type: 'AWS::SSM::Parameter::Value<String>', default: '/x' }), /Parameters\.Image: received "AWS::SSM::Parameter::Value<String>"/,
  ],
  'too many parameters': [(stack) => Array.from({ length: 200 }, (_, i) => new CfnParameter(stack, `P${i}`)), /TemplateTooLarge.*Parameters: received 20\d; CloudFormation takes 200/],
};

describe('content that a customer could not deploy', () => {
  // Newer versions of the CDK join stacks in this way if a feature flag says so; this one takes no such flag.
  test('fails for a value for another stack that is read by the name of an output', () => {
    const template = { Resources: {}, Outputs: { PublishOutputRefRole: { Value: 'x' } } };
    expect(() => checkContent(template, 1000)).toThrow(/^StackContentInvalid: Outputs\.PublishOutputRefRole: /);
  });

  test('fails for a value that is read by the name of another stack', () => {
    const template = { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::GetStackOutput': { StackName: 'x', OutputName: 'y' } } } } } };
    expect(() => checkContent(template, 1000)).toThrow(/^StackContentInvalid: template\.Resources\.A\.Properties\.TopicName\.Fn::GetStackOutput: /);
  });

  test.each(Object.entries(REFUSED))('fails for %s', (_, [add, says]) => {
    const stack = kitStack(Vendors.cloudglue());
    add(stack);
    expect(() => written(stack)).toThrow(says);
    expect(() => written(stack)).toThrow(/^(StackContentInvalid|TemplateTooLarge) \[Kit\] /);
  });

  test.each<[string, (stack: OneClickStack) => unknown, RegExp]>([
    ['a file', (stack) => new Asset(stack, 'File', { path: __filename }), /^StackContentInvalid \[Kit\] asset: received ".*"; a customer has the template alone/],
    ['an image', (stack) => stack.synthesizer.addDockerImageAsset({ sourceHash: 'abc', directoryName: 'image' }), /^StackContentInvalid \[Kit\] asset: received "image"/],
  ])('fails at once for %s', (_, add, says) => {
    expect(() => add(kitStack(Vendors.cloudglue()))).toThrow(says);
  });

  test('fails for too many resources, and for too many bytes', () => {
    const many = (count: number) => ({ Resources: Object.fromEntries(Array.from({ length: count }, (_, i) => [`R${i}`, { Type: 'AWS::SNS::Topic' }])) });
    expect(() => checkContent(many(500), 1_000_000)).not.toThrow();
    expect(() => checkContent(many(501), 1000)).toThrow(/TemplateTooLarge: Resources: received 501; CloudFormation takes 500/);
    expect(() => checkContent(many(1), 1_000_001)).toThrow(/TemplateTooLarge: template: received "1000001 bytes"/);
  });

  test('leaves what can be deployed', () => {
    const stack = kitStack(Vendors.cloudglue());
    new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic' });
    new CfnMapping(stack, 'Map', { mapping: { a: { b: 'c' } } });
    new CfnParameter(stack, 'More');
    expect(Object.keys(written(stack).Resources).sort()).toEqual(['Role', 'Topic']);
  });
});

const ACME = { name: 'Acme', accounts: ['999988887777'] };

/** Properties that are refused, and the error. */
const WRONG: Record<string, [props: Partial<Record<keyof OneClickStackProps, unknown>>, says: RegExp]> = {
  'no slot': [{ slots: 0 }, /^SlotsInvalid \[Kit\] slots: received 0; give a whole number from 1 to 10$/],
  'eleven slots': [{ slots: 11 }, /^SlotsInvalid/],
  'half a slot': [{ slots: 1.5 }, /^SlotsInvalid/],
  'a vendor that is none': [{ vendor: ACME }, /^VendorTypeInvalid \[Kit\] vendor: /],
  'a vendor that does not connect by role': [{ vendor: Vendor.fromDefinition({ ...ACME, accessMethods: ['bucketPolicy'] as any }) }, /^MethodNotSupported .*received "Acme"; it connects by bucketPolicy only/],
  'a vendor with a value of the app': [{ vendor: Vendor.role(Fn.importValue('x')) }, /^StackContentInvalid \[Kit\] vendor: /],
  'a principal of another kind': [{ vendor: Vendors.coactive({ roleArn: 'arn:aws:iam::999988887777:user/x' }) }, /^ArnInvalid \[Kit\] vendor\.principals\[0\]/],
  'a source of external IDs that is none': [{ externalId: 'x' }, /^ValueTypeInvalid \[Kit\] externalId: received "x"; give one of entered, issued, derived/],
  'an external ID for a vendor that sends none': [{ vendor: Vendor.fromDefinition({ ...ACME, externalId: 'unsupported' as any }), externalId: 'derived' }, /^ExternalIdNotSupported/],
  'a trust policy without room': [
    { vendor: Vendor.fromDefinition({ ...ACME, accounts: Array.from({ length: 60 }, (_, i) => `9999888877${String(i).padStart(2, '0')}`) }) }, /^TrustPolicyTooLarge \[Kit\] vendor: /,
  ],
  'a template address that is none': [{ templateUrl: 'http://x' }, /^TemplateUrlInvalid \[Kit\] templateUrl/],
  'a version with a slash': [{ version: '1/2' }, /^KitVersionInvalid \[Kit\] version: received "1\/2"/],
  'a version called latest': [{ version: 'latest' }, /^KitVersionInvalid/],
  'a version that leads elsewhere': [{ version: '..' }, /^KitVersionInvalid/],
  'a stack name that is none': [{ stackName: '1x' }, /^StackNameInvalid \[Kit\] stackName/],
  'an empty description': [{ description: '' }, /^DescriptionInvalid \[Kit\] description/],
  'a description of the deployment': [{ description: Fn.importValue('x') }, /^DescriptionInvalid/],
  'companion buckets without end': [
    {
      vendor: Vendor.fromDefinition({
        ...ACME,
        companionBuckets: [{
          bucketName: 'acme-own', ownerAccount: '999988887777', mode: 'write' as any, prefixes: Array.from({ length: 50 }, (_, i) => `${i}${'p'.repeat(200)}`),
        }],
      }),
    }, /^ManagedPoliciesExceeded \[Kit\] vendor\.companionBuckets: received "\d+ characters of policy"; a role holds 10240 inline/,
  ],
  'a long description': [{ description: 'ä'.repeat(513) }, /^DescriptionInvalid/],
  'a region that is none': [{ regions: ['Ireland'] }, /^RegionInvalid \[Kit\] regions\[0\]/],
  'no region': [{ regions: [] }, /^RegionInvalid \[Kit\] regions/],
  'a region of another partition': [{ regions: ['eu-west-1', 'cn-north-1'] }, /^RegionInvalid \[Kit\] regions\[1\]: .*Cloudglue works in partition aws/],
  'a call-back to no account': [{ callBack: { account: '1', topicName: 'x' } }, /^AccountIdInvalid \[Kit\] callBack\.account/],
  'a call-back to no topic': [{ callBack: { account: '999988887777', topicName: 'x:y' } }, /^CallBackInvalid \[Kit\] callBack\.topicName/],
  'a call-back to a FIFO topic': [{ callBack: { account: '999988887777', topicName: 'x.fifo' } }, /^CallBackInvalid/],
  'a call-back that is null': [{ callBack: null as any }, /^ValueTypeInvalid \[Kit\] callBack/],
  'a call-back that is a switch': [{ callBack: false as any }, /^ValueTypeInvalid \[Kit\] callBack/],
  'a call-back without a region': [
    { callBack: { account: '999988887777', topicName: 'x' }, regions: [] }, /^RegionInvalid \[Kit\] regions: received a list of 0; name those that have the topic x$/,
  ],
  'a call-back with more': [{ callBack: { account: '999988887777', topicName: 'x', region: 'eu-west-1' } }, /^PropertyUnknown \[Kit\] callBack\.region/],
  'a kit that is neither wanted nor not': [{ kit: 'no' }, /^ValueTypeInvalid \[Kit\] kit/],
  'a misspelt property': [{ externalID: 'derived' } as any, /^PropertyUnknown \[Kit\] props\.externalID: .*did you mean "externalId"\?/],
};

test.each(Object.entries(WRONG))('fails for %s', (_, [props, says]) => {
  expect(() => new OneClickStack(new App(), 'Kit', { ...KIT, ...props } as OneClickStackProps)).toThrow(says);
});

test('an external ID is as long as the trust policy has room', () => {
  const accounts = Array.from({ length: 20 }, (_, i) => `9999888877${String(i).padStart(2, '0')}`);
  const { MaxLength, ConstraintDescription } = kitTemplate(Vendor.fromDefinition({ ...ACME, accounts })).Parameters!.ExternalId as any;
  expect(MaxLength).toBeGreaterThan(64);
  expect(MaxLength).toBeLessThan(1224);
  expect(ConstraintDescription).toContain(`2 to ${MaxLength}`);
  expect(kitTemplate(Vendors.cloudglue()).Parameters!.ExternalId.MaxLength).toBe(1224);
});
