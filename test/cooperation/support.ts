import { CfnElement, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { IConstruct } from 'constructs';
import { Vendor } from '../../src';

export const VENDOR_ACCOUNT = '123456789012';

/** What most roles here are made with. */
export const CREDENTIALS = { vendor: Vendor.account(VENDOR_ACCOUNT), externalId: 'k3J-2f9a' };

export const ACCOUNT = '777788889999';
export const OTHER_ACCOUNT = '444455556666';

/** The template of a stack without what the CDK's version or the bootstrapping put there. */
export function templateOf(stack: Stack): any {
  const template = Template.fromStack(stack).toJSON();
  delete template.Parameters?.BootstrapVersion;
  delete template.Rules?.CheckBootstrapVersion;
  for (const section of ['Parameters', 'Rules']) {
    if (template[section] && Object.keys(template[section]).length === 0) {
      delete template[section];
    }
  }
  return template;
}

/** All resources of one type, by logical ID. */
export function resourcesOf(stack: Stack, type: string): Record<string, any> {
  return Template.fromStack(stack).findResources(type);
}

/** The properties of the only resource of a type. */
export function onlyResource(stack: Stack, type: string): any {
  const found = Object.values(resourcesOf(stack, type));
  expect(found).toHaveLength(1);
  return found[0].Properties;
}

/** The statements of all permission policies in a stack. */
export function permissionsIn(stack: Stack): any[] {
  return [...Object.values(resourcesOf(stack, 'AWS::IAM::Policy')), ...Object.values(resourcesOf(stack, 'AWS::IAM::ManagedPolicy'))]
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

/** The statements of the only policy of a type in a stack. */
export function statementsOf(stack: Stack, type: 'AWS::S3::BucketPolicy' | 'AWS::KMS::Key'): any[] {
  const properties = onlyResource(stack, type);
  return (properties.PolicyDocument ?? properties.KeyPolicy).Statement;
}

/** IDs of the warnings that a construct and what is below it carry. */
export function warningsOf(scope: IConstruct): string[] {
  const found = Annotations.fromStack(Stack.of(scope)).findWarning('*', Match.anyValue());
  const texts = found
    .filter(({ id }) => id === `/${scope.node.path}` || id.startsWith(`/${scope.node.path}/`))
    .map(({ entry }) => String(entry.data));
  return texts.map((text) => /\[ack: ([^\]]+)\]/.exec(text)?.[1] ?? text).sort();
}

/** The value of an output, with its references resolved from a table of texts. */
export function outputText(stack: Stack, name: string, values: Record<string, string> = {}): string {
  const found = Object.entries(Template.fromStack(stack).toJSON().Outputs ?? {}).find(([id]) => id.includes(name));
  return textOf((found![1] as any).Value, values);
}

/** A CloudFormation value as a deployment would render it. */
export function textOf(value: any, values: Record<string, string> = {}): string {
  if (typeof value !== 'object') {
    return String(value);
  }
  if (value['Fn::Join']) {
    return value['Fn::Join'][1].map((item: any) => textOf(item, values)).join(value['Fn::Join'][0]);
  }
  const name = value.Ref ?? value['Fn::GetAtt']?.join('.') ?? value['Fn::ImportValue'] ?? JSON.stringify(value);
  return values[name] ?? `<${name}>`;
}

/** Gives a resource its final logical ID. */
export function rename(resource: IConstruct | undefined, logicalId: string): void {
  (resource as CfnElement).overrideLogicalId(logicalId);
}
