/**
 * A customer's declaration as plain data: what somebody would say aloud of whom they let in, where, and how far.
 *
 * It is the common ground of the proof. `build.ts` turns it into constructs through the public API; the oracle states
 * what it means. Neither knows the other. Being JSON, any declaration can be printed and replayed.
 */
export interface Declaration {
  readonly construct: 'role' | 'bucketAccess' | 'user';
  readonly vendor: VendorDeclaration;
  readonly externalId?: string;
  readonly nextExternalId?: string;
  /** Further principals with an external ID of their own; only of a role. */
  readonly additionalTrust?: readonly AdditionalTrust[];
  readonly buckets: readonly BucketDeclaration[];
  readonly keys: readonly KeyDeclaration[];
  readonly access: readonly AccessDeclaration[];
  /** How many of the last entries of `access` come by `addAccess`. */
  readonly addedLater?: number;
  /** Whether each of them comes by a call of its own. */
  readonly addedSingly?: boolean;
  /** CIDR ranges. */
  readonly allowedSourceIps?: readonly string[];
  /** ISO 8601. */
  readonly expiresAt?: string;
  readonly suspended?: boolean;
  readonly placement?: 'inline' | 'managed';
  /** The partition that the app is deployed to, if it is not `aws`. All ARNs and regions here are written as if it were: see world/site.ts. */
  readonly site?: 'aws-cn' | 'aws-us-gov';
  /** Stacks whose account and region nobody knows before they are deployed. */
  readonly open?: 'access' | 'data' | 'both';
  /** A stack of their own for the buckets and keys that the app creates, in the customer's account or in that of a partner, who then owns them. */
  readonly dataStack?: 'own' | 'partner';
  /** The region of that stack, if it is another one than that of the access; all keys lie there then. */
  readonly dataRegion?: typeof DATA_REGION;
  /** Whether the role has a name that other stacks know. */
  readonly roleName?: boolean;
  /**
   * How somebody else has let the role or user read everything in the bucket of that name; or, without a role or user, one of the vendor's own
   * principals what lies in the folder of that name in the bucket of the first entry, which the app creates.
   */
  readonly grantedBeside?: 'byPolicy' | 'byBucket' | 'onBucket';
  /** Whether somebody else has let a further party assume the role. */
  readonly trustedBeside?: boolean;
  /** What is written as a CloudFormation parameter, and known at deployment only. */
  readonly byParameter?: readonly Late[];
  readonly bucketPolicies?: 'whenNeeded' | 'always';
}

/** What may be told at deployment, beside names and places. */
export type Late = 'vendor' | 'externalId' | 'addresses' | 'owners' | 'keys';

export interface AdditionalTrust {
  readonly vendor: VendorDeclaration;
  /** None: there is a reason not to have one. */
  readonly externalId?: string;
}

export type VendorDeclaration =
  /** By pseudo parameter: the account of the stack that declares the access. */
  | { readonly kind: 'account'; readonly id: string; readonly byPseudo?: boolean; readonly principalArns?: readonly string[]; readonly organizationId?: string }
  | { readonly kind: 'role' | 'user'; readonly arn: string }
  | { readonly kind: 'pending' }
  /** Elsewhere: its accounts are in another partition than all the rest. */
  | { readonly kind: 'cloudglue'; readonly transferBucket?: boolean; readonly elsewhere?: boolean }
  | { readonly kind: 'hotglue'; readonly principalArn?: string }
  | { readonly kind: 'coactive'; readonly roleArn: string }
  | { readonly kind: 'creativeForce'; readonly elsewhere?: boolean }
  | { readonly kind: 'apperate'; readonly userArn?: string }
  | { readonly kind: 'definition'; readonly definition: DefinitionDeclaration };

/** A vendor that describes itself; the fields of `VendorDefinition` that have a say in what it may do. */
export interface DefinitionDeclaration {
  readonly accounts?: readonly string[];
  readonly principals?: readonly string[];
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
  readonly externalId?: 'required' | 'optional' | 'unsupported';
  readonly readActions?: readonly string[];
  readonly writeActions?: readonly string[];
  readonly companionBuckets?: readonly CompanionDeclaration[];
  readonly acceptedEncryption?: readonly string[];
  readonly sessionTags?: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
  readonly pathVariables?: Readonly<Record<string, string>>;
}

export interface CompanionDeclaration {
  readonly bucketName: string;
  readonly ownerAccount: string;
  readonly mode: Mode;
  readonly prefixes?: readonly string[];
  readonly wholeBucket?: boolean;
}

export type Mode = 'read' | 'write' | 'readWrite';

export interface BucketDeclaration {
  /** `created` by the app; `imported` by its name; named by a CloudFormation `parameter`. */
  readonly source: 'created' | 'imported' | 'parameter';
  readonly name: string;
  /** An account other than the customer's; only of what the app does not create. */
  readonly owner?: string;
  /** The position in `keys` of the key that encrypts the bucket by default; only of what the app creates. */
  readonly key?: number;
  /** Whether the app creates it by `CfnBucket`; with no key, or an imported one. */
  readonly byCfn?: boolean;
  /** Whether it is imported into the stack with the data, by a name that has the account of that stack in it as a pseudo parameter. */
  readonly byPseudo?: boolean;
  /** What its policy holds before the access is declared: a statement for a colleague, added to the bucket or in a policy of its own; or that TLS is demanded. */
  readonly existing?: 'statement' | 'policy' | 'tls';
}

export interface KeyDeclaration {
  /** `created` by the app, leaving decisions to IAM or `strict`; `imported` by its ARN, or by an `alias`. */
  readonly source: 'created' | 'strict' | 'imported' | 'alias';
  /** The key's ID; of a key that the app creates, CloudFormation makes it. The alias is made of it. */
  readonly id: string;
  /** An account other than the customer's; not of a key that the app creates for itself. */
  readonly owner?: string;
  /** Whether it is imported into the stack with the data, as one of that account. */
  readonly there?: boolean;
  /** A region other than the customer's; only of a key imported by ARN. */
  readonly region?: string;
}

export interface AccessDeclaration {
  /** The position in `buckets`. */
  readonly bucket: number;
  readonly mode: Mode;
  readonly scopes: Scopes;
  readonly options?: Readonly<Partial<Record<Option, boolean>>>;
  /** Positions in `keys`, beside the bucket's own. */
  readonly keys?: readonly number[];
  /** Whether plain HTTP is acceptable. */
  readonly withoutTls?: boolean;
  /** Whether the owner of the bucket does not matter. */
  readonly anyOwner?: boolean;
  /** Whether it is left to another entry to say who owns the bucket; only where that does not matter. */
  readonly ownerUnsaid?: boolean;
}

/** Where in a bucket; the whole of it only by that word. */
export type Scopes = readonly ScopeDeclaration[] | 'wholeBucket';

/** The parts of a bucket one by one; undefined stands for all of it. */
export function partsIn(scopes: Scopes): ReadonlyArray<ScopeDeclaration | undefined> {
  return scopes === 'wholeBucket' ? [undefined] : scopes;
}

/** All options that turn actions on or off. A test holds the library's own list against this one. */
export const OPTIONS = ['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing'] as const;

export type Option = typeof OPTIONS[number];

export type ScopeDeclaration = {
  /** Whether the text (for a template: the values) reaches the template only at deployment, by a CloudFormation parameter. */
  readonly atDeployment?: boolean;
  /** Whether the customer's account and the name of the stack, where they are in the text, are written as what stands for them in a template. */
  readonly byPseudo?: boolean;
  /** Whether the text comes out of a condition or a mapping of the template. */
  readonly byFunction?: 'condition' | 'mapping';
  /** How many characters of the text before that parameter or function are known already; of a template, none. */
  readonly literalStart?: number;
} & (
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'startingWith'; readonly start: string }
  | { readonly kind: 'object'; readonly key: string }
  | { readonly kind: 'template'; readonly template: string; readonly values?: Readonly<Record<string, string>> }
);

/** The customer's account in every declaration, and the stack that the access is declared in. */
export const CUSTOMER = '111122223333';
export const STACK = 'Stack';

/** An account of somebody that the customer works with. */
export const PARTNER = '444455556666';

export const REGION = 'eu-west-1';
export const DATA_REGION = 'us-east-1';

/** The bucket, or folder, that others have let the role, user or vendor read, and the principal that they have let assume the role. */
export const BESIDE = 'acme-beside';
export const TRUSTED_BESIDE = 'arn:aws:iam::888800008888:role/beside';

/** Somebody else of the customer's account, who may do everything there. */
export const COLLEAGUE = `arn:aws:iam::${CUSTOMER}:role/colleague`;
