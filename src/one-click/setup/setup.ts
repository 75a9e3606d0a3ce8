import { KitFacts } from './facts';
import { FieldError, Form } from './form';
import { partitionOf } from './partition';
import {
  checkAccountId, checkIamName, fail, Mode, MODES, pack, PlainAccess, plainLocation, plainPermissions, plainTrust, plainVendor,
  PolicyJson, QUOTAS, Surroundings, toJson, VendorFacts,
} from '../../private/policy';

/** One bucket, as typed; an empty text is none. */
export interface BucketInput {
  readonly bucketName: string;
  readonly prefix: string;
  readonly mode: string;
  readonly keyArn: string;
}

/** What a customer has typed; an empty text is none. */
export interface SetupInput {
  /** The account that owns the buckets, and will have the role. */
  readonly accountId: string;
  readonly region: string;
  readonly externalId: string;
  readonly principalArn: string;
  readonly roleName: string;
  readonly buckets: readonly BucketInput[];
}

/** One bucket of a set-up that was checked. */
export interface SetupBucket {
  readonly bucketName: string;
  readonly prefix?: string;
  readonly mode: Mode;
  readonly keyArn?: string;
}

/** A set-up that was checked: what a customer makes by hand, exactly as the construct would. */
export interface Setup {
  readonly facts: KitFacts;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly roleName: string;
  /** Whether the vendor demands that name. */
  readonly roleNameFixed: boolean;
  readonly externalId?: string;
  readonly principalArn?: string;
  /** Whether nobody can assume the role yet. */
  readonly pending: boolean;
  readonly buckets: readonly SetupBucket[];
  readonly trust: PolicyJson;
  readonly inlinePolicy: PolicyJson;
  /** For what does not fit into the inline one; mostly none. */
  readonly managedPolicies: readonly PolicyJson[];
}

/** A set-up, or all that keeps it from being one. */
export type SetupResult =
  | { readonly setup: Setup; readonly errors: readonly [] }
  | { readonly setup?: undefined; readonly errors: readonly FieldError[] };

/** Checks what a customer has typed, every field of it, and compiles it with the core. */
export function checkSetup(facts: KitFacts, input: SetupInput): SetupResult {
  const form = new Form();
  const { accountId, region } = input;
  const { partition, urlSuffix } = partitionOf(region);
  const surroundings: Surroundings = { partition, urlSuffix, account: accountId };
  const externalId = given(input.externalId);
  const principalArn = facts.asksPrincipal ? given(input.principalArn) : undefined;
  form.check(() => checkAccountId(accountId, 'accountId'));
  form.check(() => checkRegion(region));
  const vendor = form.check(() => plainVendor({ data: facts.vendor, kind: facts.principalKind, principalArn }, surroundings));
  if (vendor === undefined) {
    return { errors: form.errors };
  }
  const trust = form.check(() => plainTrust(vendor, externalId));
  const roleName = form.check(() => checkRoleName(vendor, given(input.roleName)));
  const access = input.buckets.map((bucket, i) => checkBucket(form, vendor, bucket, `buckets[${i}]`, surroundings));
  const packed = form.errors.length > 0 ? undefined : form.check(() => pack(
    plainPermissions(vendor, access, surroundings),
    { inline: QUOTAS.roleInline, managedPolicies: QUOTAS.managedPolicies },
    'buckets',
  ));
  if (trust === undefined || roleName === undefined || packed === undefined) {
    return { errors: form.errors };
  }
  return {
    errors: [],
    setup: {
      facts,
      accountId,
      region,
      partition,
      roleName,
      roleNameFixed: vendor.roleName !== undefined,
      externalId,
      principalArn,
      pending: vendor.parties.length === 0,
      buckets: access.map(({ bucketName, prefix, mode, key }) => ({ bucketName, prefix, mode, keyArn: key?.arn })),
      trust: toJson(trust),
      inlinePolicy: toJson(packed.inline ?? []),
      managedPolicies: packed.managed.map(toJson),
    },
  };
}

/** The modes that a vendor has a use for; the first one, the narrowest, is taken where none is chosen. */
export function offeredModes(modes: readonly string[] | undefined): Mode[] {
  return modes === undefined ? [...MODES] : MODES.filter((mode) => modes.includes(mode));
}

/** The name that a role gets where neither the vendor nor the customer decides. */
export function defaultRoleName(vendorName: string): string {
  const slug = vendorName.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '');
  return `${slug || 'vendor'}-s3-access`;
}

/** Each field is checked by itself, so that one mistake does not hide another. */
function checkBucket(form: Form, vendor: VendorFacts, input: BucketInput, field: string, surroundings: Surroundings): PlainAccess {
  const keyArn = given(input.keyArn);
  const [narrowest] = offeredModes(vendor.modes);
  const access: PlainAccess = {
    field,
    bucketName: input.bucketName,
    prefix: given(input.prefix),
    mode: (given(input.mode) ?? narrowest) as Mode,
    key: keyArn === undefined ? undefined : { arn: keyArn },
  };
  const sound: PlainAccess = { field, bucketName: 'any-bucket', mode: narrowest };
  for (const part of ['bucketName', 'prefix', 'mode', 'key'] as const) {
    form.check(() => plainLocation(vendor, { ...sound, [part]: access[part] }, { ...surroundings, account: '000000000000' }));
  }
  return access;
}

function checkRegion(region: string): void {
  if (!/^[a-z]{2,5}(-[a-z]{2,})+-\d{1,2}$/.test(region)) {
    fail('RegionInvalid', 'region', region, 'give a region such as eu-west-1');
  }
}

function checkRoleName(vendor: VendorFacts, name: string | undefined): string {
  if (vendor.roleName !== undefined && name !== undefined && name !== vendor.roleName) {
    fail('RoleNameFixed', 'roleName', name, `${vendor.name} works with ${vendor.roleName} only; leave it empty`);
  }
  return checkIamName(name ?? vendor.roleName ?? defaultRoleName(vendor.name), QUOTAS.roleName, 'roleName');
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
