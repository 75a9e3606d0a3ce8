import { renderIntrinsics } from './intrinsics';
import { ACCOUNT, slotPolicy } from './slot-policy';
import { numbered, slotConditions } from './template-names';
import { QUOTAS } from '../../policy/aws';
import { fail } from '../../policy/base';
import { compileIdentity } from '../../policy/grant';
import { companionLocations, VendorFacts } from '../../policy/vendor';
import { documentSize, toJson } from '../../policy/write';

/**
 * How many buckets have inline policies at most. In 2.268, and from 2.271 to 2.275, the CDK's validator tries all combinations of the
 * choices in a resource: three buckets take seconds and a gigabyte, four take minutes, and then it runs out of memory.
 */
const INLINE_BUCKETS = 2;

/** A policy of the template. */
export interface TemplatePolicy {
  /** Its name, where it is inline; its logical ID otherwise. */
  readonly name: string;
  /** The condition under which it is there; none for always. */
  readonly condition?: string;
  readonly document: object;
}

/** All permissions of the role. */
export interface Policies {
  readonly inline: readonly TemplatePolicy[];
  readonly managed: readonly TemplatePolicy[];
}

/**
 * One policy for each bucket: inline for the first ones, as long as there is room for all that may be entered, and managed ones from
 * there on.
 */
export function templatePolicies(vendor: VendorFacts, slots: number): Policies {
  const inline: TemplatePolicy[] = [];
  const managed: TemplatePolicy[] = [];
  const companions = compileIdentity(companionLocations(vendor, ACCOUNT), {});
  let room: number = QUOTAS.roleInline;
  if (companions.length > 0) {
    const size = documentSize(companions);
    if (size > room) {
      fail('ManagedPoliciesExceeded', 'vendor.companionBuckets', `${size} characters of policy`, `a role holds ${room} inline; name fewer buckets, or their folders higher up`);
    }
    room -= size;
    inline.push({ name: 'VendorBuckets', document: renderIntrinsics(toJson(companions)) as object });
  }
  for (let slot = 1; slot <= slots; slot++) {
    const { document, maxSize } = slotPolicy(vendor, slot);
    const condition = slot === 1 ? undefined : slotConditions(slot).hasBucket;
    const policy: TemplatePolicy = { name: numbered('BucketPolicy', slot), condition, document };
    if (slot <= INLINE_BUCKETS && maxSize <= room) {
      room -= maxSize;
      inline.push(policy);
    } else {
      // It fits: the longest that one bucket can take is well below what a managed policy holds.
      managed.push(policy);
    }
  }
  return { inline, managed };
}
