import { Aws, Resource, Stack } from 'aws-cdk-lib';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { bindKey, BoundKey, checkKeyRegion } from './bound-key';
import { knownPartition } from './bound-vendor';
import { S3Access, S3AccessMode, S3AccessOptions, S3KeyScope } from '../../api';
import { checkAccountId, checkBucketArn, checkPartition } from '../../policy/aws';
import { fail, literalParts } from '../../policy/base';
import { checkOptionalList, checkStruct, checkSwitch, PropertyNames } from '../input';
import { emptyParameters, mayBeNothing, TokenTable, warnIfLookedUp, warnIfOpen } from '../tokens';
import { defaultEncryption } from './own-bucket';
import {
  actionsFor, checkListable, checkScopeGiven, compileScope, describeScope, encryptionDemand, KeyScope, Location, Scopes, ScopeWords, WHOLE_BUCKET,
} from '../../policy/grant';
import { collapse, KeyPattern } from '../../policy/pattern';
import { companionLocations, isRecord, VendorFacts } from '../../policy/vendor';
import { warn } from '../report';

/** One declaration of access in the core's terms, with the constructs that it came from. */
export interface BoundAccess {
  readonly location: Location;
  /** None for a bucket of the vendor's own. */
  readonly bucket?: IBucket;
  /** The account that owns the bucket, as far as it is known, whether or not the policy pins it. */
  readonly owner: string;
  readonly keys: readonly BoundKey[];
  /** `s3://` addresses, for outputs. */
  readonly addresses: readonly string[];
  /** Equal for declarations that say the same. */
  readonly identity: string;
}

/** A scope with its pattern. */
interface Scoped {
  readonly scope: KeyScope;
  readonly pattern: KeyPattern;
}

const SCOPE_WORDS: ScopeWords = { parts: 'prefixes or keys', whole: 'wholeBucket: true' };

/** Turns declarations into the core's input, checking all that only the CDK can know. */
export class AccessBinder {
  private readonly seen = new Set<string>();

  constructor(
    private readonly scope: IConstruct,
    private readonly tokens: TokenTable,
    private readonly vendor: VendorFacts,
    private readonly partition: string,
  ) {
  }

  /** Binds further declarations. */
  public bind(access: readonly S3Access[]): BoundAccess[] {
    const here = new Set<string>();
    return access.map((declared, i) => {
      const field = `access[${this.seen.size + i}]`;
      const bound = this.bindOne(declared, field);
      if (this.seen.has(bound.identity) || here.has(bound.identity)) {
        fail('AccessDuplicate', field, bound.addresses.join(', '), 'declare it once');
      }
      here.add(bound.identity);
      return bound;
    });
  }

  /** Counts access as declared. */
  public keep(added: readonly BoundAccess[]): void {
    added.forEach(({ identity }) => this.seen.add(identity));
  }

  /** The vendor's own buckets. */
  public companions(): BoundAccess[] {
    const customer = (account: string) => this.tokens.encode(account, 'accountId', 'account');
    return companionLocations(this.vendor, [customer(Stack.of(this.scope).account), customer(Aws.ACCOUNT_ID)]).map((location) => ({
      location,
      owner: location.owner!,
      keys: [],
      addresses: addressesOf(location.bucketArn.split(':')[5], location.scopes),
      identity: location.bucketArn,
    }));
  }

  private bindOne(declared: S3Access, field: string): BoundAccess {
    if (!(declared instanceof S3Access) || !Object.values(S3AccessMode).includes(declared.mode)) {
      fail('AccessTypeInvalid', field, declared, 'use S3Access.read, S3Access.write or S3Access.readWrite');
    }
    const { bucket, mode, options } = declared;
    if (typeof bucket?.bucketArn !== 'string' || !Resource.isResource(bucket)) {
      fail('BucketInvalid', field, bucket, 'give an s3.Bucket, or an imported one such as Bucket.fromBucketName');
    }
    if (this.vendor.modes && !this.vendor.modes.includes(mode)) {
      fail('ModeNotSupported', field, mode, `${this.vendor.name} has a use for ${this.vendor.modes.join(' and ')} only`);
    }
    checkStruct(options, `${field}.options`, OPTION_NAMES);
    checkSwitch(options.requireTls, `${field}.requireTls`);
    checkSwitch(options.pinBucketOwner, `${field}.pinBucketOwner`);
    const actions = actionsFor(mode, options, this.vendor.extra, field);
    const scoped = this.scopes(options, field);
    const scopes = scoped?.map(({ scope }) => scope) ?? WHOLE_BUCKET;
    const keys = this.keys(declared, field);
    const owner = this.owner(bucket, options, field);
    const location: Location = {
      field,
      bucketArn: this.bucketArn(bucket, field),
      owner: options.pinBucketOwner === false ? undefined : owner,
      requireTls: options.requireTls ?? true,
      scopes,
      variables: this.vendor.variables,
      actions,
      keys: keys.map(({ use }) => use),
      acceptedEncryption: this.acceptedEncryption(bucket, actions, field),
    };
    checkListable(location, options.list === true);
    return { location, bucket, owner, keys, addresses: this.addresses(bucket, scopes, field), identity: identityOf(location, scoped) };
  }

  /** The parts that are declared; none where the whole bucket is. */
  private scopes({ prefixes, keys, wholeBucket }: S3AccessOptions, field: string): Scoped[] | undefined {
    checkSwitch(wholeBucket, `${field}.wholeBucket`);
    checkScopeGiven({ parts: prefixes !== undefined || keys !== undefined, wholeBucket: wholeBucket ?? false }, field, SCOPE_WORDS);
    const paths = notEmpty(prefixes, `${field}.prefixes`)?.map((path, i) => this.scoped({ kind: 'folder', path }, `${field}.prefixes[${i}]`));
    const others = notEmpty(keys, `${field}.keys`)?.map((key, i) => {
      const scope = key instanceof S3KeyScope ? key._bind() : undefined;
      // One without a scope is a class that was made to look like one.
      if (!isRecord(scope)) {
        fail('KeyScopeTypeInvalid', `${field}.keys[${i}]`, key, 'use S3KeyScope.folder, startingWith, object or template');
      }
      return this.scoped(scope, `${field}.keys[${i}]`);
    });
    return paths || others ? [...paths ?? [], ...others ?? []] : undefined;
  }

  /** Compiled here already, where the place of each scope is known for errors. */
  private scoped(declared: KeyScope, field: string): Scoped {
    const scope = this.encodeScope(declared, field);
    const pattern = compileScope(scope, this.vendor.variables, field);
    if (literalParts(describeScope(scope).replace(/\*$/, '')).some((part) => part.includes('*'))) {
      warn(this.scope, 'literalWildcard', `Declared in ${field}.`);
    }
    return { scope, pattern };
  }

  /** A start that may be empty at deployment is the whole bucket, and nobody has said so. */
  private checkStart(start: unknown, field: string): void {
    if (typeof start !== 'string' || start === '') {
      return;
    }
    warnIfLookedUp(this.scope, start, field);
    const open = () => mayBeNothing(start, this.scope);
    if (open()) {
      const names = emptyParameters(start, this.scope);
      const constrain = names.length === 0 ? '' : `give ${names.join(' and ')} a minLength, or an allowedPattern or allowedValues without an empty value; or `;
      fail('ScopeMissing', field, start, `${constrain}begin with a character that is written out: an empty start is the whole bucket`);
    }
    this.tokens.demand(field, () => !open());
  }

  private encodeScope(scope: KeyScope, field: string): KeyScope {
    const encode = (text: string) => this.tokens.encode(text, 'key', field);
    switch (scope.kind) {
      case 'folder':
        return { ...scope, path: encode(scope.path) };
      case 'startingWith':
        this.checkStart(scope.start, field);
        return { ...scope, start: encode(scope.start) };
      case 'object':
        return { ...scope, key: encode(scope.key) };
      case 'template':
        if (!isRecord(scope.values)) {
          fail('ValueTypeInvalid', `${field}.values`, scope.values, 'give an object that names the variables');
        }
        return {
          ...scope,
          template: encode(scope.template),
          values: Object.fromEntries(Object.entries(scope.values).map(([name, value]) => [name, encode(value)])),
        };
      default:
        return fail('KeyScopeTypeInvalid', field, scope, 'use S3KeyScope.folder, startingWith, object or template');
    }
  }

  private keys({ bucket, options }: S3Access, field: string): BoundKey[] {
    const given = checkOptionalList(options.encryptionKeys, `${field}.encryptionKeys`) ?? [];
    return [...(bucket.encryptionKey ? [bucket.encryptionKey] : []), ...given].map((key, i) => {
      const place = bucket.encryptionKey && i === 0 ? `${field}.bucket.encryptionKey` : `${field}.encryptionKeys[${i - (bucket.encryptionKey ? 1 : 0)}]`;
      const bound = bindKey(key, this.tokens, place);
      checkKeyRegion(bound.key, bucket.env.region, place);
      warnIfOpen(this.scope, bound.key.keyArn, place);
      return bound;
    });
  }

  private bucketArn(bucket: IBucket, field: string): string {
    warnIfOpen(this.scope, bucket.bucketArn, `${field}.bucket`);
    const arn = checkBucketArn(this.tokens.encode(bucket.bucketArn, 'bucketArn', `${field}.bucket`), `${field}.bucket`);
    if (!arn.startsWith('arn:')) {
      return arn;
    }
    checkPartition(arn, knownPartition(this.scope), `${field}.bucket`);
    // One spelling for one bucket, whether it was imported by name or by ARN.
    return `arn:${this.partition}:s3:::${arn.split(':')[5]}`;
  }

  private owner(bucket: IBucket, options: S3Access['options'], field: string): string {
    // In a condition, a policy variable in its place would match every account.
    const actual = checkAccountId(this.tokens.encode(bucket.env.account, 'accountId', `${field}.bucket`), `${field}.bucket`);
    const given = options.bucketOwner === undefined
      ? undefined
      : checkAccountId(this.tokens.encode(options.bucketOwner, 'accountId', `${field}.bucketOwner`), `${field}.bucketOwner`);
    warnIfOpen(this.scope, options.bucketOwner ?? bucket.env.account, given === undefined ? `${field}.bucket` : `${field}.bucketOwner`);
    // An import without an account is put into the stack's own, which says nothing about the real owner.
    const certain = Resource.isOwnedResource(bucket) && /^\d{12}$/.test(actual);
    if (given !== undefined && certain && given !== actual && /^\d{12}$/.test(given)) {
      fail('BucketOwnerConflict', `${field}.bucketOwner`, given, `this app creates the bucket in account ${actual}; leave bucketOwner out`);
    }
    return given ?? actual;
  }

  private acceptedEncryption(bucket: IBucket, actions: readonly string[], field: string): readonly string[] | undefined {
    const accepted = this.vendor.acceptedEncryption;
    const actual = defaultEncryption(bucket);
    if (accepted && actual !== undefined && !accepted.includes(actual)) {
      fail('EncryptionRefusedByVendor', `${field}.bucket`, actual, `${this.vendor.name} accepts ${accepted.join(' and ')}; change the bucket's default encryption`);
    }
    return encryptionDemand(actions, accepted);
  }

  private addresses(bucket: IBucket, scopes: Scopes, field: string): string[] {
    return addressesOf(this.tokens.encode(bucket.bucketName, 'bucketName', field), scopes);
  }
}

/** Where in a bucket, for people; what lies in a folder that is named as well is left out, so that no text grows without bound. */
function addressesOf(bucketName: string, scopes: Scopes): string[] {
  const paths = scopes === WHOLE_BUCKET ? [''] : scopes.map(describeScope);
  return collapse(paths.map((path) => ({ stem: path, open: path.endsWith('/'), listable: false }))).map(({ stem }) => `s3://${bucketName}/${stem}`);
}

/** An empty list lost what was in it: it is no way to say that nothing, or everything, is meant. */
function notEmpty<T>(values: readonly T[] | undefined, field: string): readonly T[] | undefined {
  if (checkOptionalList(values, field)?.length === 0) {
    fail('ScopesEmpty', field, values, 'name at least one; for everything in the bucket, declare wholeBucket: true in its place');
  }
  return values;
}

/** The names of all options; the type makes sure that none is forgotten. */
const OPTION_NAMES: PropertyNames<S3AccessOptions> = {
  acl: true,
  bucketOwner: true,
  delete: true,
  encryptionKeys: true,
  keys: true,
  list: true,
  multipartListing: true,
  pinBucketOwner: true,
  prefixes: true,
  requireTls: true,
  tagging: true,
  versions: true,
  wholeBucket: true,
};

function identityOf(location: Location, scoped: readonly Scoped[] | undefined): string {
  const patterns = scoped?.map(({ pattern }) => JSON.stringify(pattern)).sort();
  return JSON.stringify([location.bucketArn, location.actions, patterns, location.keys, location.owner, location.requireTls]);
}
