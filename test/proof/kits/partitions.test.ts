import { constructOf } from './construct';
import { Filled, parametersOf } from './filled';
import { compare, JudgedRole } from './judgement';
import { askingForPrincipal, KitVendor } from './kit-vendor';
import { forOneSlot } from './settings';
import { kitTemplate } from './template';
import { APPERATE_KIT, CREATIVE_FORCE_KIT, HOTGLUE_KIT } from './vendors';
import { Vendor } from '../../../src';
import { DeployedTemplate } from '../../support/deployed-template';
import { APPERATE, HOTGLUE } from '../vendors';
import { exchanged, Site, SITES } from '../world/site';

/** "What a filled-in template grants is what `VendorS3AccessRole` grants", wherever it is launched. */
const ACCOUNT = '999988887777';

/** A vendor of one account, who does not say in which partition it is. */
const DEFINITION = { accounts: [ACCOUNT] };
const VENDOR = Vendor.fromDefinition({ name: 'Anywhere', ...DEFINITION });
const ANYWHERE: KitVendor = {
  ...HOTGLUE_KIT, definition: DEFINITION, vendor: VENDOR, principalArn: undefined, pending: () => VENDOR, live: () => VENDOR,
};

/** The vendor with the principal that it has at a site. */
const VENDORS: Readonly<Record<string, (site: Site) => KitVendor>> = {
  'a vendor of one account': () => ANYWHERE,
  'hotglue': (site) => ({ ...HOTGLUE_KIT, live: askingForPrincipal(at(HOTGLUE, site)).live }),
  'Apperate': (site) => ({ ...APPERATE_KIT, live: askingForPrincipal(at(APPERATE, site)).live }),
};

function at<T extends { readonly example: object }>(known: T, site: Site): T {
  return { ...known, example: exchanged(known.example, site) };
}

function roleOf(template: DeployedTemplate, site: Site): JudgedRole {
  const id = template.id('AWS::IAM::Role');
  const policies = template.identityPolicies(id);
  return exchanged({ arn: template.arn(id), trust: template.trustPolicy(id), policies }, site);
}

/** A boundary has no say in what its role is granted. */
const settings = (vendor: KitVendor): Filled[] => forOneSlot(vendor).filter(({ boundary }) => boundary === undefined);

describe.each([SITES['aws-cn'], SITES['aws-us-gov']])('in $partition', (site) => {
  test.each(Object.entries(VENDORS))('the template of %s grants what the construct grants', async (_, vendorAt) => {
    const vendor = vendorAt(site);
    const json = await kitTemplate(vendor);
    for (const filled of settings(vendor)) {
      const there = exchanged(filled, site);
      const template = new DeployedTemplate(json, { ...site, parameters: parametersOf(there) });
      expect([template.brokenRules, template.refusedParameters]).toEqual([[], []]);
      const { allowed, refused, wrong } = await compare(vendor, filled, roleOf(template, site), roleOf(constructOf(vendor, there, site), site));
      expect(wrong).toEqual([]);
      expect(Math.min(allowed, refused)).toBeGreaterThan(0);
    }
  });

  test('a vendor that has named its partition is not taken for somebody else', async () => {
    const parameters = parametersOf(forOneSlot(CREATIVE_FORCE_KIT)[0]);
    const { trust } = roleOf(new DeployedTemplate(await kitTemplate(CREATIVE_FORCE_KIT), { ...site, parameters }), site);
    const principals = JSON.stringify(trust);
    // Seen from there, `aws` is the other partition: IAM refuses such a principal, and nobody of that number gets in.
    expect(principals).toContain(`arn:${site.partition}:iam::`);
    expect(principals).not.toContain('arn:aws:iam::');
  });
});
