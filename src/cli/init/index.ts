/** The first draft of a definition. */
export { draft } from './draft';
export { EXAMPLES } from './examples';
export { installedSchema, SCHEMA, schemaText } from './schema-file';
