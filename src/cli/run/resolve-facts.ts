/* eslint-disable @typescript-eslint/no-require-imports */
import type { KitFacts } from '../../kit/form';
import { KitOptions, kitProps, resolveVendor } from '../options';

/**
 * What a kit knows of its vendor; no stack is made for it.
 *
 * @param regions by default all that are known in the vendor's partition
 */
export function resolveFacts(options: KitOptions, regions?: readonly string[]): KitFacts {
  const { kitFacts } = require('../../kit/form') as typeof import('../../kit/form');
  return kitFacts(resolveVendor(options), { ...kitProps(options), regions });
}
