import { Filled, FilledBucket } from './filled';
import { KitVendor } from './kit-vendor';

/** A key in the region of the stack, and one in another region and another account. */
export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/11112222-3333-4444-5555-666677778888';
export const FAR_KEY = 'arn:aws:kms:us-east-1:444455556666:key/mrk-0123456789abcdef0123456789abcdef';

/** A folder with characters that mean something elsewhere. */
const ODD = 'in (new) & old/it\'s #1, +50%';

/** The least that a live role needs. */
export function least({ externalId, principalArn }: KitVendor, title: string, buckets: readonly FilledBucket[]): Filled {
  return { title, externalId, principalArn, buckets };
}

/** Sets of parameters for a template of one bucket. */
export function forOneSlot(vendor: KitVendor): Filled[] {
  const one = (title: string, bucket: Partial<FilledBucket>, more: Partial<Filled> = {}): Filled =>
    ({ ...least(vendor, title, [{ name: 'acme-orders', ...bucket }]), ...more });
  return [
    one('the least', {}),
    one('a folder', { prefix: 'raw' }),
    one('a folder with odd characters', { prefix: ODD }),
    one('a key', { keyArn: KEY }),
    one('a folder and a key elsewhere', { prefix: 'raw/2026', keyArn: FAR_KEY }),
    ...(vendor.modes.length === 1 ? [] : vendor.modes.flatMap((mode) => [
      one(`mode ${mode}`, { mode }),
      one(`mode ${mode}, a folder and a key`, { mode, prefix: 'a/b.c', keyArn: KEY }),
    ])),
    one('a permissions boundary', { prefix: 'raw' }, { boundary: 'arn:aws:iam::111122223333:policy/third-parties/boundary' }),
    ...(vendor.roleName === undefined ? [one('a role name', { prefix: 'raw' }, { roleName: 'acme_vendor=access' })] : []),
    ...(vendor.principalArn === undefined ? [] : [one('nothing known of the vendor yet', { prefix: 'raw' }, { principalArn: undefined, externalId: undefined })]),
  ];
}

/** Sets of parameters for a template of three buckets. */
export function forThreeSlots(vendor: KitVendor): Filled[] {
  const [narrowest, , widest = narrowest] = vendor.modes;
  const mode = (chosen: typeof narrowest) => (vendor.modes.length === 1 ? {} : { mode: chosen });
  return [
    least(vendor, 'one of three buckets', [{ name: 'acme-orders', prefix: 'raw' }]),
    least(vendor, 'three buckets, each otherwise', [
      { name: 'acme-orders', prefix: 'raw', keyArn: KEY, ...mode(widest) },
      { name: 'acme.videos.2026' },
      { name: 'acme-orders-archive', prefix: 'raw/old', keyArn: FAR_KEY, ...mode(vendor.modes[1] ?? narrowest) },
    ]),
  ];
}

/** As many buckets as a template takes, in turn with a folder, with a key, with both, and in every mode. */
export function forAllSlots(vendor: KitVendor, slots: number): Filled {
  return least(vendor, `${slots} buckets`, Array.from({ length: slots }, (_, i) => ({
    name: `acme-data-${i}`,
    prefix: i % 2 === 0 ? undefined : `team/${i}`,
    mode: vendor.modes.length === 1 ? undefined : vendor.modes[i % vendor.modes.length],
    keyArn: i % 3 === 0 ? KEY : undefined,
  })));
}
