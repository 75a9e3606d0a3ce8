import { CompanionDeclaration, VendorDeclaration } from '../world/declaration';

/** What a vendor's own facts add to a declaration. Restated from the vendors' guides, not read from the library. */
export interface VendorMeaning {
  /** Accounts whose principals are trusted, as far as the patterns and the organization allow. */
  readonly accounts: readonly string[];
  /** Principals that are trusted by themselves. */
  readonly principals: readonly string[];
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
  readonly readActions: readonly string[];
  readonly writeActions: readonly string[];
  readonly companions: readonly CompanionDeclaration[];
  readonly acceptedEncryption?: readonly string[];
  readonly sessionTags: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
  /** How many characters a variable of a path stands for; none: any number. */
  readonly variables: Readonly<Record<string, number | undefined>>;
}

/** The variables of hotglue's guide, which vendors without variables of their own share: dates have a length. */
const VARIABLES = {
  tenant: undefined,
  root_tenant_id: undefined,
  tap: undefined,
  date: 'YYYYMM'.length,
  full_date: 'YYYYMMDD'.length,
  flow_id: undefined,
  job_id: undefined,
  env_id: undefined,
};

const NOTHING: VendorMeaning = {
  accounts: [], principals: [], readActions: [], writeActions: [], companions: [], sessionTags: [], variables: VARIABLES,
};

export function meaningOf(vendor: VendorDeclaration): VendorMeaning {
  switch (vendor.kind) {
    case 'account':
      return { ...NOTHING, accounts: [vendor.id], principalArns: vendor.principalArns, organizationId: vendor.organizationId };
    case 'role':
    case 'user':
      return { ...NOTHING, principals: [vendor.arn] };
    case 'pending':
      return NOTHING;
    case 'cloudglue':
      return {
        ...NOTHING,
        accounts: ['992382634011'],
        companions: vendor.transferBucket === false
          ? []
          : [{ bucketName: 'cloudglue-external-transfer', ownerAccount: '992382634011', mode: 'write', wholeBucket: true }],
      };
    case 'hotglue':
      return { ...NOTHING, principals: some(vendor.principalArn) };
    case 'coactive':
      return { ...NOTHING, principals: [vendor.roleArn] };
    case 'creativeForce':
      return {
        ...NOTHING,
        principals: ['arn:aws:iam::092392787187:user/CreativeForceCloudS3'],
        readActions: ['s3:GetObjectVersion'],
        writeActions: ['s3:PutObjectAcl', 's3:ListBucket'],
        acceptedEncryption: ['AES256', 'aws:kms'],
      };
    case 'apperate':
      return { ...NOTHING, principals: some(vendor.userArn), readActions: ['s3:GetObjectVersion'] };
    case 'definition': {
      const { definition } = vendor;
      return {
        ...NOTHING,
        accounts: definition.accounts ?? [],
        principals: definition.principals ?? [],
        principalArns: definition.principalArns,
        organizationId: definition.organizationId,
        readActions: definition.readActions ?? [],
        writeActions: definition.writeActions ?? [],
        companions: definition.companionBuckets ?? [],
        acceptedEncryption: definition.acceptedEncryption,
        sessionTags: definition.sessionTags ?? [],
        variables: definition.pathVariables === undefined
          ? VARIABLES
          : Object.fromEntries(Object.entries(definition.pathVariables).map(([name, format]) => [name, format === '*' ? undefined : format.length])),
      };
    }
  }
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** Whether a principal belongs to the vendor; with its organization, where the declaration demands one. */
export function isVendors(principal: string, vendor: VendorMeaning): boolean {
  if (vendor.principals.includes(principal)) {
    return true;
  }
  const account = principal.split(':')[4];
  return vendor.accounts.includes(account) && (vendor.principalArns?.some((pattern) => fits(pattern, principal)) ?? true);
}

/** A pattern for the name of a role or user: `*` any characters, `?` one. */
function fits(pattern: string, principal: string): boolean {
  const expression = [...pattern].map((character) => ({ '*': '.*', '?': '.' }[character] ?? character.replace(/[^a-zA-Z0-9]/, '\\$&'))).join('');
  return new RegExp(`^${expression}$`, 's').test(principal);
}
