import { resolve } from 'path';
import { documentation, Documentation } from './interface-documentation';
import { EXAMPLES } from '../src/cli/init';
import { VENDOR_FIELDS, VendorFields, VendorFieldShape } from '../src/policy/vendor';

type Docs = ReturnType<typeof documentation>;

/** The JSON Schema of a definition file: the core's table of fields, with the docstrings of the definition. */
export function definitionSchema(): object {
  const docs = documentation(['vendor-definition.ts', 's3-access.ts'].map((file) => resolve(__dirname, '..', 'src', 'api', file)));
  return {
    // The newest draft that editors know in full.
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Written by "npm run docs:generate" from src/policy/vendor/vendor-shape.ts and src/api/vendor-definition.ts.',
    title: 'Vendor definition of cdk-vendor-s3-access',
    description: docs.VendorDefinition.text,
    ...structSchema(VENDOR_FIELDS, docs.VendorDefinition, docs),
  };
}

function structSchema(fields: VendorFields, { members }: Documentation, docs: Docs): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.entries(fields).filter(([, field]) => field.required).map(([name]) => name),
    properties: Object.fromEntries(Object.entries(fields).map(([name, shape]) => {
      const { text, type } = members[name];
      return [name, {
        description: text,
        ...shapeSchema(shape, type, docs),
        ...(fields === VENDOR_FIELDS ? { examples: [EXAMPLES[name as keyof typeof EXAMPLES]] } : {}),
      }];
    })),
  };
}

/** @param type the name of the interface that a struct is documented in */
function shapeSchema(shape: VendorFieldShape, type: string, docs: Docs): object {
  switch (shape.type) {
    case 'string':
      return shape.oneOf ? { type: 'string', enum: shape.oneOf } : { type: 'string', minLength: 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return { type: 'array', items: shapeSchema(shape.items, type, docs), ...(shape.minItems === undefined ? {} : { minItems: shape.minItems }) };
    case 'map':
      return { type: 'object', additionalProperties: shapeSchema(shape.values, type, docs) };
    case 'struct':
      return structSchema(shape.fields, docs[type], docs);
  }
}
