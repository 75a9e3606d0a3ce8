import { AllActions } from './actions';
import { VENDORS } from './arbitrary-vendor';
import { keysAround, keysInside } from './keys-around';
import { BESIDE, COLLEAGUE, CUSTOMER, DATA_REGION, Declaration, partsIn, REGION, ScopeDeclaration, Scopes, TRUSTED_BESIDE } from '../meaning/declaration';
import { viaS3 } from '../meaning/grants';
import { ADDRESS, KeyRequest, Request, S3Request } from '../meaning/request';
import { meaningOf, variablesOf } from '../meaning/vendor';

/** The owner of buckets that have the names of the customer's; its policies let everybody in. */
const STRANGER = '666600006666';

/** Beyond every expiry that is declared. */
const LATER = '2029-01-01T00:00:00Z';

/** An account of nobody in the declaration. */
const FOREIGN = '222200002222';

const READS = ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectAttributes'];
const WRITES = [
  's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:PutObjectTagging', 's3:PutObjectAcl', 's3:DeleteObject',
];
const LISTINGS = ['s3:ListBucket', 's3:ListBucketVersions'];
const ON_BUCKETS = ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'];

/** A bucket with the parts of it that are declared, and the circumstances under which requests to it are ordinary. */
interface Target {
  readonly base: Pick<S3Request, 'bucket' | 'owner'>;
  readonly scopes: ReadonlyArray<ScopeDeclaration | undefined>;
  /** Whether it is the customer's to let anybody in, and not the vendor's. */
  readonly own: boolean;
}

/**
 * Requests inside, on the edge of and outside a declaration. All that they have in common with it is its text: what the
 * answer should be, the oracle says.
 */
export class Probes {
  private readonly lengths: Readonly<Record<string, number | undefined>>;
  private readonly ordinary: Pick<S3Request, 'principal' | 'organizationId' | 'sourceIp'>;

  constructor(private readonly declaration: Declaration, private readonly actions: AllActions, private readonly salt: number) {
    const vendor = meaningOf(declaration.vendor);
    this.lengths = variablesOf(vendor);
    // Each of the ranges in its turn.
    const ranges = declaration.allowedSourceIps ?? [ADDRESS];
    this.ordinary = {
      organizationId: vendor.organizationId,
      sourceIp: ranges[salt % ranges.length].split('/')[0],
      ...(declaration.construct === 'bucketAccess' ? { principal: this.principals()[0] } : {}),
    };
  }

  public all(): Request[] {
    const uses = this.targets().flatMap((target) => [...this.onBucket(target), ...this.onKeys(target)]);
    return [...uses.filter((request) => !this.isForTheOwner(request)), ...this.assumptions()];
  }

  private targets(): Target[] {
    const { access, buckets, vendor, construct } = this.declaration;
    const companions = construct === 'bucketAccess' ? [] : meaningOf(vendor).companionBuckets;
    return [
      ...access.map(({ bucket, scopes }) => ({
        base: { bucket: buckets[bucket].name, owner: buckets[bucket].owner ?? CUSTOMER },
        scopes: selected(scopes),
        own: true,
      })),
      ...this.beside(),
      ...companions.map(({ bucketName, ownerAccount, prefixes, wholeBucket }) => ({
        base: { bucket: bucketName, owner: ownerAccount },
        scopes: partsIn(wholeBucket ? 'wholeBucket' : prefixes!.map((path): ScopeDeclaration => ({ kind: 'folder', path }))),
        own: false,
      })),
    ];
  }

  /** What others have granted. */
  private beside(): Target[] {
    const { grantedBeside, access, buckets } = this.declaration;
    const { name, owner = CUSTOMER } = buckets[access[0].bucket];
    switch (grantedBeside) {
      case undefined: return [];
      case 'onBucket': return [{ base: { bucket: name, owner }, scopes: [{ kind: 'folder', path: BESIDE }], own: true }];
      default: return [{ base: { bucket: BESIDE, owner: CUSTOMER }, scopes: partsIn('wholeBucket'), own: true }];
    }
  }

  private onBucket({ base, scopes, own }: Target): S3Request[] {
    const inside = scopes.flatMap((scope) => keysInside(scope, this.lengths));
    const around = scopes.flatMap((scope) => keysAround(scope, this.lengths));
    const request = (action: string, more: Partial<S3Request>): S3Request => this.s3({ ...base, action, ...more });
    // Each key under some actions, in turn; so all meet in the course of many worlds.
    const objects = [...inside, ...around].flatMap((key, i) => [READS, READS, WRITES, WRITES].map((some, j) => {
      const action = some[(this.salt + i + j) % some.length];
      return request(action, { key, ...usual(action) });
    }));
    const listings = [...inside, ...around, '', undefined].flatMap((prefix) => LISTINGS.map((action) => request(action, { prefix })));
    const others = this.actions.onObjects.filter((action) => !READS.includes(action) && !WRITES.includes(action))
      .map((action) => request(action, { key: inside[0] }));
    const settings = this.actions.onBuckets.filter((action) => !LISTINGS.includes(action) && !ON_BUCKETS.includes(action))
      .map((action) => request(action, {}));
    const ordinary = [
      ...[...READS, ...WRITES].map((action) => request(action, { key: inside[1] ?? inside[0], ...usual(action) })),
      ...LISTINGS.map((action) => request(action, { prefix: inside[1] ?? inside[0] })),
      ...ON_BUCKETS.map((action) => request(action, {})),
    ];
    return [...objects, ...listings, ...others, ...settings, ...ordinary, ...ordinary.flatMap((one) => this.changed(one, own))];
  }

  /** An ordinary request with one thing about it that is not. */
  private changed(ordinary: S3Request, own: boolean): S3Request[] {
    const { action, bucket } = ordinary;
    const elsewhere = [...this.declaration.buckets.map(({ name }) => name), 'acme-ledger', `${bucket}-archive`, `${bucket}-logs`, bucket.slice(0, -1)]
      .filter((name) => name !== bucket);
    return [
      { ...ordinary, withoutTls: true },
      { ...ordinary, time: LATER },
      { ...ordinary, sourceIp: '203.0.114.1' },
      ...elsewhere.map((name) => ({ ...ordinary, bucket: name, owner: this.ownerOf(name) })),
      ...(action === 's3:PutObject' ? [
        { ...ordinary, encryption: 'AES256' }, { ...ordinary, encryption: 'aws:kms' }, { ...ordinary, encryption: 'aws:kms:dsse' },
        { ...ordinary, customerKey: true },
      ] : []),
      ...(action === 's3:PutObjectAcl' ? [{ ...ordinary, acl: undefined }, { ...ordinary, acl: 'public-read' }, { ...ordinary, acl: 'private' }] : []),
      ...(this.declaration.construct === 'bucketAccess'
        ? [
          ...this.outsiders().map((principal) => ({ ...ordinary, principal })),
          { ...ordinary, organizationId: undefined },
          { ...ordinary, organizationId: 'o-somebodyelse' },
        ]
        // What a stranger lets the vendor's own principals do is between the two of them.
        : [{ ...ordinary, owner: STRANGER }, ...this.others(ordinary.owner, own)
          .filter((principal) => principal !== COLLEAGUE || !this.letsColleague(ordinary)).map((principal) => ({ ...ordinary, principal }))]),
    ];
  }

  /**
   * Who has no part in it where a role or user is let in: the vendor's own principals and strangers, all of them let loose by
   * their accounts; a colleague too, where the owner is another account than his.
   */
  private others(owner: string, own: boolean): string[] {
    return own ? [...this.outsiders(), ...(owner === CUSTOMER ? [] : [COLLEAGUE])] : [];
  }

  /** Whether what the policy of the bucket held before lets the colleague do this, whatever is declared. */
  private letsColleague({ bucket, action }: S3Request): boolean {
    const existing = this.declaration.buckets.find(({ name }) => name === bucket)?.existing;
    return action === 's3:GetObject' && (existing === 'statement' || existing === 'policy');
  }

  private onKeys({ base, scopes }: Target): KeyRequest[] {
    const arn = `arn:aws:s3:::${base.bucket}`;
    const contexts = [
      arn, undefined, `${arn}-archive`, `${arn}-archive/1.csv`, arn.slice(0, -1), 'arn:aws:s3:::acme-ledger/1.csv', `${arn}/`,
      ...this.declaration.buckets.map(({ name }) => `arn:aws:s3:::${name}/in/1.csv`),
      ...scopes.flatMap((scope) => [...keysInside(scope, this.lengths), ...keysAround(scope, this.lengths)]).map((key) => `${arn}/${key}`),
    ];
    const { principal, organizationId } = this.ordinary;
    const insideContext = `${arn}/${keysInside(scopes[0], this.lengths)[0]}`;
    return [...this.declaration.keys.keys(), this.declaration.keys.length].flatMap((key) => {
      const request = (more: Partial<KeyRequest>): KeyRequest =>
        ({ kind: 'kms', key, action: 'kms:Decrypt', encryptionContext: insideContext, viaService: viaS3(this.declaration.keys[key]?.region), principal, organizationId, ...more });
      return [
        ...contexts.map((encryptionContext, i) => request({ action: ['kms:Decrypt', 'kms:GenerateDataKey'][(this.salt + i) % 2], encryptionContext })),
        ...['kms:Decrypt', 'kms:GenerateDataKey'].flatMap((action) => [
          request({ action, viaService: undefined }),
          request({ action, viaService: `sqs.${REGION}.amazonaws.com` }),
          ...[REGION, DATA_REGION].map((region) => request({ action, viaService: viaS3(region) })),
          request({ action, time: LATER }),
          ...(this.declaration.keys[key]?.source === 'alias' ? [request({ action, withoutAlias: true })] : []),
          ...(principal === undefined ? this.others(this.keeper(key), true) : this.outsiders()).map((other) => request({ action, principal: other })),
          ...(principal === undefined ? [] : [undefined, 'o-somebodyelse'].map((organization) => request({ action, organizationId: organization }))),
        ]),
        ...this.actions.onKeys.map((action) => request({ action })),
      ];
    });
  }

  /** Whether somebody asks for what is his own account's: that account rules, whatever is declared. */
  private isForTheOwner(request: S3Request | KeyRequest): boolean {
    const owner = request.kind === 's3' ? request.owner : this.keeper(request.key);
    return this.declaration.construct === 'bucketAccess' && request.principal?.split(':')[4] === owner;
  }

  /** The account whose IAM decides on a key; nobody's, where the key leaves it nothing. */
  private keeper(key: number): string {
    const { source, owner = CUSTOMER } = this.declaration.keys[key] ?? {};
    return source === 'strict' ? '' : owner;
  }

  private assumptions(): Request[] {
    if (this.declaration.construct !== 'role') {
      return [];
    }
    const { externalId, nextExternalId, additionalTrust = [], vendor } = this.declaration;
    const ids = [externalId, nextExternalId, ...additionalTrust.map((more) => more.externalId)].filter((id) => id !== undefined);
    const near = ids.flatMap((id) => [id.toUpperCase(), id.slice(0, -1), `${id}x`, `${id},${ids[0]}`]);
    const { organizationId, sourceIp } = this.ordinary;
    const tags = [
      ...meaningOf(vendor).sessionTags.flatMap(({ key, values = ['anything'] }) => [
        ...values.map((value) => ({ [key]: value })), { [key]: 'of-another' }, { [key]: values[0], more: 'x' },
      ]),
      { tenant: 'acme' },
    ];
    return this.principals().flatMap((principal) => [...new Set([...ids, ...near, undefined, '*', 'another-id'])].flatMap((given): Request[] => {
      const ordinary = { kind: 'assume' as const, principal, externalId: given, organizationId, sourceIp };
      return [
        ordinary,
        { ...ordinary, sourceIp: '203.0.114.1' },
        { ...ordinary, time: LATER },
        { ...ordinary, organizationId: 'o-somebodyelse' },
        ...tags.map((some) => ({ ...ordinary, tags: some })),
      ];
    }));
  }

  /** Principals that are trusted, and ones like them that are not; a trusted one first, if there is any. */
  private principals(): string[] {
    const parties = [this.declaration.vendor, ...this.declaration.additionalTrust?.map(({ vendor }) => vendor) ?? []].map(meaningOf);
    const named = parties.flatMap(({ principals, principalArns = [] }) => [...principals, ...principalArns.map((pattern) => pattern.replace('*', '-one').replace('?', 'g'))]);
    // What bears the name of somebody elsewhere is somebody else.
    const accounts = [...parties.flatMap((party) => [...party.accounts, ...party.elsewhere?.accounts ?? []]), ...named.map((arn) => arn.split(':')[4])];
    return [...new Set([
      ...named,
      ...accounts.flatMap((account) => ['role/ingest', 'role/ingest-1', 'user/ingest', 'role/reader'].map((name) => `arn:aws:iam::${account}:${name}`)),
      ...named.map((arn) => `${arn}x`),
      ...(this.declaration.trustedBeside ? [TRUSTED_BESIDE, `${TRUSTED_BESIDE}x`] : []),
      ...[...VENDORS, FOREIGN, CUSTOMER].map((account) => `arn:aws:iam::${account}:role/ingest`),
    ])];
  }

  /** Without those of the customer, who let themselves in. */
  private outsiders(): string[] {
    return this.principals().filter((principal) => principal.split(':')[4] !== CUSTOMER);
  }

  private s3(request: Pick<S3Request, 'bucket' | 'owner' | 'action'> & Partial<S3Request>): S3Request {
    return { kind: 's3', ...this.ordinary, ...request };
  }

  private ownerOf(name: string): string {
    return this.declaration.buckets.find((bucket) => bucket.name === name)?.owner ?? CUSTOMER;
  }
}

/** All parts of a bucket; of very many the first and the last in order, and some in between, where documents may be divided. */
function selected(scopes: Scopes): ReadonlyArray<ScopeDeclaration | undefined> {
  const sorted = [...partsIn(scopes)].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const step = Math.ceil(sorted.length / 6);
  return sorted.filter((_, i) => i % step === 0 || i === sorted.length - 1);
}

/** What an action needs to be an ordinary request. */
function usual(action: string): Partial<S3Request> {
  return action === 's3:PutObjectAcl' ? { acl: 'bucket-owner-full-control' } : {};
}
