import { Mode } from './filled';
import { KitVendor } from './kit-vendor';
import { Vendor, Vendors } from '../../../src';
import { catalogue } from '../../../src/cli/options';

const ALL: readonly Mode[] = ['read', 'write', 'readWrite'];
const PLAIN = { reads: [], delivers: false, exports: false } as const;

const HOTGLUE_ROLE = 'arn:aws:iam::555544443333:role/hotglue-runner';
const COACTIVE_ROLE = 'arn:aws:iam::222233334444:role/coactive-reader';
const APPERATE_USER = 'arn:aws:iam::222233334444:user/apperate-workspace-17';

export const CLOUDGLUE: KitVendor = {
  ...PLAIN,
  title: 'Cloudglue',
  vendor: Vendors.cloudglue(),
  live: () => Vendors.cloudglue(),
  externalId: 'acme-7Qx+42',
  roleName: 'cloudglue-external-s3-access-role',
  caller: 'arn:aws:iam::992382634011:role/connector',
  strangers: ['arn:aws:iam::992382634012:role/connector', 'arn:aws:iam::111122223333:role/admin'],
  modes: ALL,
  companion: { bucket: 'cloudglue-external-transfer', owner: '992382634011' },
  exports: true,
};

export const HOTGLUE: KitVendor = {
  ...PLAIN,
  title: 'hotglue',
  vendor: Vendors.hotglue(),
  live: () => Vendors.hotglue({ principalArn: HOTGLUE_ROLE }),
  principalArn: HOTGLUE_ROLE,
  externalId: 'hg_tenant-81c2',
  caller: HOTGLUE_ROLE,
  strangers: ['arn:aws:iam::555544443333:role/another', 'arn:aws:iam::444455556666:role/hotglue-runner', 'arn:aws:iam::111122223333:root'],
  modes: ALL,
};

export const COACTIVE: KitVendor = {
  ...PLAIN,
  title: 'Coactive',
  // The construct demands the role; the kit asks for it.
  vendor: catalogue().find(({ id }) => id === 'coactive')!.vendor,
  live: () => Vendors.coactive({ roleArn: COACTIVE_ROLE }),
  principalArn: COACTIVE_ROLE,
  caller: COACTIVE_ROLE,
  strangers: ['arn:aws:iam::222233334444:role/another', 'arn:aws:iam::444455556666:role/coactive-reader'],
  modes: ['read'],
};

export const CREATIVE_FORCE: KitVendor = {
  title: 'Creative Force',
  vendor: Vendors.creativeForce(),
  live: () => Vendors.creativeForce(),
  externalId: 'cf:acme/1=x',
  caller: 'arn:aws:iam::092392787187:user/CreativeForceCloudS3',
  strangers: ['arn:aws:iam::092392787187:user/intern', 'arn:aws:iam::092392787187:root', 'arn:aws:iam::444455556666:user/CreativeForceCloudS3'],
  modes: ALL,
  reads: ['GetObjectVersion'],
  delivers: true,
  exports: false,
};

export const APPERATE: KitVendor = {
  ...PLAIN,
  title: 'IEX Cloud Apperate',
  vendor: Vendors.apperate(),
  live: () => Vendors.apperate({ userArn: APPERATE_USER }),
  principalArn: APPERATE_USER,
  externalId: 'iex_ws17=abc/1',
  caller: APPERATE_USER,
  strangers: ['arn:aws:iam::222233334444:user/apperate-workspace-18', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:user/x'],
  modes: ['read'],
  reads: ['GetObjectVersion'],
};

/** The five. */
export const KIT_VENDORS: readonly KitVendor[] = [CLOUDGLUE, HOTGLUE, COACTIVE, CREATIVE_FORCE, APPERATE];

/** The vendor as it is after it has found out that it needs one more action. */
export function needingMore(kit: KitVendor): KitVendor {
  const more = (vendor: Vendor) => Vendor.fromDefinition({
    ...vendor.definition, readActions: [...vendor.definition.readActions ?? [], 's3:GetObjectAttributes'],
  });
  return { ...kit, vendor: more(kit.vendor), live: () => more(kit.live()), reads: [...kit.reads, 'GetObjectAttributes'] };
}
