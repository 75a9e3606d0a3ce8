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
  CallBackInvalid: 'The topic that a one-click stack calls back is not the ARN of a standard SNS topic.',
  CompanionOwnerInvalid: 'A vendor definition claims a bucket of the customer, or of an account that is not the vendor\'s.',
  DefinitionFieldInvalid: 'A field of a vendor definition has the wrong type or value.',
  DefinitionFieldMissing: 'A vendor definition lacks a required field.',
  DefinitionFieldUnknown: 'A vendor definition has a field that does not exist.',
  DefinitionFileInvalid: 'A vendor definition file cannot be read or is not valid JSON or YAML.',
  DescriptionInvalid: 'A description is too long, holds characters that IAM refuses, or lacks what customers have to read.',
  EncryptionRefusedByVendor: 'The bucket encrypts in a way that the vendor does not accept.',
  ExpiryInvalid: 'An expiry is not a valid date.',
  ExternalIdContradiction: 'An external ID is given together with a reason to have none, or a next one without a present one.',
  ExternalIdFormat: 'An external ID breaks the STS rules: 2 to 1,224 characters of letters, digits and _+=,.@:/-.',
  ExternalIdMissing: 'A role for a third party has no external ID.',
  ExternalIdNotSupported: 'An external ID is given, but the vendor never sends one.',
  ExternalIdPlaceholder: 'An external ID is a placeholder copied from a guide.',
  ExternalIdUnchanged: 'The next external ID equals the present one.',
  KeyCharacterInvalid: 'An object key, a prefix or another value holds a character that a policy document cannot carry.',
  KeyDynamicReference: 'An object key or prefix holds a dynamic reference, which CloudFormation puts in without escaping.',
  KeyEmpty: 'An object key, prefix or template is empty.',
  KeyLeadingSlash: 'An object key or prefix starts with a slash.',
  KeyPolicyTooLarge: 'The statements for one key policy exceed its quota.',
  KeyScopeTypeInvalid: 'An entry of `keys` was not made by S3KeyScope.',
  KeySegmentInvalid: 'An object key or prefix has an empty, "." or ".." segment.',
  KeyTooLong: 'An object key or prefix exceeds 1,024 UTF-8 bytes.',
  KitVersionInvalid: 'The version of a kit cannot stand in a path.',
  KmsKeyInvalid: 'What was given as a KMS key is not an IKey.',
  KmsKeyRegionMismatch: 'A KMS key lies in another region than the bucket.',
  LaunchLinkInvalid: 'A launch link names a parameter that the template does not have, or breaks a limit of CloudFormation.',
  ListUnresolved: 'A list is known only at deployment, so its length cannot shape the policy.',
  ListWithoutPrefix: 'Listing is asked for, but only single objects are declared.',
  ManagedPoliciesExceeded: 'The permissions exceed what IAM lets one role, group or user carry.',
  MethodNotSupported: 'The vendor does not connect in this way.',
  ModeNotSupported: 'The vendor does not offer this mode of access.',
  NameInvalid: 'An IAM or Secrets Manager name is malformed or too long.',
  OptionNotInMode: 'An option has no meaning in the mode of access.',
  OrganizationIdInvalid: 'An AWS Organizations ID is malformed.',
  OutputsConflict: 'Two constructs in one stack would export outputs under the same name.',
  PartitionMismatch: 'An ARN or a vendor belongs to another AWS partition than the stack.',
  PathInvalid: 'An IAM path is malformed or too long.',
  PrincipalAccountMismatch: 'A principal ARN pattern lies outside the account that it narrows.',
  PropertyUnknown: 'A property does not exist.',
  ReasonMissing: 'A reason is required and was left empty.',
  RegionInvalid: 'A region is missing or malformed, or the template cannot be launched there.',
  RoleNameFixed: 'The vendor works with one role name only, and another was given.',
  RoleNameTaken: 'Two roles in one stack have the same name.',
  ScopeMissing: 'Access does not say where in the bucket, says both parts of it and all of it, or names a part that is or may be all of it.',
  ScopesEmpty: 'A list of prefixes or keys is given and is empty.',
  SerialInvalid: 'An access key serial is not a positive whole number.',
  SessionDurationInvalid: 'A session duration is not between 1 and 12 hours.',
  SessionTagInvalid: 'A session tag is malformed.',
  SlotsInvalid: 'The number of buckets that a one-click template takes is not a whole number from 1 to 10.',
  SourceIpInvalid: 'An IP range is not in CIDR notation, or excludes nothing.',
  StackContentInvalid: 'A one-click stack holds what a customer could not deploy from the template alone.',
  StackNameInvalid: 'The name of a stack breaks the rules of CloudFormation.',
  TemplateSyntax: 'A key template has unbalanced or empty braces.',
  TemplateTooLarge: 'A template exceeds what CloudFormation accepts.',
  TemplateUrlInvalid: 'The address of a published template is not one that CloudFormation can read.',
  TemplateValueInvalid: 'A template variable is bound to an empty value or one with a slash.',
  TemplateVariableUnknown: 'A template variable is not known, or is bound but not used.',
  TrustDuplicate: 'The same principals are trusted twice with different external IDs.',
  TrustPolicyTooLarge: 'The trust policy exceeds its quota.',
  ValueChanged: 'A lazy value changed after it was used in a policy.',
  ValueTypeInvalid: 'A value has the wrong type.',
  VendorTypeInvalid: 'What was given as a vendor was not made by Vendor.',
} as const;

/** A stable error code. */
export type ErrorCode = keyof typeof ERRORS;

const SHOWN = 100;

/** The longest place and field in a message. */
const NAMED = 300;

/** The longest advice. */
const ADVISED = 1000;

/** Renders a received value on one line, short enough to read in a terminal. */
export function show(value: unknown, maxLength: number = SHOWN): string {
  if (typeof value === 'string') {
    return cut(oneLine(JSON.stringify(withoutReferences(value))), maxLength);
  }
  if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return Array.isArray(value) ? `a list of ${value.length}` : `a value of type ${typeof value}`;
}

/** A reference is shown as what it is, and so is what the CDK has in the place of one: their spellings would mean nothing to the reader. */
function withoutReferences(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u0001[^\u0001\u0002]*\u0002|\$\{Token\[[^\]]*\]\}/g, '<known at deployment>');
}

function cut(text: string, maxLength: number): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}… (${text.length} characters)` : text;
}

/**
 * Spells out what a terminal could treat as a line break, a command or a change of direction: a message gets one line
 * and reads as it is, whatever names are in it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (c) => {
    const point = c.codePointAt(0)!.toString(16);
    return point.length > 4 ? `\\u{${point}}` : `\\u${point.padStart(4, '0')}`;
  });
}

/** One thing that is wrong with what somebody declared. */
export interface Issue {
  readonly code: ErrorCode;
  /** The field that it is about, as the place where it was declared calls it. */
  readonly field: string;
  /** What was received, ready to be read. */
  readonly received: string;
  /** What to do. */
  readonly remedy: string;
}

/** What was received, and what to do: an issue without its code and field. */
export function detailOf({ received, remedy }: Issue): string {
  return `received ${received}; ${remedy}`;
}

/**
 * A declaration that cannot be compiled. The message tells the first thing that is wrong with it.
 *
 * The core knows the field and the value; whoever calls it knows the place and adds it with `at`.
 */
export class AccessError extends Error {
  // Not enumerable, as in Node.js's own errors: the message says it all, and is printed with what can be enumerated.
  public readonly code!: ErrorCode;
  public readonly field!: string;
  public readonly detail!: string;
  /** All that is wrong, as far as it was looked for; the first one is that of the message. */
  public readonly issues!: readonly [Issue, ...Issue[]];

  constructor(issues: readonly [Issue, ...Issue[]], place?: string) {
    const [{ code, field }] = issues;
    const detail = detailOf(issues[0]);
    const where = place === undefined ? `${code}:` : `${code} [${cut(place, NAMED)}]`;
    super(oneLine(withoutReferences(`${where} ${cut(field, NAMED)}: ${detail}`)));
    Object.defineProperties(this, {
      name: { value: 'VendorS3AccessError' },
      code: { value: code },
      field: { value: field },
      detail: { value: detail },
      issues: { value: issues },
    });
  }

  /** The same error with the place (a construct path, a file) in its message. */
  public at(place: string): AccessError {
    const located = new AccessError(this.issues, place);
    // Where it came from, under the new message: Node.js prints the stack, not the message.
    const frames = /\n {4}at [^]*$/.exec(this.stack ?? '')?.[0] ?? '';
    located.stack = `${located.name}: ${located.message}${frames}`;
    return located;
  }
}

/** Throws an `AccessError` that says what was received and what to do. */
export function fail(code: ErrorCode, field: string, received: unknown, remedy: string): never {
  // A remedy may list names that a definition brought along.
  return failWith({ code, field, received: show(received), remedy: cut(remedy, ADVISED) });
}

/** The same, where what was received is told in words. */
export function failWith(issue: Issue): never {
  throw new AccessError([issue]);
}
