import {
  accountOf, checkAccountId, checkBucketName, checkIamName, checkOrganizationId, checkPartition, checkPrincipalArn, checkPrincipalPattern, QUOTAS,
} from '../aws';
import { fail, literalParts } from '../base';
import {
  checkExtraAction, checkScopeGiven, checkSessionTags, COMMON_VARIABLES, compileScope, ExternalIdRule, ExtraActions, KeyScope, Mode, Principals,
  Scopes, ScopeWords, SessionTag, TemplateVariables, WHOLE_BUCKET,
} from '../grant';
import { CompanionBucketData, VendorData } from './vendor-data';
import { checkVendorShape } from './vendor-shape';

/** A way in which a vendor connects. */
export type AccessMethod = 'role' | 'bucketPolicy' | 'accessKey';

/** A vendor, checked, and in the form that compiling needs. */
export interface VendorFacts {
  readonly name: string;
  /** Each is trusted in a statement of its own. None while the vendor's principals are not known. */
  readonly parties: readonly Principals[];
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
}

/** Where the vendor's ARNs will be used. */
interface PartitionUse {
  /** What ARNs are written with; usually a reference. */
  readonly written: string;
  /** Which one it is, where that is known. */
  readonly known?: string;
}

const COMPANION_WORDS: ScopeWords = { parts: 'prefixes', whole: 'wholeBucket: true' };

/** Refuses a way to connect that the vendor does not have. */
export function checkAccessMethod({ name, accessMethods }: VendorFacts, method: AccessMethod, field: string): void {
  if (accessMethods && !accessMethods.includes(method)) {
    fail('MethodNotSupported', field, method, `${name} connects by ${accessMethods.join(' or ')}`);
  }
}

/** Checks a vendor's data, and resolves it for a partition. */
export function vendorFacts(value: unknown, partition: PartitionUse, field: string): VendorFacts {
  const data = checkVendorShape(value, field);
  data.readActions?.forEach((action, i) => checkExtraAction(action, 'read', `${field}.readActions[${i}]`));
  data.writeActions?.forEach((action, i) => checkExtraAction(action, 'write', `${field}.writeActions[${i}]`));
  // Before the name: where the caller gives an ID alone, the name is made of it.
  const trusted = parties(data, partition, field);
  checkName(data.name, `${field}.name`);
  checkPathVariables(data.pathVariables ?? {}, `${field}.pathVariables`);
  if (data.documentationUrl !== undefined) {
    checkUrl(data.documentationUrl, `${field}.documentationUrl`);
  }
  if (data.partition !== undefined && partition.known !== undefined && data.partition !== partition.known) {
    fail('PartitionMismatch', `${field}.partition`, data.partition, `the stack lies in partition ${partition.known}; ask the vendor for its accounts there`);
  }
  return {
    name: data.name,
    parties: trusted,
    externalId: (data.externalId ?? 'required') as ExternalIdRule,
    roleName: data.roleName === undefined ? undefined : checkIamName(data.roleName, QUOTAS.roleName, `${field}.roleName`),
    modes: data.modes as readonly Mode[] | undefined,
    accessMethods: data.accessMethods as readonly AccessMethod[] | undefined,
    extra: { read: data.readActions, write: data.writeActions },
    companions: (data.companionBuckets ?? []).map((bucket, i) => {
      const place = `${field}.companionBuckets[${i}]`;
      return {
        field: place,
        bucketArn: `arn:${partition.written}:s3:::${checkBucketName(bucket.bucketName, `${place}.bucketName`)}`,
        owner: checkCompanionOwner(bucket.ownerAccount, data, `${place}.ownerAccount`),
        mode: bucket.mode as Mode,
        scopes: companionScopes(bucket, place),
      };
    }),
    acceptedEncryption: data.acceptedEncryption,
    sessionTags: data.sessionTags && checkSessionTags(data.sessionTags, `${field}.sessionTags`),
    variables: data.pathVariables ?? COMMON_VARIABLES,
    exportOutputs: data.exportOutputs ?? false,
  };
}

/** A definition comes from the vendor, so it may name the vendor's own buckets only, and never one of the customer. */
function checkCompanionOwner(owner: string, data: VendorData, field: string): string {
  checkAccountId(owner, field);
  const own = [...data.accounts ?? [], ...(data.principals ?? []).map(accountOf)];
  if (!own.includes(owner)) {
    fail('CompanionOwnerInvalid', field, owner, 'give one of the vendor\'s own accounts, as in accounts or principals');
  }
  return owner;
}

function companionScopes({ prefixes, wholeBucket = false }: CompanionBucketData, field: string): Scopes {
  checkScopeGiven({ parts: prefixes !== undefined, wholeBucket }, field, COMPANION_WORDS);
  return prefixes?.map((path, i) => checkedFolder(path, `${field}.prefixes[${i}]`)) ?? WHOLE_BUCKET;
}

function checkedFolder(path: string, field: string): KeyScope {
  const scope: KeyScope = { kind: 'folder', path };
  compileScope(scope, {}, field);
  return scope;
}

function parties(data: VendorData, partition: PartitionUse, field: string): Principals[] {
  const accounts = (data.accounts ?? []).map((id, i) => checkAccountId(id, `${field}.accounts[${i}]`));
  const arns = (data.principals ?? []).map((arn, i) => {
    const place = `${field}.principals[${i}]`;
    checkPrincipalArn(arn, 'any', place);
    checkPartition(arn, partition.known, place);
    return arn;
  });
  const organizationId = data.organizationId === undefined ? undefined : checkOrganizationId(data.organizationId, `${field}.organizationId`);
  const principalArns = data.principalArns?.map((pattern, i) => {
    const place = `${field}.principalArns[${i}]`;
    const account = accounts.find((id) => id === accountOf(pattern)) ?? accounts[0];
    if (account === undefined) {
      fail('DefinitionFieldInvalid', place, pattern, 'principalArns narrow an account; name the account in accounts');
    }
    checkPrincipalPattern(pattern, account, place);
    checkPartition(pattern, partition.known, place);
    return pattern;
  });
  return [
    ...(accounts.length > 0 ? [{ arns: accounts.map((id) => `arn:${partition.written}:iam::${id}:root`), principalArns, organizationId }] : []),
    ...(arns.length > 0 ? [{ arns, organizationId }] : []),
  ];
}

/** A name stands in descriptions and messages, so it fits on a line and has nothing invisible in it. */
function checkName(name: string, field: string): void {
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
function checkPathVariables(variables: TemplateVariables, field: string): void {
  for (const [name, pattern] of Object.entries(variables)) {
    // Names stand in templates between braces, and in messages.
    if (!/^[\w.-]{1,64}$/.test(name)) {
      fail('DefinitionFieldInvalid', `${field}.${name}`, name, 'name a variable with 1 to 64 letters, digits and _.-');
    }
    if (!/^(\*|\?{1,100})$/.test(pattern)) {
      fail('DefinitionFieldInvalid', `${field}.${name}`, pattern, 'give one ? for each character of a fixed length, or *');
    }
  }
}
