import {
  accountOf, checkAccountId, checkBucketName, checkIamName, checkOrganizationId, checkPartition, checkPrincipalArn, checkPrincipalPattern,
  foreignPartition, QUOTAS,
} from '../aws';
import { fail, hasReference, Issues, literalParts } from '../base';
import {
  checkExtraAction, checkPlace, checkSessionTags, COMMON_VARIABLES, ExternalIdRule, ExtraActions, Mode, Principals, Scopes, ScopeWords, SessionTag,
  TemplateVariables,
} from '../grant';
import { KeyPattern } from '../pattern';
import { CompanionBucketData, VendorData } from './vendor-data';
import { checkVendorShape } from './vendor-shape';
import { VendorWords } from './vendor-words';

/** A way in which a vendor connects. */
export type AccessMethod = 'role' | 'bucketPolicy' | 'accessKey';

/** A vendor, checked, and in the form that compiling needs. */
export interface VendorFacts {
  readonly name: string;
  /** Each is trusted in a statement of its own. None while the vendor's principals are not known. */
  readonly parties: readonly Principals[];
  /** Set where an organization is named, and nobody in it: that only narrows accounts and principals. */
  readonly narrowsNobody?: true;
  readonly externalId: ExternalIdRule;
  readonly roleName?: string;
  readonly modes?: readonly Mode[];
  readonly accessMethods?: readonly AccessMethod[];
  readonly extra: ExtraActions;
  readonly companions: readonly Companion[];
  readonly acceptedEncryption?: readonly string[];
  readonly sessionTags?: readonly SessionTag[];
  readonly variables: TemplateVariables;
  readonly exportOutputs: boolean;
}

/** A bucket of the vendor's own that the role must reach. */
interface Companion {
  readonly field: string;
  readonly bucketArn: string;
  readonly owner: string;
  readonly mode: Mode;
  readonly scopes: Scopes;
  readonly patterns: readonly KeyPattern[];
}

/** Where the vendor's ARNs will be used. */
export interface PartitionUse {
  /** What ARNs are written with; usually a reference. */
  readonly written: string;
  /** Which one it is, where that is known. */
  readonly known?: string;
  /** What somebody has typed that decides which one it is; none where nobody has, and what belongs elsewhere is to blame. */
  readonly chosenBy?: { readonly field: string; readonly value: string };
}

const COMPANION_WORDS: ScopeWords = { parts: 'prefixes', whole: 'wholeBucket: true' };

/**
 * Refuses a way to connect that the vendor does not have.
 *
 * @param advice what to do for a vendor that connects in one of these ways
 */
export function checkAccessMethod(
  { name, accessMethods }: VendorFacts, method: AccessMethod, field: string, advice: (methods: readonly AccessMethod[]) => string,
): void {
  if (accessMethods && !accessMethods.includes(method)) {
    fail('MethodNotSupported', field, name, `it connects by ${accessMethods.join(' or ')} only; ${advice(accessMethods)}`);
  }
}

/** Checks a vendor's data, and resolves it for a partition. What is wrong is left out of the result; nothing where the data has no shape. */
export function vendorFacts(value: unknown, stands: PartitionUse, words: VendorWords, issues: Issues): VendorFacts | undefined {
  const data = checkVendorShape(value, words, issues);
  if (data === undefined) {
    return undefined;
  }
  const { at } = words;
  const partition = { ...stands, written: stands.known === undefined ? namedPartition(data) ?? stands.written : stands.written };
  for (const half of ['read', 'write'] as const) {
    data[`${half}Actions`]?.forEach((action, i) => issues.check(() => checkExtraAction(action, half, at(`${half}Actions[${i}]`))));
  }
  // Before the name: where the caller gives an ID alone, the name is made of it.
  const trusted = parties(data, partition, words, issues);
  issues.check(() => checkName(data.name, at('name')));
  checkPathVariables(data.pathVariables ?? {}, at('pathVariables'), issues);
  if (data.documentationUrl !== undefined) {
    issues.check(() => checkUrl(data.documentationUrl!, at('documentationUrl')));
  }
  issues.check(() => checkOwnPartition(data, partition, at('partition')));
  return {
    name: data.name,
    parties: trusted,
    ...trusted.length === 0 && data.organizationId !== undefined && { narrowsNobody: true },
    externalId: (data.externalId ?? 'required') as ExternalIdRule,
    roleName: data.roleName === undefined ? undefined : issues.check(() => checkIamName(data.roleName, QUOTAS.roleName, at('roleName'))),
    modes: data.modes as readonly Mode[] | undefined,
    accessMethods: data.accessMethods as readonly AccessMethod[] | undefined,
    extra: { read: data.readActions, write: data.writeActions },
    companions: (data.companionBuckets ?? []).flatMap((bucket, i) =>
      checkCompanion(bucket, data, partition, at(`companionBuckets[${i}]`), issues) ?? []),
    acceptedEncryption: data.acceptedEncryption,
    sessionTags: data.sessionTags && issues.check(() => checkSessionTags(data.sessionTags!, at('sessionTags'))),
    variables: data.pathVariables ?? COMMON_VARIABLES,
    exportOutputs: data.exportOutputs ?? false,
  };
}

/**
 * The partition that a definition says, or all of its ARNs. It is written out where nobody knows which one the stack will be in: in another
 * one, the account of this number is a stranger's.
 */
function namedPartition({ partition, principals, principalArns }: VendorData): string | undefined {
  const [named, ...others] = new Set([principals, principalArns].flatMap((arns) => arns?.map((arn) => arn.split(':')[1]) ?? []));
  return partition ?? (others.length === 0 ? named : undefined);
}

function checkOwnPartition({ name, partition: own }: VendorData, use: PartitionUse, place: string): void {
  if (own !== undefined && use.known !== undefined && own !== use.known) {
    failElsewhere(name, own, use);
    fail('PartitionMismatch', place, own, `this is used in partition ${use.known}; ask the vendor for its accounts there`);
  }
}

/** Checks an ARN of the vendor's. */
function checkVendorPartition(arn: string, name: string, use: PartitionUse, place: string): void {
  const own = foreignPartition(arn, use.known);
  if (own !== undefined) {
    failElsewhere(name, own, use);
  }
  checkPartition(arn, use.known, place, 'ask the vendor for its principal there');
}

/** Where somebody has chosen the partition, that choice is to blame. */
function failElsewhere(name: string, own: string, { chosenBy }: PartitionUse): void {
  if (chosenBy !== undefined) {
    fail('PartitionMismatch', chosenBy.field, chosenBy.value, `${name} works in partition ${own}; choose a region of that, or ask the vendor for its accounts elsewhere`);
  }
}

function checkCompanion(
  bucket: CompanionBucketData, data: VendorData, partition: PartitionUse, field: string, issues: Issues,
): Companion | undefined {
  const { bucketName, ownerAccount, mode, prefixes, wholeBucket = false } = bucket;
  const name = issues.check(() => checkBucketName(bucketName, `${field}.bucketName`));
  const owner = issues.check(() => checkCompanionOwner(ownerAccount, data, `${field}.ownerAccount`));
  const place = checkPlace({
    field,
    parts: prefixes?.map((path, i) => ({ field: `${field}.prefixes[${i}]`, scope: { kind: 'folder', path } })),
    wholeBucket,
    words: COMPANION_WORDS,
  }, {}, issues);
  return name === undefined || owner === undefined || place === undefined
    ? undefined
    : { field, bucketArn: `arn:${partition.written}:s3:::${name}`, owner, mode: mode as Mode, ...place };
}

/** A definition comes from the vendor, so it may name the vendor's own buckets only, and never one of the customer. */
function checkCompanionOwner(owner: string, data: VendorData, field: string): string {
  checkAccountId(owner, field);
  const own = [...data.accounts ?? [], ...(data.principals ?? []).map(accountOf)];
  if (!own.includes(owner)) {
    const known = own.filter((id) => id !== undefined);
    fail('CompanionOwnerInvalid', field, owner, known.length === 0
      ? 'a bucket here belongs to the vendor; name its account in accounts or principals as well'
      : `give one of the vendor's own accounts, ${known.join(', ')}`);
  }
  return owner;
}

function parties(data: VendorData, use: PartitionUse, { at, principals: principalWords }: VendorWords, issues: Issues): Principals[] {
  const each = <T>(values: readonly T[] | undefined, name: string, check: (value: T, place: string) => void): T[] =>
    (values ?? []).filter((value, i) => issues.check(() => {
      check(value, at(`${name}[${i}]`));
      return true;
    }));
  const accounts = each(data.accounts, 'accounts', checkAccountId);
  const arns = each(data.principals, 'principals', (arn, place) => {
    checkPrincipalArn(arn, 'any', place, principalWords);
    checkVendorPartition(arn, data.name, use, place);
  });
  const organizationId = data.organizationId === undefined
    ? undefined
    : issues.check(() => checkOrganizationId(data.organizationId, at('organizationId')));
  const principalArns = data.principalArns && each(data.principalArns, 'principalArns', (pattern, place) => {
    const account = accounts.find((id) => id === accountOf(pattern)) ?? accounts[0];
    if (account === undefined) {
      // One that is wrong is told of already, and says nothing about the patterns.
      return data.accounts?.length
        ? undefined
        : fail('DefinitionFieldInvalid', place, pattern, 'principalArns narrow an account; name the account in accounts');
    }
    checkPrincipalPattern(pattern, account, place);
    checkVendorPartition(pattern, data.name, use, place);
  });
  return [
    ...(accounts.length > 0 ? [{ arns: accounts.map((id) => `arn:${use.written}:iam::${id}:root`), principalArns, organizationId }] : []),
    ...(arns.length > 0 ? [{ arns, organizationId }] : []),
  ];
}

/** What drafts and guides have in the place of a name, without case and punctuation. */
const PLACEHOLDER_NAMES: ReadonlySet<string> = new Set(['yourname', 'yourcompany', 'yourcompanyname', 'yourvendorname', 'vendorname']);

/** A name stands in descriptions and messages, so it fits on a line and has nothing invisible in it. */
function checkName(name: string, field: string): void {
  if (!hasReference(name) && (name.trim() === '' || PLACEHOLDER_NAMES.has(name.toLowerCase().replace(/[^a-z0-9]/g, '')))) {
    fail('DefinitionFieldInvalid', field, name, 'put in the vendor\'s name, as its customers know it');
  }
  if (literalParts(name).some((part) => part.length > 100 || /[\p{C}\p{Zl}\p{Zp}]/u.test(part))) {
    fail('DefinitionFieldInvalid', field, name, 'give a name of at most 100 visible characters on one line');
  }
  // It becomes part of a role's description, where CloudFormation would put in the customer's secret.
  if (name.includes('{{')) {
    fail('DefinitionFieldInvalid', field, name, 'write the name without {{, which starts a dynamic reference of CloudFormation');
  }
}

/** An address is shown on pages, to be clicked: no other scheme, no user before the host, nothing that ends a link. */
function checkUrl(url: string, field: string): void {
  if (url.length > 2000 || !/^https:\/\/[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:[/?#][\w/?#!$%&*+,.:;=@~-]*)?$/.test(url)) {
    fail('DefinitionFieldInvalid', field, url, 'give an address that starts with https:// and a host, in ASCII; write other characters as %XX');
  }
}

/** A format is a fixed number of characters or anything: wildcards and nothing else. */
function checkPathVariables(variables: TemplateVariables, field: string, issues: Issues): void {
  for (const [name, pattern] of Object.entries(variables)) {
    issues.check(() => {
      // Names stand in templates between braces, and in messages.
      if (!/^[\w.-]{1,64}$/.test(name)) {
        fail('DefinitionFieldInvalid', `${field}.${name}`, name, 'name a variable with 1 to 64 letters, digits and _.-');
      }
      if (!/^(\*|\?{1,100})$/.test(pattern)) {
        fail('DefinitionFieldInvalid', `${field}.${name}`, pattern, 'give one ? for each character of a fixed length, or *');
      }
    });
  }
}
