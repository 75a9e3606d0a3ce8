import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { KitVendor } from './kit-vendor';
import { OneClickStack, OneClickStackProps } from '../../../src';
import { TemplateJson } from '../../support/intrinsics';
import { kitFolder } from '../program/kit-folder';

/** The template that a vendor publishes. */
export async function kitTemplate(kit: KitVendor, props: Omit<OneClickStackProps, 'vendor' | 'kit'> = {}): Promise<TemplateJson> {
  return kit.vendor === undefined ? madeByProgram(kit, props) : madeByApp(kit.vendor, props);
}

function madeByApp(vendor: OneClickStackProps['vendor'], props: Omit<OneClickStackProps, 'vendor' | 'kit'>): TemplateJson {
  return Template.fromStack(new OneClickStack(new App({ analyticsReporting: false }), 'Kit', { vendor, kit: false, ...props })).toJSON() as TemplateJson;
}

async function madeByProgram({ id }: KitVendor, { slots = 1, version, ...others }: Omit<OneClickStackProps, 'vendor' | 'kit'>): Promise<TemplateJson> {
  if (Object.keys(others).length > 0) {
    throw new Error(`The program is not asked for ${Object.keys(others).join(', ')}`);
  }
  const options = ['--slots', String(slots), ...(version === undefined ? [] : ['--kit-version', version])];
  return JSON.parse((await kitFolder(id, ['template.json'], options))['template.json']);
}
