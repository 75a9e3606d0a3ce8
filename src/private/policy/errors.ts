/**
 * Everything that can be wrong with a declaration of vendor access.
 *
 * The keys are API: users match on them, and docs/errors.md is generated from this table.
 */
export const ERRORS = {
  AccessDuplicate: 'The same access is declared twice on one bucket.',
  AccessEmpty: 'No access is declared.',
  AccessTypeInvalid: 'An entry of `access` was not made by S3Access.',
  AccountIdInvalid: 'An AWS account ID is not 12 digits.',
  ActionUnknown: 'A vendor definition asks for an S3 action that the library does not know; wildcards are never accepted.',
  ActionWrongMode: 'A vendor definition asks for an action in a mode that does not offer it.',
  AliasInvalid: 'A KMS alias name is malformed, or belongs to a key that AWS manages.',
  ArnInvalid: 'An ARN is malformed, or not of the kind that is needed here.',
  ArnWildcard: 'An ARN holds a wildcard where exactly one account, bucket or principal must be named.',
  BoundaryInvalid: 'A permissions boundary is not a managed policy.',
  BucketInvalid: 'What was given as a bucket is not an IBucket.',
  BucketNameInvalid: 'A bucket name breaks the S3 naming rules.',
  BucketOwnerConflict: 'One bucket is declared with two different owners.',
  BucketPolicyTooLarge: 'The statements for one bucket policy exceed its quota.',
  DefinitionFieldInvalid: 'A field of a vendor definition has the wrong type or value.',
  DefinitionFieldMissing: 'A vendor definition lacks a required field.',
  DefinitionFieldUnknown: 'A vendor definition has a field that does not exist.',
  DefinitionFileInvalid: 'A vendor definition file cannot be read or is not valid JSON or YAML.',
  DescriptionInvalid: 'A description is too long or holds characters that IAM refuses.',
  EncryptionRefusedByVendor: 'The bucket encrypts in a way that the vendor does not accept.',
  ExpiryInvalid: 'An expiry is not a valid date.',
  ExternalIdContradiction: 'An external ID is given together with a reason to have none, or a next one without a present one.',
  ExternalIdFormat: 'An external ID breaks the STS rules: 2 to 1,224 characters of letters, digits and _+=,.@:/-.',
  ExternalIdMissing: 'A role for a third party has no external ID.',
  ExternalIdNotSupported: 'An external ID is given, but the vendor never sends one.',
  ExternalIdPlaceholder: 'An external ID is a placeholder copied from a guide.',
  ExternalIdUnchanged: 'The next external ID equals the present one.',
  KeyCharacterInvalid: 'An object key, a prefix or another value holds a character that a policy document cannot carry.',
  KeyEmpty: 'An object key, prefix or template is empty.',
  KeyLeadingSlash: 'An object key or prefix starts with a slash.',
  KeyPolicyTooLarge: 'The statements for one key policy exceed its quota.',
  KeyScopeTypeInvalid: 'An entry of `keys` was not made by S3KeyScope.',
  KeySegmentInvalid: 'An object key or prefix has an empty, "." or ".." segment.',
  KeyTooLong: 'An object key or prefix exceeds 1,024 UTF-8 bytes.',
  KmsKeyInvalid: 'What was given as a KMS key is not an IKey.',
  KmsKeyRegionMismatch: 'A KMS key lies in another region than the bucket.',
  ListUnresolved: 'A list is known only at deployment, so its length cannot shape the policy.',
  ListWithoutPrefix: 'Listing is asked for, but only single objects are declared.',
  ManagedPoliciesExceeded: 'The permissions exceed what IAM lets one role, group or user carry.',
  MethodNotSupported: 'The vendor does not connect in this way.',
  ModeNotSupported: 'The vendor does not offer this mode of access.',
  NameInvalid: 'An IAM or Secrets Manager name is malformed or too long.',
  OptionNotInMode: 'An option has no meaning in the mode of access.',
  OptionUnknown: 'An option does not exist.',
  OrganizationIdInvalid: 'An AWS Organizations ID is malformed.',
  OutputsConflict: 'Two constructs in one stack would export outputs under the same name.',
  PartitionMismatch: 'An ARN or a vendor belongs to another AWS partition than the stack.',
  PathInvalid: 'An IAM path is malformed or too long.',
  PrincipalAccountMismatch: 'A principal ARN pattern lies outside the account that it narrows.',
  ReasonMissing: 'A reason is required and was left empty.',
  RoleNameFixed: 'The vendor works with one role name only, and another was given.',
  ScopesEmpty: 'A list of prefixes or keys is given and is empty.',
  SerialInvalid: 'An access key serial is not a positive whole number.',
  SessionDurationInvalid: 'A session duration is not between 1 and 12 hours.',
  SessionTagInvalid: 'A session tag is malformed.',
  SourceIpInvalid: 'An IP range is not in CIDR notation, or excludes nothing.',
  TemplateSyntax: 'A key template has unbalanced or empty braces.',
  TemplateValueInvalid: 'A template variable is bound to an empty value or one with a slash.',
  TemplateVariableUnknown: 'A template variable is not known, or is bound but not used.',
  TrustDuplicate: 'The same principals are trusted twice with different external IDs.',
  TrustPolicyTooLarge: 'The trust policy exceeds its quota.',
  ValueTypeInvalid: 'A value has the wrong type.',
  VendorTypeInvalid: 'What was given as a vendor was not made by Vendor.',
} as const;

/** A stable error code. */
export type ErrorCode = keyof typeof ERRORS;

const SHOWN = 100;

/** Renders a received value on one line, short enough to read in a terminal. */
export function show(value: unknown, maxLength: number = SHOWN): string {
  let text: string;
  if (typeof value === 'string') {
    // A reference is shown as what it is: its internal spelling would mean nothing to the reader.
    // eslint-disable-next-line no-control-regex
    text = JSON.stringify(value.replace(/\u0001[^\u0002]*\u0002/g, '<known at deployment>'));
  } else if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean') {
    text = String(value);
  } else if (Array.isArray(value)) {
    text = `a list of ${value.length}`;
  } else {
    text = `a value of type ${typeof value}`;
  }
  text = oneLine(text);
  return text.length > maxLength ? `${text.slice(0, maxLength)}… (${text.length} characters)` : text;
}

/** Spells out what a terminal could treat as a line break: an error gets one line, whatever names are in it. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A declaration that cannot be compiled.
 *
 * The core knows the field and the value; whoever calls it knows the place and adds it with `at`.
 */
export class AccessError extends Error {
  public readonly code: ErrorCode;
  public readonly field: string;
  public readonly detail: string;

  constructor(code: ErrorCode, field: string, detail: string) {
    super(oneLine(`${code}: ${field}: ${detail}`));
    this.name = 'VendorS3AccessError';
    this.code = code;
    this.field = field;
    this.detail = detail;
  }

  /** The same error with the place (a construct path, a file) in its message. */
  public at(place: string): AccessError {
    const located = new AccessError(this.code, this.field, this.detail);
    located.message = oneLine(`${this.code} [${place}] ${this.field}: ${this.detail}`);
    located.stack = this.stack;
    return located;
  }
}

/** Throws an `AccessError` that says what was received and what to do. */
export function fail(code: ErrorCode, field: string, received: unknown, remedy: string): never {
  throw new AccessError(code, field, `received ${show(received)}; ${remedy}`);
}
