import { Aws, Resource, Stack, Token } from 'aws-cdk-lib';
import { IBucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { refuseAccessPoint } from './access-point';
import { bindKey, BoundKey } from './bound-kms-key';
import { defaultEncryption } from './own-bucket';
import { S3_ACCESS_OPTIONS, S3Access, S3AccessMode, S3AccessOptions, S3KeyScope } from '../../api';
import { fail, failWith, isRecord, Issues, literalParts, raising } from '../../policy/base';
import { describeScope, KeyScope, Location, PlacePart, ScopeWords, WHOLE_BUCKET } from '../../policy/grant';
import { collapse } from '../../policy/pattern';
import { AccessRequest, checkAccess, checkCompanions, Declaration, DeclaredAccess, OwnerRequest, Surroundings } from '../../policy/request';
import { VendorFacts } from '../../policy/vendor';
import { checkOptionalList, checkStruct, checkSwitch } from '../input';
import { warn } from '../report';
import { emptyParameters, knownPartition, mayBeNothing, TokenTable, warnIfLookedUp, warnIfOpen } from '../tokens';

/** One declaration of access in the core's terms, with the constructs that it came from. */
export interface BoundAccess {
  readonly location: Location;
  /** None for a bucket of the vendor's own. */
  readonly bucket?: IBucket;
  /** The account that owns the bucket, as far as it is known, whether or not the policy pins it. */
  readonly owner: string;
  readonly kmsKeys: readonly BoundKey[];
  readonly bucketName: string;
}

/** The `s3://` addresses of what was declared, for people; what lies in a folder that is named as well is left out, so that no text grows without bound. */
export function addressesOf({ bucketName, location: { scopes } }: BoundAccess): string[] {
  const paths = scopes === WHOLE_BUCKET ? [''] : scopes.map(describeScope);
  return collapse(paths.map((path) => ({ stem: path, open: path.endsWith('/'), listable: false }))).map(({ stem }) => `s3://${bucketName}/${stem}`);
}

/** Where access ends up: in the permissions of a role or user, or in the policies of the buckets and keys alone. */
export type AccessTarget = 'permissions' | 'resourcePolicies';

const SCOPE_WORDS: ScopeWords = {
  parts: 'prefixes or keys',
  whole: 'wholeBucket: true',
  inPrograms: { startingWith: 'S3KeyScope.startingWith', lookedUp: 'use a CfnParameter of an SSM type' },
};

/** Turns declarations into the core's input, checking all that only the CDK can know. */
export class AccessBinder {
  private readonly declared = new DeclaredAccess();
  private readonly surroundings: Surroundings;
  private count = 0;

  constructor(
    private readonly scope: IConstruct,
    private readonly tokens: TokenTable,
    private readonly vendor: VendorFacts,
    partition: string,
    private readonly into: AccessTarget,
  ) {
    this.surroundings = {
      partition: { written: partition, known: knownPartition(scope) },
    };
  }

  /** Binds further declarations. */
  public bind(access: readonly S3Access[]): BoundAccess[] {
    const added = access.map((declared, i) => this.bindOne(declared, `access[${this.count + i}]`));
    raising((issues) => {
      this.declared.check(added.map(asDeclaration), issues);
      return added;
    });
    return added;
  }

  /** Counts access as declared. */
  public keep(added: readonly BoundAccess[]): void {
    this.count += added.length;
    this.declared.keep(added.map(asDeclaration));
  }

  /** The vendor's own buckets. */
  public companions(): BoundAccess[] {
    const customer = (account: string) => this.tokens.encode(account, 'accountId', 'account');
    const locations = raising((issues) => checkCompanions(this.vendor, [customer(Stack.of(this.scope).account), customer(Aws.ACCOUNT_ID)], issues));
    const bound = locations.map((location) => ({
      location,
      owner: location.owner!,
      kmsKeys: [],
      bucketName: location.bucketArn.split(':')[5],
    }));
    this.declared.keep(bound.map(asDeclaration));
    return bound;
  }

  private bindOne(declared: S3Access, field: string): BoundAccess {
    if (!(declared instanceof S3Access) || !Object.values(S3AccessMode).includes(declared.mode)) {
      fail('AccessTypeInvalid', field, declared, 'use S3Access.read, S3Access.write or S3Access.readWrite');
    }
    const { bucket, mode, options } = declared;
    if (typeof bucket?.bucketArn !== 'string' || !Resource.isResource(bucket)) {
      fail('BucketInvalid', field, bucket, 'give an s3.Bucket, or an imported one such as Bucket.fromBucketName');
    }
    refuseAccessPoint(bucket, `${field}.bucket`);
    checkStruct(options, `${field}.options`, S3_ACCESS_OPTIONS);
    (['requireTls', 'pinBucketOwner', 'wholeBucket'] as const).forEach((name) => checkSwitch(options[name], `${field}.${name}`));
    const parts = this.parts(options, field);
    const keys = this.kmsKeys(declared, field);
    const request: AccessRequest = {
      field,
      mode: { field, value: mode, written: `S3Access.${mode}` },
      options,
      bucket: { field: `${field}.bucket`, bucket: { arn: this.bucketArn(bucket, field) }, region: regionOf(bucket), encryption: this.encryption(bucket, field) },
      owner: this.owner(bucket, options, field),
      place: { field, parts, wholeBucket: options.wholeBucket ?? false, words: SCOPE_WORDS },
      kmsKeys: keys.map(({ request: key }) => key),
      pinOwner: options.pinBucketOwner !== false,
      requireTls: options.requireTls ?? true,
    };
    const location = raising((issues: Issues) => checkAccess(request, this.vendor, this.surroundings, issues));
    if (this.into === 'permissions') {
      this.checkSayable(request, location);
    }
    parts?.forEach((part) => this.warnOfWildcard(part));
    const { apparent, stated } = request.owner;
    return {
      location,
      bucket,
      owner: (stated ?? apparent).value,
      kmsKeys: keys.map(({ key }, i) => ({ key, use: location.kmsKeys[i] })),
      bucketName: this.tokens.encode(bucket.bucketName, 'bucketName', field, bucket),
    };
  }

  /** Permissions are written in the stack of the role, which may not know what another stack knows of its bucket. */
  private checkSayable({ bucket, owner, kmsKeys }: AccessRequest, location: Location): void {
    const demand = (value: unknown, field: string, received: string, remedy: string) => {
      if (this.tokens.decodeIn(value, Stack.of(this.scope)).unsaid) {
        failWith({ code: 'ValueElsewhere', field, received, remedy: `${remedy}, or give that stack its env` });
      }
    };
    demand(location.bucketArn, bucket.field, 'a name that only the stack of the bucket knows', 'write the name out');
    demand(location.owner, (owner.stated ?? owner.apparent).field, 'an account that only the stack of the bucket knows', 'say in bucketOwner which account owns it');
    location.kmsKeys.forEach((use, i) =>
      demand(use, kmsKeys[i].field, 'a key whose region or account only its own stack knows', 'name it by its ARN'));
  }

  /** How a bucket encrypts. The key that AWS manages for S3 serves its own account alone, whatever a policy says. */
  private encryption(bucket: IBucket, field: string): string | undefined {
    const encryption = defaultEncryption(bucket);
    const { account } = Stack.of(this.scope);
    const foreign = this.into === 'resourcePolicies' || [account, bucket.env.account].every((id) => !Token.isUnresolved(id)) && account !== bucket.env.account;
    if (foreign && encryption !== undefined && encryption.algorithm.startsWith('aws:kms') && encryption.key === undefined) {
      failWith({
        code: 'EncryptionUnreachable',
        field: `${field}.bucket`,
        received: 'a bucket that encrypts with the key aws/s3, which no other account can use',
        remedy: 'encrypt it with a KMS key of its own',
      });
    }
    return encryption?.algorithm;
  }

  /** The parts that are declared; none where no list is given. */
  private parts({ prefixes, keys, wholeBucket }: S3AccessOptions, field: string): PlacePart[] | undefined {
    // Beside the whole bucket a list is one too many, whatever is in it.
    const listed = wholeBucket ? checkOptionalList : notEmpty;
    const paths = listed(prefixes, `${field}.prefixes`)?.map((path, i) => this.part({ kind: 'folder', path }, `${field}.prefixes[${i}]`));
    const others = listed(keys, `${field}.keys`)?.map((key, i) => {
      const scope = key instanceof S3KeyScope ? key._bind() : undefined;
      // One without a scope is a class that was made to look like one.
      if (!isRecord(scope)) {
        fail('KeyScopeTypeInvalid', `${field}.keys[${i}]`, key, 'use S3KeyScope.folder, startingWith, object or template');
      }
      return this.part(scope, `${field}.keys[${i}]`);
    });
    return paths || others ? [...paths ?? [], ...others ?? []] : undefined;
  }

  private part(declared: KeyScope, field: string): PlacePart {
    return { field, scope: this.encodeScope(declared, field) };
  }

  private warnOfWildcard({ field, scope }: PlacePart): void {
    // The asterisk with which a start is described is not a declared one.
    const declared = scope.kind === 'startingWith' ? scope.start : describeScope(scope);
    if (literalParts(declared).some((part) => part.includes('*'))) {
      warn(this.scope, 'literalWildcard', `${field}: an asterisk stands for itself here, "in/*" is a folder named "*"; for all that lies in a folder declare the folder, for everything in the bucket wholeBucket: true`);
    }
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

  private kmsKeys({ bucket, options }: S3Access, field: string): Array<ReturnType<typeof bindKey>> {
    const given = checkOptionalList(options.encryptionKeys, `${field}.encryptionKeys`) ?? [];
    return [...(bucket.encryptionKey ? [bucket.encryptionKey] : []), ...given].map((key, i) => {
      const place = bucket.encryptionKey && i === 0 ? `${field}.bucket.encryptionKey` : `${field}.encryptionKeys[${i - (bucket.encryptionKey ? 1 : 0)}]`;
      const bound = bindKey(key, this.tokens, place);
      warnIfOpen(this.scope, bound.key.keyArn, place);
      this.warnOfAlias(bound, options.bucketOwner ?? bucket.env.account, place);
      return bound;
    });
  }

  /** An alias names a key of its own account, and the key of a bucket is mostly that of the bucket's. */
  private warnOfAlias({ key, request }: ReturnType<typeof bindKey>, owner: string, place: string): void {
    const accounts = [key.env.account, owner];
    if ('alias' in request.key && accounts.every((account) => !Token.isUnresolved(account)) && accounts[0] !== accounts[1]) {
      warn(this.scope, 'aliasElsewhere', `${place}: the alias is one of account ${accounts[0]}, and the bucket belongs to ${accounts[1]}; if it encrypts with a key of its own account, `
        + 'the vendor cannot use that, so name the key by its ARN');
    }
  }

  private bucketArn(bucket: IBucket, field: string): string {
    warnIfOpen(this.scope, bucket.bucketArn, `${field}.bucket`);
    return this.tokens.encode(bucket.bucketArn, 'bucketArn', `${field}.bucket`, bucket);
  }

  private owner(bucket: IBucket, { bucketOwner }: S3AccessOptions, field: string): OwnerRequest {
    const account = (text: string, place: string, home: IConstruct) => ({ field: place, value: this.tokens.encode(text, 'accountId', place, home) });
    const apparent = account(bucket.env.account, `${field}.bucket`, bucket);
    const stated = bucketOwner === undefined ? undefined : account(bucketOwner, `${field}.bucketOwner`, this.scope);
    warnIfOpen(this.scope, bucketOwner ?? bucket.env.account, (stated ?? apparent).field);
    // An import without an account is put into the stack's own, which says nothing about the real owner.
    return { apparent, stated, certain: Resource.isOwnedResource(bucket) };
  }
}

/** An empty list lost what was in it: it is no way to say that nothing, or everything, is meant. */
function notEmpty<T>(values: readonly T[] | undefined, field: string): readonly T[] | undefined {
  if (checkOptionalList(values, field)?.length === 0) {
    fail('ScopesEmpty', field, values, 'name at least one; for everything in the bucket, declare wholeBucket: true in its place');
  }
  return values;
}

function asDeclaration(bound: BoundAccess): Declaration {
  // Asked for in an error only, and long.
  return { location: bound.location, named: { field: bound.location.field, get value() { return addressesOf(bound).join(', '); } } };
}

/** The region of a bucket, where it is known now. An import that says nothing of it has that of its stack, which may be wrong. */
function regionOf(bucket: IBucket): string | undefined {
  const { region } = bucket.env;
  const isGuess = !Resource.isOwnedResource(bucket) && region === Stack.of(bucket).region;
  return isGuess || Token.isUnresolved(region) ? undefined : region;
}
