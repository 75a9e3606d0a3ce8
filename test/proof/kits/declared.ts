import { Filled } from './filled';
import { KitVendor } from './kit-vendor';
import { CUSTOMER, Declaration, KeyDeclaration } from '../meaning/declaration';

/** What a customer has declared who filled in a template like this. */
export function declarationOf({ definition, modes }: KitVendor, { externalId, principalArn, buckets }: Filled): Declaration {
  const arns = [...new Set(buckets.flatMap(({ keyArn }) => keyArn ?? []))];
  return {
    construct: 'role',
    // Until it is told a principal, nobody is trusted.
    vendor: { kind: 'definition', definition: principalArn === undefined ? definition : { ...definition, principals: [principalArn] } },
    externalId,
    buckets: buckets.map(({ name }) => ({ source: 'imported', name })),
    keys: arns.map(keyOf),
    access: buckets.map(({ prefix, mode = modes[0], keyArn }, bucket) => ({
      bucket,
      mode,
      scopes: prefix === undefined ? 'wholeBucket' : [{ kind: 'folder', path: prefix }],
      keys: keyArn === undefined ? [] : [arns.indexOf(keyArn)],
    })),
  };
}

function keyOf(arn: string): KeyDeclaration {
  const [, , , region, account, key] = arn.split(':');
  return { source: 'imported', id: key.replace('key/', ''), region, ...(account === CUSTOMER ? {} : { owner: account }) };
}
