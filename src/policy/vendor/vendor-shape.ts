import { PARTITIONS } from '../aws';
import { AccessError, fail, show } from '../base';
import { ACCESS_METHODS, ENCRYPTION_HEADERS, EXTERNAL_ID_ISSUERS, EXTERNAL_ID_RULES, MODES, VendorData } from './vendor-data';

/** The type of one field of a vendor definition. */
export type VendorFieldShape =
  | { readonly type: 'string'; readonly oneOf?: readonly string[] }
  | { readonly type: 'boolean' }
  | { readonly type: 'list'; readonly items: VendorFieldShape; readonly minItems?: number }
  | { readonly type: 'map'; readonly values: VendorFieldShape }
  | { readonly type: 'struct'; readonly fields: VendorFields };

/** Fields by name. */
export type VendorFields = Readonly<Record<string, VendorFieldShape & { readonly required?: true }>>;

const TEXT: VendorFieldShape = { type: 'string' };

const OBJECT = 'give an object with named fields';

/** The one table of the fields of a vendor definition. */
export const VENDOR_FIELDS: VendorFields = {
  name: { type: 'string', required: true },
  partition: { type: 'string', oneOf: PARTITIONS },
  accounts: { type: 'list', items: TEXT },
  principals: { type: 'list', items: TEXT },
  principalArns: { type: 'list', items: TEXT, minItems: 1 },
  organizationId: TEXT,
  externalId: { type: 'string', oneOf: EXTERNAL_ID_RULES },
  externalIdIssuer: { type: 'string', oneOf: EXTERNAL_ID_ISSUERS },
  roleName: TEXT,
  modes: { type: 'list', items: { type: 'string', oneOf: MODES }, minItems: 1 },
  accessMethods: { type: 'list', items: { type: 'string', oneOf: ACCESS_METHODS }, minItems: 1 },
  readActions: { type: 'list', items: TEXT },
  writeActions: { type: 'list', items: TEXT },
  companionBuckets: {
    type: 'list',
    items: {
      type: 'struct',
      fields: {
        bucketName: { type: 'string', required: true },
        ownerAccount: { type: 'string', required: true },
        mode: { type: 'string', oneOf: MODES, required: true },
        prefixes: { type: 'list', items: TEXT, minItems: 1 },
        wholeBucket: { type: 'boolean' },
      },
    },
  },
  acceptedEncryption: { type: 'list', items: { type: 'string', oneOf: ENCRYPTION_HEADERS }, minItems: 1 },
  sessionTags: {
    type: 'list',
    items: { type: 'struct', fields: { key: { type: 'string', required: true }, values: { type: 'list', items: TEXT, minItems: 1 } } },
  },
  pathVariables: { type: 'map', values: TEXT },
  exportOutputs: { type: 'boolean' },
  documentationUrl: TEXT,
};

/** Checks that a value has the shape of a vendor definition: known fields, right types, nothing missing. */
export function checkVendorShape(value: unknown, field: string): VendorData {
  if (!isRecord(value)) {
    failUnseen('DefinitionFieldInvalid', field, value, OBJECT);
  }
  checkShape(value, { type: 'struct', fields: VENDOR_FIELDS }, field);
  return value as unknown as VendorData;
}

/** Fails without the value: what is no definition may be the wrong file, with a secret in it. */
function failUnseen(code: 'DefinitionFieldInvalid' | 'DefinitionFieldUnknown', field: string, received: unknown, remedy: string): never {
  const seen = ['string', 'number', 'boolean'].includes(typeof received) ? `a ${typeof received}` : show(received);
  throw new AccessError(code, field, `received ${seen}; ${remedy}`);
}

function checkShape(value: unknown, shape: VendorFieldShape, field: string): void {
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string' || value === '') {
        fail('DefinitionFieldInvalid', field, value, 'give a string that is not empty; in YAML, quote what could be read as a number');
      }
      if (shape.oneOf && !shape.oneOf.includes(value)) {
        fail('DefinitionFieldInvalid', field, value, `give one of ${shape.oneOf.join(', ')}`);
      }
      return;
    case 'boolean':
      if (typeof value !== 'boolean') {
        fail('DefinitionFieldInvalid', field, value, 'give true or false');
      }
      return;
    case 'list':
      if (!Array.isArray(value)) {
        fail('DefinitionFieldInvalid', field, value, 'give a list');
      }
      if (value.length < (shape.minItems ?? 0)) {
        fail('DefinitionFieldInvalid', field, value, 'give at least one entry, or leave the field out');
      }
      value.forEach((item, i) => checkShape(item, shape.items, `${field}[${i}]`));
      return;
    case 'map':
      entries(value, field).forEach(([key, item]) => checkShape(item, shape.values, `${field}.${key}`));
      return;
    case 'struct':
      checkFields(value, shape.fields, field);
  }
}

function checkFields(value: unknown, fields: VendorFields, field: string): void {
  const given = entries(value, field);
  for (const [key, item] of given) {
    const name = `${field}.${key}`;
    if (!Object.hasOwn(fields, key)) {
      failUnseen('DefinitionFieldUnknown', name, item, `the fields here are ${Object.keys(fields).join(', ')}`);
    }
    checkShape(item, fields[key], name);
  }
  for (const [key, shape] of Object.entries(fields)) {
    if (shape.required && !given.some(([name]) => name === key)) {
      fail('DefinitionFieldMissing', `${field}.${key}`, undefined, 'add this field');
    }
  }
}

/** The own fields of an object; unset ones, as TypeScript leaves them, do not count. */
function entries(value: unknown, field: string): Array<[string, unknown]> {
  if (!isRecord(value)) {
    fail('DefinitionFieldInvalid', field, value, OBJECT);
  }
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/**
 * Whether a value is a plain object with named fields, of this realm or another. A Map has none, and one of a class may
 * keep them where a copy does not find them: either would pass as empty.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (!Array.isArray(value) && Object.getPrototypeOf(prototype) === null);
}
