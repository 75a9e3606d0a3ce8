/** Writes schema/vendor-definition.schema.json. */
import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { definitionSchema } from './definition-schema';

const folder = resolve(__dirname, '..', 'schema');

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'vendor-definition.schema.json'), `${JSON.stringify(definitionSchema(), undefined, 2)}\n`);
