/** Vendors as data: the fields of a definition, and what follows from them. */
export { companionLocations } from './companion';
export { MODES, type VendorData } from './vendor-data';
export { type AccessMethod, checkAccessMethod, vendorFacts, type VendorFacts } from './vendor-facts';
export { isRecord, VENDOR_FIELDS, type VendorFields, type VendorFieldShape } from './vendor-shape';
