import { Filled, FilledBucket, parametersOf } from './filled';
import { KitVendor } from './kit-vendor';
import { KEY } from './settings';

/** One state of a customer's stack. */
export interface Stage {
  readonly filled: Filled;
  /** Whether it has the second version of the template by then. */
  readonly second: boolean;
}

/** What a customer does with its stack over the years. */
export function history(vendor: KitVendor): Stage[] {
  const { externalId, principalArn, modes } = vendor;
  const others = modes.slice(1);
  const known = { externalId, principalArn };
  const orders: FilledBucket = { name: 'acme-orders' };
  const videos: FilledBucket = { name: 'acme-videos', prefix: 'cut', keyArn: KEY };
  const raw = { ...orders, prefix: 'raw' };
  const boundary = 'arn:aws:iam::111122223333:policy/boundary';
  const first: Filled[] = [
    ...(principalArn === undefined ? [] : [{ title: 'created before the vendor has a principal', buckets: [orders] }]),
    { title: 'live', ...known, buckets: [orders] },
    { title: 'with a folder', ...known, buckets: [raw] },
    { title: 'opened as a whole', ...known, buckets: [orders] },
    { title: 'with another folder of a similar name', ...known, buckets: [{ ...orders, prefix: 'raw-secret' }] },
    { title: 'with a bucket added', ...known, buckets: [raw, videos] },
    ...others.map((mode) => ({ title: `with mode ${mode}`, ...known, buckets: [raw, { ...videos, mode }] })),
    { title: 'with the bucket exchanged', ...known, buckets: [raw, { name: 'acme-films' }] },
    { title: 'with the bucket removed', ...known, boundary, buckets: [raw] },
    { title: 'narrowed', ...known, buckets: [{ ...raw, prefix: 'raw/2026' }] },
    ...(externalId === undefined ? [] : [{ title: 'with another external ID', ...known, externalId: 'acme/next:2', buckets: [raw] }]),
  ];
  const second: Filled[] = [
    { title: 'after an update to the second version', ...known, buckets: [raw, videos] },
    { title: 'with as many buckets as the second version takes', ...known, buckets: [raw, videos, { name: 'acme-films', mode: others[0] }, { name: 'acme-raw', prefix: 'raw' }] },
    ...(principalArn === undefined ? [] : [{ title: 'taken back from the vendor', externalId, buckets: [raw] }]),
  ];
  return [
    ...first.map((filled) => ({ filled, second: false })),
    // The template alone changes.
    { filled: { ...first[first.length - 1], title: 'after an update to the second version alone' }, second: true },
    ...second.map((filled) => ({ filled, second: true })),
  ];
}

/** The parameters that change from one stage to the next; what is not there any more is emptied. */
export function changes(before: Filled | undefined, now: Filled, vendor: KitVendor): Record<string, string> {
  const old = before === undefined ? {} : parametersOf(before);
  const next = parametersOf(now);
  const emptied = Object.keys(old).filter((name) => !(name in next)).map((name) => [name, name.startsWith('AccessMode') ? vendor.modes[0] : '']);
  const changed = Object.entries(next).filter(([name, value]) => old[name] !== value);
  return Object.fromEntries([...emptied, ...changed]);
}
