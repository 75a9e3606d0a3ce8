import { App } from 'aws-cdk-lib';
import { OneClickExternalId, OneClickStack, OneClickStackProps, Vendor, Vendors } from '../../../../src';
import { catalogue } from '../../../../src/cli/options';

/** As a kit needs it: what differs from customer to customer is not said. */
const VENDORS: Readonly<Record<string, Vendor>> = {
  Cloudglue: Vendors.cloudglue(),
  Hotglue: Vendors.hotglue(),
  Coactive: Vendors.coactive({ roleArn: 'arn:aws:iam::777788889999:role/coactive-ingest' }),
  CreativeForce: Vendors.creativeForce(),
  Apperate: Vendors.apperate(),
};

/** Those whose definition tells more or less than that: the template asks for a principal where it is not known, and only there. */
const OTHERS: Readonly<Record<string, Vendor>> = {
  KnownHotglue: Vendors.hotglue({ principalArn: 'arn:aws:iam::123456789012:role/hotglue' }),
  UnknownCoactive: catalogue().find(({ id }) => id === 'coactive')!.vendor,
  KnownApperate: Vendors.apperate({ userArn: 'arn:aws:iam::123456789012:user/apperate-ws1' }),
};

/** The topic of the vendor's, and where it is. */
const CALL_BACK = { account: '123456789012', topicName: 'roles-of-customers' };
const REGIONS = ['eu-west-1'];

/** The one-click templates of the five vendors, for one bucket and for several, and with all that a vendor can choose. */
export function addKits(app: App): void {
  const add = (id: string, props: OneClickStackProps) => new OneClickStack(app, id, { kit: false, ...props });
  for (const [name, vendor] of Object.entries(VENDORS)) {
    add(`${name}Kit`, { vendor });
    add(`${name}Kit3`, { vendor, slots: 3, callBack: CALL_BACK, regions: REGIONS, version: '1.2.0' });
    add(`${name}Kit10`, { vendor, slots: 10 });
  }
  Object.entries(OTHERS).forEach(([name, vendor]) => add(`${name}Kit`, { vendor }));
  add('DerivedKit', {
    vendor: VENDORS.CreativeForce, slots: 10, externalId: OneClickExternalId.STACK_ID, description: 'Connects a bucket', callBack: CALL_BACK, regions: REGIONS,
  });
}
