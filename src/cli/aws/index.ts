/** Calls to AWS. */
export { checkEndpoint } from './endpoint';
export { otherRegion, type Outcome, outcomeOf } from './outcome';
export type { Refusal, RefusingPolicy } from './refusal';
export { chosenRegion, defaultRegion } from './region';
export { awsSdk } from './sdk';
