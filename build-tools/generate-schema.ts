/** Writes schema/vendor-definition.schema.json from the core's table of fields, and the docstrings of the definition. */
import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { documentation, Documentation } from './interface-documentation';
import { EXAMPLES } from '../src/cli/init/examples';
import { VENDOR_FIELDS, VendorFields, VendorFieldShape } from '../src/private/policy';

const root = resolve(__dirname, '..');
const docs = documentation(['src/vendor-definition.ts', 'src/s3-access.ts'].map((file) => join(root, file)));

const schema = {
  // The newest draft that editors know in full.
  $schema: 'http://json-schema.org/draft-07/schema#',
  $comment: 'Written by "npm run docs:generate" from src/private/policy/vendor-shape.ts and src/vendor-definition.ts.',
  title: 'Vendor definition of cdk-vendor-s3-access',
  description: docs.VendorDefinition.text,
  ...structSchema(VENDOR_FIELDS, docs.VendorDefinition),
};

mkdirSync(join(root, 'schema'), { recursive: true });
writeFileSync(join(root, 'schema', 'vendor-definition.schema.json'), `${JSON.stringify(schema, undefined, 2)}\n`);

function structSchema(fields: VendorFields, { members }: Documentation): object {
  const required = Object.entries(fields).filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(Object.entries(fields).map(([name, shape]) => {
      const { text, type } = members[name];
      const example = fields === VENDOR_FIELDS ? EXAMPLES[name as keyof typeof EXAMPLES] : undefined;
      return [name, {
        description: text,
        ...shapeSchema(shape, type),
        ...(example === undefined ? {} : { examples: [example] }),
      }];
    })),
  };
}

/** @param type the name of the interface that a struct is documented in */
function shapeSchema(shape: VendorFieldShape, type: string): object {
  switch (shape.type) {
    case 'string':
      return shape.oneOf ? { type: 'string', enum: shape.oneOf } : { type: 'string', minLength: 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: shapeSchema(shape.items, type), ...(shape.minItems === undefined ? {} : { minItems: shape.minItems }) };
    case 'map':
      return { type: 'object', additionalProperties: shapeSchema(shape.values, type) };
    case 'struct':
      return structSchema(shape.fields, docs[type]);
  }
}
