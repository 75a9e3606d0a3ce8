import { PARTITIONS } from '../aws';
import { didYouMean, fail, failWith, isRecord, Issues, nearest, show } from '../base';
import { ACCESS_METHODS, ENCRYPTION_HEADERS, EXTERNAL_ID_ISSUERS, EXTERNAL_ID_RULES, MODES, VendorData } from './vendor-data';
import { VendorWords } from './vendor-words';

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
export function checkVendorShape(value: unknown, words: VendorWords, issues: Issues): VendorData | undefined {
  return issues.group((found) => {
    if (isRecord(value)) {
      new ShapeCheck(words, found).fields(value, VENDOR_FIELDS, '');
    } else {
      found.check(() => failUnseen('DefinitionFieldInvalid', words.at(''), value, words.struct));
    }
    return value as unknown as VendorData;
  });
}

/** Fails without the value: what is no definition may be the wrong file, with a secret in it. */
function failUnseen(code: 'DefinitionFieldInvalid' | 'DefinitionFieldUnknown', field: string, received: unknown, remedy: string): never {
  const seen = ['string', 'number', 'boolean'].includes(typeof received) ? `a ${typeof received}` : show(received);
  return failWith({ code, field, received: seen, remedy });
}

class ShapeCheck {
  constructor(private readonly words: VendorWords, private readonly issues: Issues) {
  }

  /** @param path empty for the definition itself */
  public fields(value: Record<string, unknown>, fields: VendorFields, path: string): void {
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    const names = Object.keys(fields);
    const given = ownFields(value);
    for (const [name, item] of given) {
      if (Object.hasOwn(fields, name)) {
        this.value(item, fields[name], at(name));
      } else {
        this.issues.check(() => failUnseen('DefinitionFieldUnknown', this.words.at(at(name)), item, `${didYouMean(name, names)}the fields here are ${names.join(', ')}`));
      }
    }
    for (const [name, shape] of Object.entries(fields)) {
      // One that is misspelt is not missing as well.
      if (shape.required && !given.some(([own]) => nearest(own, names) === name)) {
        this.issues.check(() => fail('DefinitionFieldMissing', this.words.at(at(name)), undefined, 'add this field'));
      }
    }
  }

  private value(value: unknown, shape: VendorFieldShape, path: string): void {
    const invalid = (remedy: string) => void this.issues.check(() => fail('DefinitionFieldInvalid', this.words.at(path), value, remedy));
    switch (shape.type) {
      case 'string':
        return isText(value) && shape.oneOf?.includes(value) !== false ? undefined : invalid(this.textRemedy(value, shape.oneOf));
      case 'boolean':
        return typeof value === 'boolean' ? undefined : invalid('give true or false');
      case 'list':
        if (!Array.isArray(value)) {
          return invalid('give a list');
        }
        return value.length < (shape.minItems ?? 0)
          ? invalid('give at least one entry, or leave the field out')
          : value.forEach((item, i) => this.value(item, shape.items, `${path}[${i}]`));
      case 'map':
        return isRecord(value)
          ? ownFields(value).forEach(([key, item]) => this.value(item, shape.values, `${path}.${key}`))
          : invalid(this.words.struct);
      case 'struct':
        return isRecord(value) ? this.fields(value, shape.fields, path) : invalid(this.words.struct);
    }
  }

  private textRemedy(value: unknown, oneOf: readonly string[] | undefined): string {
    if (oneOf !== undefined) {
      return `${didYouMean(value, oneOf)}give one of ${oneOf.join(', ')}`;
    }
    return typeof value === 'number' ? this.words.number : 'give a string that is not empty';
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The own fields of an object; unset ones, as TypeScript leaves them, do not count. */
function ownFields(value: Record<string, unknown>): Array<[string, unknown]> {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}
