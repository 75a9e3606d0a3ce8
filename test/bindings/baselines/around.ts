import { call, ConstructRecipe, Expression, fixture, Properties, struct } from '../recipe';

/** The vendor's account, where nothing depends on it. */
export const ACCOUNT = '444455556666';

/** Constructs that a value stands in, with no more than they need. */

export const READ = call('S3Access.read', fixture('bucket'), struct('S3AccessOptions', { prefixes: ['incoming'] }));

export function role(props: Properties): ConstructRecipe[] {
  return [construct('VendorS3AccessRole', 'stack', { vendor: call('Vendor.account', ACCOUNT), access: [READ], externalId: 'k3J-2f9a', ...props })];
}

export function user(props: Properties): ConstructRecipe[] {
  return [construct('VendorS3AccessUser', 'stack', { vendor: call('Vendor.account', ACCOUNT), access: [READ], ...props })];
}

export function bucketAccess(props: Properties): ConstructRecipe[] {
  return [construct('VendorS3BucketAccess', 'stack', { vendor: call('Vendor.account', ACCOUNT), access: [READ], ...props })];
}

/** A template for customers. The set-up page beside it is large, so it is made only where it matters. */
export function oneClick(props: Properties): ConstructRecipe[] {
  return [construct('OneClickStack', 'app', { vendor: call('Vendor.account', ACCOUNT), kit: false, ...props })];
}

function construct(name: string, under: 'app' | 'stack', props: Properties): ConstructRecipe {
  return { new: name, id: 'Vendor', under, props: struct(`${name}Props`, props) };
}

/** A construct whose props are the value in question. */
export function withProps(name: string, under: 'app' | 'stack'): (props: Expression) => ConstructRecipe[] {
  return (props) => [{ new: name, id: 'Vendor', under, props }];
}
