import { FieldError, Form } from './form';
import { KeyHandOff, keyHandOffs } from './key-hand-off';
import { KitFacts } from './kit-facts';
import { offeredModes } from './modes';
import { BOUNDS, checkAccountId, checkIamName, checkRegion, partitionOf, QUOTAS } from '../../policy/aws';
import { fail, reference } from '../../policy/base';
import { Statement } from '../../policy/document';
import { Mode, ScopeWords } from '../../policy/grant';
import { PlainAccess, plainLocation, plainPermissions, plainTrust, plainVendor, Surroundings } from '../../policy/request';
import { checkAccessMethod, companionLocations, VendorFacts } from '../../policy/vendor';
import { documentSize, pack, PolicyJson, toJson } from '../../policy/write';

export { offeredModes };

/** One bucket, as typed; an empty text is none. It needs a folder, or the word that opens the whole bucket. */
export interface BucketInput {
  readonly bucketName: string;
  readonly prefix: string;
  readonly wholeBucket: boolean;
  readonly mode: string;
  readonly keyArn: string;
}

/** What a customer has typed; an empty text is none. */
export interface SetupInput {
  /** The account that owns the buckets, and will have the role. */
  readonly accountId: string;
  /** Where the buckets lie. */
  readonly region: string;
  readonly externalId: string;
  readonly principalArn: string;
  readonly roleName: string;
  readonly buckets: readonly BucketInput[];
}

/** One bucket of a set-up that was checked. */
export interface SetupBucket {
  readonly bucketName: string;
  /** None where the whole bucket is meant. */
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
  /** What the owners of KMS keys in other accounts must add to the policies of these; mostly none. */
  readonly keyHandOffs: readonly KeyHandOff[];
}

/** A set-up, or all that keeps it from being one. */
export type SetupResult =
  | { readonly setup: Setup; readonly errors: readonly [] }
  | { readonly setup?: undefined; readonly errors: readonly FieldError[] };

/** Stands for an account that is not known, where others are checked. */
const ANY_ACCOUNT = '000000000000';

/**
 * Checks what a customer has typed, every field of it, and compiles it with the core.
 *
 * @param words how a folder and the whole bucket are called where it was typed; by default as in a form
 */
export function checkSetup(facts: KitFacts, input: SetupInput, words?: ScopeWords): SetupResult {
  const form = new Form();
  const region = form.check(() => checkRegion(input.region, 'region'));
  const accountId = form.check(() => checkAccountId(input.accountId, 'accountId'));
  const surroundings: Surroundings = { ...placeOf(region), account: accountId ?? ANY_ACCOUNT };
  const externalId = given(input.externalId);
  const principalArn = facts.asksPrincipal ? given(input.principalArn) : undefined;
  const vendor = checkVendor(form, facts, principalArn, surroundings);
  if (vendor === undefined) {
    return { errors: form.errors };
  }
  form.check(() => companionLocations(vendor, [surroundings.account]), 'accountId');
  const trust = form.check(() => checkTrust(plainTrust(vendor, externalId)));
  const roleName = form.check(() => checkRoleName(vendor, given(input.roleName)));
  form.check(() => checkSlots(facts, input.buckets.length));
  const access = input.buckets.map((bucket, i) => {
    const field = `buckets[${i}]`;
    const checked = checkBucket(form, vendor, bucket, field, (one) => plainLocation(vendor, one, surroundings, words));
    form.check(() => checkKeyRegion(checked.key?.arn, region, `${field}.keyArn`));
    return checked;
  });
  checkDuplicates(form, access);
  if (form.errors.length > 0 || accountId === undefined || region === undefined || trust === undefined || roleName === undefined) {
    return { errors: form.errors };
  }
  const { partition } = surroundings;
  const compiled = form.check(() => ({
    packed: pack(plainPermissions(vendor, access, surroundings), { inline: QUOTAS.roleInline, managedPolicies: QUOTAS.managedPolicies }, 'buckets'),
    handOffs: keyHandOffs(access.map((one) => plainLocation(vendor, one, surroundings)), { partition, accountId, roleName }),
  }), 'buckets');
  if (compiled === undefined) {
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
      inlinePolicy: toJson(compiled.packed.inline ?? []),
      managedPolicies: compiled.packed.managed.map(toJson),
      keyHandOffs: compiled.handOffs,
    },
  };
}

/** The name that a role gets where neither the vendor nor the customer decides. */
export function defaultRoleName(vendorName: string): string {
  const slug = vendorName.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '');
  return `${slug || 'vendor'}-s3-access`;
}

/** What follows from the region; while that is wrong, nothing does. */
function placeOf(region: string | undefined): Pick<Surroundings, 'partition'> {
  return region === undefined
    ? { partition: reference('Partition', BOUNDS.partition) }
    : partitionOf(region);
}

/** The vendor with its principal; without what is wrong about it, so that the other fields can be checked all the same. */
function checkVendor(form: Form, facts: KitFacts, principalArn: string | undefined, { partition }: Surroundings): VendorFacts | undefined {
  const { vendor: data, principalKind: kind } = facts;
  const anywhere = { partition: placeOf(undefined).partition };
  const vendor = form.check(() => {
    const somewhere = plainVendor({ data, kind }, anywhere);
    checkAccessMethod(somewhere, 'role', 'vendor');
    return somewhere;
  });
  if (vendor === undefined) {
    return undefined;
  }
  const here = form.check(() => plainVendor({ data, kind }, { partition }), 'region');
  return here && (form.check(() => plainVendor({ data, kind, principalArn }, { partition })) ?? here) || vendor;
}

function checkTrust(trust: Statement[]): Statement[] {
  const size = documentSize(trust);
  if (size > QUOTAS.trustPolicy) {
    fail('TrustPolicyTooLarge', 'externalId', `${size} characters of trust policy`, `IAM takes ${QUOTAS.trustPolicy} by default; use a shorter external ID`);
  }
  return trust;
}

function checkSlots({ slots }: KitFacts, count: number): void {
  if (count === 0) {
    fail('AccessEmpty', 'buckets', count, 'name at least one bucket');
  }
  if (count > slots) {
    fail('SlotsInvalid', 'buckets', count, `name at most ${slots}`);
  }
}

/** Each field is checked by itself, so that one mistake does not hide another. */
function checkBucket(form: Form, vendor: VendorFacts, input: BucketInput, field: string, check: (access: PlainAccess) => void): PlainAccess {
  const keyArn = given(input.keyArn);
  const [narrowest] = offeredModes(vendor.modes);
  const bucketName = { bucketName: input.bucketName };
  const scope = { prefix: given(input.prefix), wholeBucket: input.wholeBucket };
  const mode = { mode: (given(input.mode) ?? narrowest) as Mode };
  const key = { key: keyArn === undefined ? undefined : { arn: keyArn } };
  const sound: PlainAccess = { field, bucketName: 'any-bucket', wholeBucket: true, mode: narrowest };
  [bucketName, scope, mode, key].forEach((part) => form.check(() => check({ ...sound, ...part })));
  return { field, ...bucketName, ...scope, ...mode, ...key };
}

/** S3 uses keys of the bucket's own region only. */
function checkKeyRegion(keyArn: string | undefined, region: string | undefined, field: string): void {
  const keyRegion = keyArn?.split(':')[3];
  if (keyRegion !== undefined && region !== undefined && keyRegion !== region) {
    fail('KmsKeyRegionMismatch', field, keyRegion, `the bucket lies in ${region}, and S3 uses keys of the bucket's region only`);
  }
}

function checkDuplicates(form: Form, access: readonly PlainAccess[]): void {
  const seen = new Set<string>();
  for (const { field, bucketName, prefix, mode, key } of access) {
    const identity = JSON.stringify([bucketName, prefix?.replace(/\/$/, ''), mode, key?.arn]);
    if (seen.has(identity)) {
      form.check(() => fail('AccessDuplicate', `${field}.bucketName`, bucketName, 'name the same access once'));
    }
    seen.add(identity);
  }
}

function checkRoleName(vendor: VendorFacts, name: string | undefined): string {
  if (vendor.roleName !== undefined && name !== undefined && name !== vendor.roleName) {
    fail('RoleNameFixed', 'roleName', name, `${vendor.name} works with ${vendor.roleName} only; leave it out`);
  }
  return checkIamName(name ?? vendor.roleName ?? defaultRoleName(vendor.name), QUOTAS.roleName, 'roleName');
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
