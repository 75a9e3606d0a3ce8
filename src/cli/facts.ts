/* eslint-disable @typescript-eslint/no-require-imports */
import { KitOptions, kitProps } from './kit-options';
import { resolveVendor } from './vendor-source';
import type { KitFacts } from '../one-click/setup/facts';

/**
 * What a kit knows of its vendor; no stack is made for it.
 *
 * @param regions by default all that are known in the vendor's partition
 */
export function resolveFacts(options: KitOptions, regions?: readonly string[]): KitFacts {
  const { factsOf } = require('../one-click/facts-of') as typeof import('../one-click/facts-of');
  return factsOf(resolveVendor(options), { ...kitProps(options), regions });
}
