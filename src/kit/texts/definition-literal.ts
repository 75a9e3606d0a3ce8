import { listLiteral, objectLiteral, textLiteral } from './typescript-literal';
import { VendorData } from '../../policy/vendor';

/** The enums of the library whose values stand in definitions: the name of the enum, and of each value. */
const ENUMS: Readonly<Record<string, { readonly type: string; readonly members: Readonly<Record<string, string>> }>> = {
  accessMethods: { type: 'VendorAccessMethod', members: { role: 'ROLE', bucketPolicy: 'BUCKET_POLICY', accessKey: 'ACCESS_KEY' } },
  acceptedEncryption: { type: 'VendorEncryption', members: { 'AES256': 'SSE_S3', 'aws:kms': 'SSE_KMS', 'aws:kms:dsse': 'DSSE_KMS' } },
  externalId: { type: 'ExternalIdPolicy', members: { required: 'REQUIRED', optional: 'OPTIONAL', unsupported: 'UNSUPPORTED' } },
  externalIdIssuer: { type: 'ExternalIdIssuer', members: { customer: 'CUSTOMER', vendor: 'VENDOR' } },
  mode: { type: 'S3AccessMode', members: { read: 'READ', write: 'WRITE', readWrite: 'READ_WRITE' } },
  modes: { type: 'S3AccessMode', members: { read: 'READ', write: 'WRITE', readWrite: 'READ_WRITE' } },
};

/** Code, and what it needs from the library. */
export interface Code {
  readonly code: string;
  readonly imports: readonly string[];
}

/** A vendor's definition in TypeScript. */
export function definitionLiteral(definition: VendorData, indent: string): Code {
  const imports = new Set<string>();
  const code = literal(definition, indent, (name, text) => {
    const { type, members } = ENUMS[name];
    imports.add(type);
    return `${type}.${members[text]}`;
  });
  return { code, imports: [...imports] };
}

/** The fields are known and checked; so an enum's value is one of its own. `pathVariables` has names of the vendor's. */
function literal(value: unknown, indent: string, enumerated: (name: string, text: string) => string, name = ''): string {
  if (Array.isArray(value)) {
    return listLiteral(value.map((item) => literal(item, `${indent}  `, enumerated, name)), indent);
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, item]) => item !== undefined);
    return objectLiteral(fields.map(([key, item]) => [key, literal(item, `${indent}  `, enumerated, name === 'pathVariables' ? '' : key)]), indent);
  }
  if (typeof value === 'string') {
    return Object.hasOwn(ENUMS, name) ? enumerated(name, value) : textLiteral(value);
  }
  return String(value);
}
