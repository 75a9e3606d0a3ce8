/** What is typed. */
export { addBucketOptions, bucketWarnings, SCOPE_OPTIONS } from './buckets';
export { catalogue, type CatalogueEntry } from './catalogue-entries';
export { addKitOptions, addTemplateOptions, type KitOptions, type KitProps, kitProps } from './kit-options';
export { guardOptions, mayComeTwice } from './option-guard';
export { checkOutFile, checkWayTo } from './out-path';
export { addVendorOptions, entryOf, resolveVendor, type VendorOptions } from './vendor-source';
