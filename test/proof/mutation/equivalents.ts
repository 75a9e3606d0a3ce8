import { EquivalentMutant } from './comparison';

/**
 * Mutants that behave as the code itself does, each with the reason. One that a test could notice does not belong here: it is
 * killed by a test. The scores count these as not detected.
 */
export const EQUIVALENTS: readonly EquivalentMutant[] = [
];
