import { PARTITIONS } from '../aws';
import { fail, failWith, isRecord, Issues, show } from '../base';
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

/** Checks that a value has the shape of a vendor definition: known fields, right types, nothing missing. Nothing where it has not. */
export function checkVendorShape(value: unknown, field: string, issues: Issues): VendorData | undefined {
  return issues.group((found) => {
    if (isRecord(value)) {
      checkShape(value, { type: 'struct', fields: VENDOR_FIELDS }, field, found);
    } else {
      found.check(() => failUnseen('DefinitionFieldInvalid', field, value, OBJECT));
    }
    return value as unknown as VendorData;
  });
}

/** Fails without the value: what is no definition may be the wrong file, with a secret in it. */
function failUnseen(code: 'DefinitionFieldInvalid' | 'DefinitionFieldUnknown', field: string, received: unknown, remedy: string): never {
  const seen = ['string', 'number', 'boolean'].includes(typeof received) ? `a ${typeof received}` : show(received);
  return failWith({ code, field, received: seen, remedy });
}

function checkShape(value: unknown, shape: VendorFieldShape, field: string, issues: Issues): void {
  const invalid = (remedy: string) => void issues.check(() => fail('DefinitionFieldInvalid', field, value, remedy));
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string' || value === '') {
        return invalid('give a string that is not empty; in YAML, quote what could be read as a number');
      }
      return shape.oneOf && !shape.oneOf.includes(value) ? invalid(`give one of ${shape.oneOf.join(', ')}`) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : invalid('give true or false');
    case 'list':
      if (!Array.isArray(value)) {
        return invalid('give a list');
      }
      return value.length < (shape.minItems ?? 0)
        ? invalid('give at least one entry, or leave the field out')
        : value.forEach((item, i) => checkShape(item, shape.items, `${field}[${i}]`, issues));
    case 'map':
      return isRecord(value)
        ? fieldsOf(value).forEach(([key, item]) => checkShape(item, shape.values, `${field}.${key}`, issues))
        : invalid(OBJECT);
    case 'struct':
      return isRecord(value) ? checkFields(value, shape.fields, field, issues) : invalid(OBJECT);
  }
}

function checkFields(value: Record<string, unknown>, fields: VendorFields, field: string, issues: Issues): void {
  const given = fieldsOf(value);
  for (const [key, item] of given) {
    const name = `${field}.${key}`;
    if (Object.hasOwn(fields, key)) {
      checkShape(item, fields[key], name, issues);
    } else {
      issues.check(() => failUnseen('DefinitionFieldUnknown', name, item, `the fields here are ${Object.keys(fields).join(', ')}`));
    }
  }
  for (const [key, shape] of Object.entries(fields)) {
    if (shape.required && !given.some(([name]) => name === key)) {
      issues.check(() => fail('DefinitionFieldMissing', `${field}.${key}`, undefined, 'add this field'));
    }
  }
}

/** The own fields of an object; unset ones, as TypeScript leaves them, do not count. */
function fieldsOf(value: Record<string, unknown>): Array<[string, unknown]> {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
