/** How errors and warnings reach the user of a construct. */
export { inFile, located } from './located';
export { warn, warnAtSynth, WARNING_PREFIX, WARNINGS } from './warnings';
