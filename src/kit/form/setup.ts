import { KitFacts } from './kit-facts';
import { KeyHandOff, keyHandOffs } from './kms-key-hand-off';
import { QUOTAS } from '../../policy/aws';
import { fail, Issue, Issues } from '../../policy/base';
import { compileIdentity, Mode, ScopeWords } from '../../policy/grant';
import { BucketInput, CheckedRole, checkRole } from '../../policy/request';
import { offeredModes } from '../../policy/vendor';
import { pack, PolicyJson, toJson } from '../../policy/write';

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
type SetupResult =
  | { readonly setup: Setup; readonly issues: readonly [] }
  | { readonly setup?: undefined; readonly issues: readonly Issue[] };

/** How a form spells where in a bucket. */
export const FORM_WORDS: ScopeWords = { parts: 'a folder', whole: 'the whole bucket' };

/**
 * Checks what a customer has typed, every field of it, and compiles it with the core.
 *
 * @param words how a folder and the whole bucket are called where it was typed; by default as in a form
 */
export function checkSetup(facts: KitFacts, input: SetupInput, words: ScopeWords = FORM_WORDS): SetupResult {
  const issues = new Issues();
  const { accountId, region, buckets } = input;
  const externalId = given(input.externalId);
  const principalArn = facts.asksPrincipal ? given(input.principalArn) : undefined;
  const role = checkRole({
    vendor: facts.vendor, kind: facts.principalKind, principalArn, accountId, region, externalId, roleName: given(input.roleName), buckets, words,
  }, issues);
  issues.check(() => checkSlots(facts, buckets.length));
  const setup = role && issues.none ? issues.check(() => compile(facts, role, { ...input, externalId, principalArn }), 'buckets') : undefined;
  return setup === undefined ? { issues: issues.all } : { setup, issues: [] };
}

function compile(facts: KitFacts, role: CheckedRole, typed: Pick<SetupInput, 'accountId' | 'region' | 'buckets'> & Pick<Setup, 'externalId' | 'principalArn'>): Setup {
  const { vendor, surroundings: { partition: { written: partition } }, companions, access, trust } = role;
  const { accountId, region, buckets, externalId, principalArn } = typed;
  const roleName = role.roleName ?? defaultRoleName(vendor.name);
  const { inline = [], managed } = pack(compileIdentity([...companions, ...access], {}), { inline: QUOTAS.roleInline, managedPolicies: QUOTAS.managedPolicies }, 'buckets');
  const [narrowest] = offeredModes(vendor.modes);
  return {
    facts,
    accountId,
    region,
    partition,
    roleName,
    roleNameFixed: vendor.roleName !== undefined,
    externalId,
    principalArn,
    pending: vendor.parties.length === 0,
    buckets: buckets.map(({ bucketName, prefix, mode, keyArn }) => ({
      bucketName, prefix: given(prefix), mode: (given(mode) ?? narrowest) as Mode, keyArn: given(keyArn),
    })),
    trust: toJson(trust),
    inlinePolicy: toJson(inline),
    managedPolicies: managed.map(toJson),
    keyHandOffs: keyHandOffs(access, { partition, accountId, roleName }),
  };
}

/** The name that a role gets where neither the vendor nor the customer decides. */
export function defaultRoleName(vendorName: string): string {
  const slug = vendorName.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '');
  return `${slug || 'vendor'}-s3-access`;
}

function checkSlots({ slots }: KitFacts, count: number): void {
  if (count === 0) {
    fail('AccessEmpty', 'buckets', count, 'name at least one bucket');
  }
  if (count > slots) {
    fail('SlotsInvalid', 'buckets', count, `name at most ${slots}`);
  }
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
