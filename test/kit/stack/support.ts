import { App } from 'aws-cdk-lib';
import { OneClickStack, OneClickStackProps, Vendor, Vendors } from '../../../src';
import { definitionOf } from '../../support/catalogue';
import { DeployedTemplate } from '../../support/deployed-template';
import { DeploymentValues, TemplateJson } from '../../support/intrinsics';

export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
export const EXTERNAL_ID = 'acme-7Qx+42';

/** A one-click stack alone in its app. */
export function kitStack(vendor: Vendor, props: Partial<OneClickStackProps> = {}): OneClickStack {
  return new OneClickStack(new App({ analyticsReporting: false }), 'Kit', { vendor, kit: false, ...props });
}

/** The template as it is written. */
export function written(stack: OneClickStack): TemplateJson & Record<string, any> {
  return (stack.node.root as App).synth().getStackArtifact(stack.artifactId).template;
}

export function kitTemplate(vendor: Vendor, props: Partial<OneClickStackProps> = {}): TemplateJson & Record<string, any> {
  return written(kitStack(vendor, props));
}

/** A deployment with these values; CloudFormation would take them. */
export function launched(json: TemplateJson, parameters: Readonly<Record<string, string>>, values: Partial<DeploymentValues> = {}): DeployedTemplate {
  const template = new DeployedTemplate(json, { parameters, ...values });
  expect([template.refusedParameters, template.brokenRules]).toEqual([[], []]);
  return template;
}

/** What a deployment with these values would stop at. */
export function objections(json: TemplateJson, parameters: Readonly<Record<string, string>>): string[] {
  const template = new DeployedTemplate(json, { parameters });
  // Rules are checked once the parameters are sound.
  const { refusedParameters } = template;
  return refusedParameters.length > 0 ? refusedParameters : template.brokenRules;
}

/** A vendor of the catalogue, as a kit and as a construct know it, and as it comes to a customer's role. */
export interface KnownVendor {
  readonly kit: Vendor;
  readonly construct: Vendor;
  readonly principal: string;
  /** Entered by the customer, where the definition names no principal. */
  readonly entered?: string;
  readonly externalId?: string;
  readonly modes: ReadonlyArray<'read' | 'write' | 'readWrite'>;
}

const ALL = ['read', 'write', 'readWrite'] as const;

export const KNOWN_VENDORS: Readonly<Record<string, KnownVendor>> = {
  'Cloudglue': {
    kit: Vendors.cloudglue(),
    construct: Vendors.cloudglue(),
    principal: 'arn:aws:iam::992382634011:role/connector',
    externalId: EXTERNAL_ID,
    modes: ALL,
  },
  'hotglue': {
    kit: Vendors.hotglue(),
    construct: Vendors.hotglue({ principalArn: 'arn:aws:iam::222233334444:role/hotglue' }),
    principal: 'arn:aws:iam::222233334444:role/hotglue',
    entered: 'arn:aws:iam::222233334444:role/hotglue',
    externalId: EXTERNAL_ID,
    modes: ALL,
  },
  'Coactive': {
    kit: Vendor._known(definitionOf('coactive'), 'role'),
    construct: Vendors.coactive({ roleArn: 'arn:aws:iam::333344445555:role/coactive' }),
    principal: 'arn:aws:iam::333344445555:role/coactive',
    entered: 'arn:aws:iam::333344445555:role/coactive',
    modes: ['read'],
  },
  'Creative Force': {
    kit: Vendors.creativeForce(),
    construct: Vendors.creativeForce(),
    principal: 'arn:aws:iam::092392787187:user/CreativeForceCloudS3',
    externalId: EXTERNAL_ID,
    modes: ALL,
  },
  'IEX Cloud Apperate': {
    kit: Vendors.apperate(),
    construct: Vendors.apperate({ userArn: 'arn:aws:iam::555566667777:user/workspace' }),
    principal: 'arn:aws:iam::555566667777:user/workspace',
    entered: 'arn:aws:iam::555566667777:user/workspace',
    externalId: EXTERNAL_ID,
    modes: ['read'],
  },
};

/** What every customer of a vendor enters about it. */
export function vendorParameters({ externalId, entered }: KnownVendor): Record<string, string> {
  return {
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...(entered === undefined ? {} : { VendorPrincipalArn: entered }),
  };
}
