import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OneClickStack, OneClickStackProps, Vendor } from '../../../src';
import { TemplateJson } from '../../support/intrinsics';

/** The template that a vendor publishes. */
export function kitTemplate(vendor: Vendor, props: Omit<OneClickStackProps, 'vendor' | 'kit'> = {}): TemplateJson {
  return Template.fromStack(new OneClickStack(new App({ analyticsReporting: false }), 'Kit', { vendor, kit: false, ...props })).toJSON() as TemplateJson;
}
