/** What a vendor offers, and what a customer fills in; runs in a browser. */
export { CALL_BACK_ID, CALL_BACK_TIMEOUT, callBackNotice, toldByStack } from './call-back';
export { kitFacts, resolveKit } from './resolve-kit';
export { type CallBackTopic, type KitFacts } from './kit-facts';
export { launchLink, launchParameters } from './launch-link';
export { PARAMETERS, type SlotParameters, slotParameters } from './parameter-names';
export { externalIdOptional, type ParameterGroup, parameterGroups } from './parameters';
export { PREFIX_LENGTH } from './parameter-patterns';
export { checkSetup, defaultRoleName, FORM_WORDS, type Setup, type SetupBucket, type SetupInput } from './setup';
export { checkTemplateUrl, homeRegion } from './template-url';
export { checkKitVersion, LATEST } from './version';
