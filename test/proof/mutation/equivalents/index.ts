import { IN_CONSTRUCTS } from './constructs';
import { IN_CORE } from './core';

import { EquivalentMutant } from '../comparison';
import { Scope } from '../scope';

/**
 * Mutants that behave as the code itself does, each with the reason. One that a test could notice does not belong here: it is
 * killed by a test. The scores count these as not detected.
 */
export const EQUIVALENTS: Readonly<Record<Scope['name'], readonly EquivalentMutant[]>> = {
  core: IN_CORE,
  constructs: IN_CONSTRUCTS,
  reported: [],
};
