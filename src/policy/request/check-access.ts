import { checkAccountId, checkAlias, checkBucketArn, checkBucketName, checkKeyArn, checkPartition, viaS3 } from '../aws';
import { didYouMean, fail, failWith, hasReference, Issues, show } from '../base';
import { actionsFor, checkOptions, checkPlace, encryptionDemand, KmsKeyUse, Location, Place } from '../grant';
import { patternsFrom } from '../pattern';
import { MODES, offeredModes, PartitionUse, VendorFacts } from '../vendor';
import { AccessRequest, BucketRequest, KeyRequest, OwnerRequest, Surroundings } from './access-request';

/** Checks access to one bucket, every part of it, and compiles where it is. Nothing where anything is wrong. */
export function checkAccess(request: AccessRequest, vendor: VendorFacts, surroundings: Surroundings, issues: Issues): Location | undefined {
  return issues.group((found) => accessOf(request, vendor, surroundings, found));
}

function accessOf(request: AccessRequest, vendor: VendorFacts, surroundings: Surroundings, found: Issues): Location | undefined {
  const { field, mode, options = {}, pinOwner, requireTls } = request;
  found.check(() => checkMode(request, vendor));
  checkOptions(mode.value, options, offeredModes(vendor.modes), field, found);
  const place = checkPlace(request.place, vendor.variables, found);
  const keys = request.kmsKeys.map((key) => found.check(() => checkedKey(key, request.bucket.region, surroundings)));
  const owner = found.check(() => checkOwner(request.owner));
  const bucketArn = found.check(() => bucketArnOf(request.bucket, surroundings));
  found.check(() => checkEncryption(request.bucket, vendor));
  found.check(() => checkListable(request, place));
  if (!found.none) {
    return undefined;
  }
  const actions = actionsFor(mode.value, options, vendor.extra);
  return {
    field,
    bucketArn: bucketArn!,
    owner: pinOwner ? owner : undefined,
    requireTls,
    scopes: place!.scopes,
    patterns: patternsFrom(field, place!.patterns),
    actions,
    kmsKeys: keys as KmsKeyUse[],
    acceptedEncryption: encryptionDemand(actions, vendor.acceptedEncryption),
  };
}

function checkMode({ mode: { field, value, written } }: AccessRequest, vendor: VendorFacts): void {
  const received = written ?? show(value);
  if (vendor.modes && !vendor.modes.includes(value)) {
    failWith({ code: 'ModeNotSupported', field, received, remedy: `${didYouMean(value, vendor.modes)}${vendor.name} has a use for ${vendor.modes.join(' and ')} only` });
  }
  if (!MODES.includes(value)) {
    failWith({ code: 'ValueTypeInvalid', field, received, remedy: `${didYouMean(value, MODES)}give one of ${MODES.join(', ')}` });
  }
}

/** The ARN of a bucket: one spelling for one bucket, whether it was given by name or by ARN. */
function bucketArnOf({ field, bucket }: BucketRequest, { partition }: Surroundings): string {
  if ('name' in bucket) {
    return `arn:${partition.written}:s3:::${checkBucketName(bucket.name, field)}`;
  }
  const arn = checkBucketArn(bucket.arn, field);
  if (!arn.startsWith('arn:')) {
    return arn;
  }
  checkPartition(arn, partition.known, field, 'name a bucket of that partition');
  const [, own, , , , name] = arn.split(':');
  // A partition that is written out stays where the stack's is not known: it may be another one.
  return `arn:${hasReference(own) || partition.known !== undefined ? partition.written : own}:s3:::${name}`;
}

/** The account that owns a bucket. In a condition, a policy variable in its place would match every account. */
function checkOwner({ apparent, stated, certain = false }: OwnerRequest): string {
  const actual = checkAccountId(apparent.value, apparent.field);
  if (stated === undefined) {
    return actual;
  }
  const given = checkAccountId(stated.value, stated.field);
  if (certain && given !== actual && !hasReference(given) && !hasReference(actual)) {
    fail('BucketOwnerConflict', stated.field, given, `this app creates the bucket in account ${actual}; leave bucketOwner out`);
  }
  return given;
}

function checkedKey(request: KeyRequest, bucketRegion: string | undefined, { partition }: Surroundings): KmsKeyUse {
  const { key } = request;
  checkKey(request, partition);
  const region = request.region ?? ('arn' in key ? key.arn : key.keysArn).split(':')[3];
  checkRegions(request, region, bucketRegion);
  const viaService = viaS3(region);
  return 'arn' in key ? { keyArn: key.arn, viaService } : { aliasName: key.alias, keysArn: key.keysArn, viaService };
}

/** Checks what names a key. */
export function checkKey({ field, key, byAlias }: KeyRequest, partition?: PartitionUse): void {
  if ('alias' in key) {
    checkAlias(key.alias, field);
    return;
  }
  checkKeyArn(key.arn, field, byAlias);
  checkPartition(key.arn, partition?.known, field, 'name a key of that partition');
}

/** S3 uses keys of the bucket's own region only. */
function checkRegions({ field, key, region: told }: KeyRequest, region: string, bucket: string | undefined): void {
  if (bucket !== undefined && region !== bucket && !hasReference(region)) {
    failWith({
      code: 'KmsKeyRegionMismatch',
      field,
      // It was read from the ARN, unless somebody has told it.
      received: 'arn' in key && told === undefined ? show(key.arn) : `a key in ${region}`,
      remedy: `the bucket lies in ${bucket}, and S3 uses keys of the bucket's region only`,
    });
  }
}

function checkEncryption({ field, encryption }: BucketRequest, { name, acceptedEncryption }: VendorFacts): void {
  if (acceptedEncryption && encryption !== undefined && !acceptedEncryption.includes(encryption)) {
    failWith({
      code: 'EncryptionRefusedByVendor',
      field,
      received: `a bucket that encrypts with ${encryption} by default`,
      remedy: `${name} accepts ${acceptedEncryption.join(' and ')} only; change the default encryption of the bucket`,
    });
  }
}

/** Refuses a listing that was asked for where only single objects are declared. */
function checkListable({ field, options }: AccessRequest, place: Place | undefined): void {
  if (options?.list === true && place && !place.patterns.some((pattern) => pattern.listable)) {
    fail('ListWithoutPrefix', `${field}.list`, true, 'a listing shows every key that starts alike; declare a folder or S3KeyScope.startingWith, or drop list');
  }
}
