/** Vendors as data: the fields of a definition, what follows from them, and the ones that the library knows. */
export { CATALOGUE } from './catalogue';
export { type CatalogueName } from './catalogue/known-vendor';
export { companionLocations } from './companion';
export { offeredModes } from './offered-modes';
export { MODES, type VendorData } from './vendor-data';
export { type AccessMethod, checkAccessMethod, type PartitionUse, vendorFacts, type VendorFacts } from './vendor-facts';
export { VENDOR_FIELDS, type VendorFields, type VendorFieldShape } from './vendor-shape';
