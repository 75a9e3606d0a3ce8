import { App } from 'aws-cdk-lib';
import { OneClickExternalId, OneClickStack, OneClickStackProps, Vendor } from '../../../../src';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../../vendors';
import { vendorOf } from '../../world/build-vendor';

/** As a kit needs it: what differs from customer to customer is not said, unless an app has to. */
const VENDORS: Readonly<Record<string, Vendor>> = {
  Cloudglue: vendorOf(CLOUDGLUE.declared()),
  Hotglue: vendorOf(HOTGLUE.declared()),
  Coactive: vendorOf(COACTIVE.declared()),
  CreativeForce: vendorOf(CREATIVE_FORCE.declared()),
  Apperate: vendorOf(APPERATE.declared()),
};

/** Those whose definition tells more or less than that: the template asks for a principal where it is not known, and only there. */
const OTHERS: Readonly<Record<string, Vendor>> = {
  KnownHotglue: vendorOf(HOTGLUE.declared(HOTGLUE.example.principalArn)),
  UnknownCoactive: withoutPrincipals(VENDORS.Coactive),
  KnownApperate: vendorOf(APPERATE.declared(APPERATE.example.principalArn)),
};

/** The topic of the vendor's, and where it is. */
const CALL_BACK = { account: '123456789012', topicName: 'roles-of-customers' };
const REGIONS = ['eu-west-1'];

/** The one-click templates of the five vendors, for one bucket and for several, and with all that a vendor can choose. */
export function addKits(app: App): void {
  const add = (id: string, props: OneClickStackProps) => new OneClickStack(app, id, { kit: false, ...props });
  for (const [name, vendor] of Object.entries(VENDORS)) {
    add(`${name}Kit`, { vendor });
    add(`${name}Kit3`, { vendor, slots: 3, callBack: CALL_BACK, regions: REGIONS, version: '1.2.0', kit: true });
    add(`${name}Kit10`, { vendor, slots: 10 });
  }
  Object.entries(OTHERS).forEach(([name, vendor]) => add(`${name}Kit`, { vendor }));
  add('DerivedKit', {
    vendor: VENDORS.CreativeForce, slots: 10, externalId: OneClickExternalId.STACK_ID, description: 'Connects a bucket', callBack: CALL_BACK, regions: REGIONS,
  });
}

function withoutPrincipals({ definition: { principals: _, ...rest } }: Vendor): Vendor {
  return Vendor.fromDefinition(rest);
}
