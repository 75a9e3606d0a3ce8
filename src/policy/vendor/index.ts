/** Vendors as data: the fields of a definition, and what follows from them. */
export { companionLocations } from './companion';
export { offeredModes } from './offered-modes';
export { MODES, type VendorData } from './vendor-data';
export { type AccessMethod, checkAccessMethod, type PartitionUse, vendorFacts, type VendorFacts } from './vendor-facts';
export { VENDOR_FIELDS, type VendorFields, type VendorFieldShape } from './vendor-shape';
export { type DefinitionForm, definitionWords, fieldsOf, type VendorWords } from './vendor-words';
