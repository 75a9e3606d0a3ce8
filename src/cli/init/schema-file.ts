import { existsSync, readFileSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';

/** The name of the schema, in the package and beside a definition. */
export const SCHEMA = 'vendor-definition.schema.json';

const INSTALLED = join('node_modules', 'cdk-vendor-s3-access', 'schema', SCHEMA);

/** What is needed of the schema here. */
export interface DefinitionSchema {
  readonly properties: Readonly<Record<string, { readonly description: string }>>;
}

/** The schema of a vendor definition, as the package brings it. */
export function schemaText(): string {
  return readFileSync(join(__dirname, '..', '..', '..', 'schema', SCHEMA), 'utf8');
}

/** The path from a folder to the schema in the package that is installed there, or in a folder around it. */
export function installedSchema(folder: string): string | undefined {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    const file = join(at, INSTALLED);
    if (existsSync(file)) {
      const path = relative(start, file).replace(/\\/g, '/');
      return path.startsWith('.') ? path : `./${path}`;
    }
    if (at === dirname(at)) {
      return undefined;
    }
  }
}
