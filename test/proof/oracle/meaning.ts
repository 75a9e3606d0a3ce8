import { usesOf } from './actions';
import { inRange } from './addresses';
import { Answer, least, objections } from './answer';
import { holds, holdsListing } from './scopes';
import { isVendors, meaningOf, VendorMeaning } from './vendors';
import { AccessDeclaration, CUSTOMER, Declaration, REGION, VendorDeclaration } from '../world/declaration';
import { ADDRESS, AssumeRequest, KeyRequest, NOW, Request, S3Request } from '../world/request';

/** A place with what may be done there: an entry of the declaration, or a bucket of the vendor's own. */
interface Place extends Omit<AccessDeclaration, 'bucket'> {
  readonly bucketName: string;
  readonly owner: string;
  /** Whether the vendor's demands on encryption hold. */
  readonly demanding: boolean;
  /** What the vendor's facts add. */
  readonly vendor: VendorMeaning;
  readonly kmsKeys: readonly number[];
}

/**
 * What a declaration means, stated apart from the library and without any notion of a policy.
 *
 * It imports nothing of the library, knows no IAM syntax, and is short enough to be checked by reading it next to
 * README.md. The proof compares each answer with what the synthesized policies really allow.
 */
export class Meaning {
  private readonly vendor: VendorMeaning;
  private readonly places: readonly Place[];

  constructor(private readonly declaration: Declaration) {
    this.vendor = meaningOf(declaration.vendor);
    this.places = [...declaration.access.map((access) => this.declared(access)), ...this.companions()];
  }

  /** What stands against a request; nothing, if it is allowed. */
  public answer(request: Request): Answer {
    switch (request.kind) {
      case 'assume': return this.assume(request);
      case 's3': return this.useBucket(request);
      case 'kms': return this.useKey(request);
    }
  }

  /** Each set of principals has external IDs of its own; one that fits is enough. */
  private assume(request: AssumeRequest): Answer {
    const { externalId, nextExternalId, vendor, additionalTrust = [], allowedSourceIps } = this.declaration;
    const party = (trusted: VendorDeclaration, ids: ReadonlyArray<string | undefined>): Answer => {
      const meaning = meaningOf(trusted);
      const demanded = ids.filter((id) => id !== undefined);
      return objections({
        'principal': !isVendors(request.principal, meaning),
        'organization': meaning.organizationId !== undefined && request.organizationId !== meaning.organizationId,
        'external ID': demanded.length > 0 && !demanded.some((id) => id === request.externalId),
        'session tags': !Object.entries(request.tags ?? {}).every(([key, value]) =>
          meaning.sessionTags.some((tag) => tag.key === key && (tag.values?.includes(value) ?? true))),
      });
    };
    return [
      ...this.always(request.time),
      ...objections({ address: allowedSourceIps !== undefined && !inRange(request.sourceIp ?? ADDRESS, allowedSourceIps) }),
      ...least([
        party(vendor, [externalId, nextExternalId]),
        ...additionalTrust.map((more) => party(more.vendor, [more.externalId])),
      ], ['principal']),
    ];
  }

  private useBucket(request: S3Request): Answer {
    return [...this.always(request.time), ...this.caller(request), ...least(this.places.map((place) => this.useAt(place, request)), ['bucket'])];
  }

  private useAt(place: Place, request: S3Request): Answer {
    const on = usesOf(place, place.vendor).get(request.action);
    const { scopes, vendor: { variables } } = place;
    const { allowedSourceIps, construct } = this.declaration;
    return objections({
      'bucket': request.bucket !== place.bucketName,
      'owner': !place.anyOwner && request.owner !== place.owner,
      'plain HTTP': !place.withoutTls && request.withoutTls === true,
      // Addresses matter where credentials live long; a role's are checked when it is assumed.
      'address': construct !== 'role' && allowedSourceIps !== undefined && !inRange(request.sourceIp ?? ADDRESS, allowedSourceIps),
      'action': on === undefined,
      'key': request.key !== undefined && scopes !== 'wholeBucket' && !scopes.some((scope) => holds(scope, request.key!, variables)),
      'prefix': on === 'listing' && scopes !== 'wholeBucket'
        && !(request.prefix !== undefined && scopes.some((scope) => holdsListing(scope, request.prefix!, variables))),
      'ACL': request.action === 's3:PutObjectAcl' && request.acl !== 'bucket-owner-full-control',
      'encryption': request.action === 's3:PutObject' && place.demanding && vendorRefuses(place.vendor, request),
    });
  }

  private useKey(request: KeyRequest): Answer {
    return [...this.always(request.time), ...this.caller(request), ...least(this.places.map((place) => this.useKeyAt(place, request)), ['KMS key'])];
  }

  /** S3 names the object, or, with a Bucket Key, the bucket. */
  private useKeyAt(place: Place, request: KeyRequest): Answer {
    const { scopes, vendor: { variables }, bucketName } = place;
    const uses = usesOf(place, place.vendor);
    const bucketArn = `arn:aws:s3:::${bucketName}`;
    const inPlace = (context: string) => context === bucketArn || (context.startsWith(`${bucketArn}/`)
      && (scopes === 'wholeBucket' || scopes.some((scope) => holds(scope, context.slice(bucketArn.length + 1), variables))));
    const allowed = uses.has('s3:PutObject') ? ['kms:Decrypt', 'kms:GenerateDataKey'] : uses.has('s3:GetObject') ? ['kms:Decrypt'] : [];
    return objections({
      'KMS key': !place.kmsKeys.includes(request.key),
      'KMS action': !allowed.includes(request.action),
      'encryption context': request.encryptionContext === undefined || !inPlace(request.encryptionContext),
      'KMS without S3': request.viaService !== `s3.${REGION}.amazonaws.com`,
      // A key's own policy needs no alias to know which key is meant.
      'alias': this.declaration.construct !== 'bucketAccess' && request.withoutAlias === true
        && this.declaration.keys[request.key]?.source === 'alias',
    });
  }

  /** What ends everything. */
  private always(time: string = NOW): Answer {
    const { suspended, expiresAt } = this.declaration;
    return objections({
      suspended: suspended === true,
      expired: expiresAt !== undefined && Date.parse(time) >= Date.parse(expiresAt),
    });
  }

  /** Without a role, the vendor itself sends the requests; with one, nobody but the role does. */
  private caller({ principal, organizationId }: { principal?: string; organizationId?: string }): Answer {
    return this.declaration.construct !== 'bucketAccess' ? objections({ principal: principal !== undefined }) : objections({
      principal: principal === undefined || !isVendors(principal, this.vendor),
      organization: this.vendor.organizationId !== undefined && organizationId !== this.vendor.organizationId,
    });
  }

  private declared(access: AccessDeclaration): Place {
    const { name, owner, key } = this.declaration.buckets[access.bucket];
    return {
      ...access,
      bucketName: name,
      owner: owner ?? CUSTOMER,
      demanding: true,
      vendor: this.vendor,
      kmsKeys: [...(key === undefined ? [] : [key]), ...access.keys ?? []],
    };
  }

  /** Only a role or user of the customer's needs to be told where the vendor's own buckets are. */
  private companions(): Place[] {
    return this.declaration.construct === 'bucketAccess' ? [] : this.vendor.companions.map(({ bucketName, ownerAccount, mode, prefixes = [], wholeBucket }) => ({
      bucketName,
      owner: ownerAccount,
      mode,
      scopes: wholeBucket === true ? 'wholeBucket' : prefixes.map((path) => ({ kind: 'folder', path })),
      demanding: false,
      // What the vendor wants with the customer's buckets does not widen what it does with its own.
      vendor: { ...this.vendor, readActions: [], writeActions: [] },
      kmsKeys: [],
    }));
  }
}

/** A write may leave the choice to the bucket; a key that the writer brings and keeps is of no use to the customer. */
function vendorRefuses({ acceptedEncryption }: VendorMeaning, { encryption, customerKey }: S3Request): boolean {
  return acceptedEncryption !== undefined && (customerKey === true || (encryption !== undefined && !acceptedEncryption.includes(encryption)));
}
