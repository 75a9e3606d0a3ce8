/** The first draft of a definition. */
export { EXAMPLES } from './examples';
export { installedSchema, SCHEMA, schemaText } from './schema-file';
