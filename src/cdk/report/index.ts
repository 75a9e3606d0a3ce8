/** How errors and warnings reach the user of a construct. */
export { located } from './located';
export { warn, WARNING_PREFIX, WARNINGS } from './warnings';
