import { Context } from './second-opinion';

/** A request in S3's terms. Without a key it is about the bucket itself. */
export interface Probe {
  readonly action: string;
  readonly bucket: string;
  readonly key?: string;
  /** Owner of the bucket, where it is not the customer. */
  readonly owner?: string;
  readonly context?: Context;
  /** Said in the test's name, where the rest does not show what is special. */
  readonly note?: string;
}

/** What can differ from an ordinary request. */
export type Special = Partial<Pick<Probe, 'bucket' | 'owner' | 'context' | 'note'>>;

/** The bucket that most tests declare. */
export const ORDERS = 'acme-orders';

/** A bucket of the same customer that is never declared. */
export const LEDGER = 'acme-ledger';

/** A request about one object. */
export function onKey(action: string, key: string, special: Special = {}): Probe {
  return { action: `s3:${action}`, bucket: ORDERS, key, ...special };
}

export const get = (key: string, special?: Special) => onKey('GetObject', key, special);
export const put = (key: string, special?: Special) => onKey('PutObject', key, special);
export const remove = (key: string, special?: Special) => onKey('DeleteObject', key, special);

/** A request about the bucket. */
export function onBucket(action: string, special: Special = {}): Probe {
  return { action: `s3:${action}`, bucket: ORDERS, ...special };
}

/** A listing; without a prefix, of the whole bucket. */
export function list(prefix?: string, special: Special = {}, action = 'ListBucket'): Probe {
  return onBucket(action, { ...special, context: { ...(prefix === undefined ? {} : { 's3:prefix': prefix }), ...special.context } });
}

/** Several keys under one action. */
export function each(action: string, keys: readonly string[], special?: Special): Probe[] {
  return keys.map((key) => onKey(action, key, special));
}

/** Some requests with a change to each of them. */
export function but(note: string, change: Special, probes: readonly Probe[]): Probe[] {
  return probes.map((probe) => ({ ...probe, ...change, note, context: { ...probe.context, ...change.context } }));
}

/** How a request reads in the name of a test. */
export function titleOf({ action, bucket, key, context, note }: Probe): string {
  const prefix = context && 's3:prefix' in context ? ` with prefix ${JSON.stringify(context['s3:prefix'])}` : '';
  return `${action} on ${bucket}${key === undefined ? '' : `/${key}`}${prefix}${note === undefined ? '' : `, ${note}`}`;
}
