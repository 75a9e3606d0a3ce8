/** The vendors that the library knows, as data. */
export { CATALOGUE } from './catalogue';
export { type CatalogueName } from './known-vendor';
