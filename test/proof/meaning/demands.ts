import { inRange } from './addresses';
import { Objection } from './answer';
import { AnyGrant, KeyGrant, S3Grant, TrustGrant } from './grant';
import { isOf, Party } from './party';
import { fits } from './pattern';
import { ADDRESS, AssumeRequest, KeyRequest, NOW, S3Request } from './request';

/** Something that a grant demands of a request, and what stands against one that fails it. */
export interface Demand<R> {
  readonly objection: Objection;
  readonly fails: (request: R) => boolean;
}

type Tests<R> = ReadonlyArray<readonly [Objection, boolean, Demand<R>['fails']]>;

/** To assume the role. */
export function toAssume({ caller, externalIds, from, ...grant }: TrustGrant): Array<Demand<AssumeRequest>> {
  return demanded<AssumeRequest>([
    ...always(grant),
    ...ofCaller(caller),
    fromWhere(from),
    ['external ID', externalIds.length > 0, ({ externalId }) => !externalIds.some((id) => id === externalId)],
    ['session tags', true, ({ tags = {} }) => !Object.entries(tags).every(([key, value]) =>
      caller.tags.some((tag) => tag.key === key && (tag.values?.includes(value) ?? true)))],
  ]);
}

/** To use a bucket, or an object in it. */
export function toUseBucket(grant: S3Grant): Array<Demand<S3Request>> {
  const { caller, actions, bucket, owner, keys, prefixes, tls, acl, encryption, from } = grant;
  return demanded<S3Request>([
    ...always(grant),
    ...ofCaller(caller),
    fromWhere(from),
    ['bucket', true, (request) => request.bucket !== bucket],
    ['owner', owner !== undefined, (request) => request.owner !== owner],
    ['plain HTTP', tls, ({ withoutTls }) => withoutTls === true],
    ['action', true, ({ action }) => !actions.includes(action)],
    ['key', true, ({ key }) => key !== undefined && !(keys !== undefined && fits(keys, key))],
    ['prefix', prefixes !== undefined, ({ action, prefix }) => actions.includes(action) && !(prefix !== undefined && fits(prefixes!, prefix))],
    ['ACL', acl !== undefined, (request) => request.acl !== acl],
    // A write may leave the choice to the bucket; a key that the writer brings and keeps is of no use to the customer.
    ['encryption', encryption !== undefined, (request) =>
      request.customerKey === true || (request.encryption !== undefined && !encryption!.includes(request.encryption))],
  ]);
}

/** To use a key. */
export function toUseKey({ caller, actions, key, alias, via, contexts, ...grant }: KeyGrant): Array<Demand<KeyRequest>> {
  return demanded<KeyRequest>([
    ...always(grant),
    ...ofCaller(caller),
    ['KMS key', true, (request) => request.key !== key],
    ['KMS action', true, ({ action }) => !actions.includes(action)],
    ['encryption context', true, ({ encryptionContext }) => encryptionContext === undefined || !contexts.some((pattern) => fits(pattern, encryptionContext))],
    ['KMS without S3', true, ({ viaService }) => viaService !== via],
    ['alias', alias !== undefined, ({ withoutAlias }) => withoutAlias === true],
  ]);
}

/** What ends everything. */
function always({ suspended, before }: Pick<AnyGrant, 'suspended' | 'before'>): Tests<{ readonly time?: string }> {
  return [
    ['suspended', suspended, () => true],
    ['expired', before !== undefined, ({ time = NOW }) => Date.parse(time) >= Date.parse(before!)],
  ];
}

/** Where there is a role or user, nobody else may call. */
function ofCaller(caller: Party | undefined): Tests<{ readonly principal?: string; readonly organizationId?: string }> {
  return [
    ['principal', true, ({ principal }) => (caller === undefined ? principal !== undefined : principal === undefined || !isOf(caller, principal))],
    ['organization', caller?.organizationId !== undefined, ({ organizationId }) => organizationId !== caller!.organizationId],
  ];
}

function fromWhere(ranges: readonly string[] | undefined): Tests<{ readonly sourceIp?: string }>[number] {
  return ['address', ranges !== undefined, ({ sourceIp = ADDRESS }) => !inRange(sourceIp, ranges!)];
}

/** Those that are made at all. */
function demanded<R>(tests: Tests<R>): Array<Demand<R>> {
  return tests.filter(([, made]) => made).map(([objection, , fails]) => ({ objection, fails }));
}
