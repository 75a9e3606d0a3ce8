import { Formats, formatsOf } from './scope';
import { AccessDeclaration, CompanionDeclaration, VendorDeclaration } from '../../world/declaration';

/** Principals that are let in, each set with what narrows it. */
export interface Party {
  /** Whole accounts. */
  readonly accounts?: readonly string[];
  /** Single roles and users. */
  readonly principals?: readonly string[];
  /** Patterns with `*` and `?` in the names, for accounts. */
  readonly principalArns?: readonly string[];
  readonly organizationId?: string;
  readonly tags: ReadonlyArray<{ readonly key: string; readonly values?: readonly string[] }>;
}

/** What a vendor brings to a declaration, from what its public guide says. */
export interface VendorMeaning {
  readonly parties: readonly Party[];
  readonly readActions: readonly string[];
  readonly writeActions: readonly string[];
  readonly companions: readonly CompanionDeclaration[];
  readonly acceptedEncryption?: readonly string[];
  readonly formats: Formats;
}

const PLAIN = { readActions: [], writeActions: [], companions: [], formats: formatsOf(undefined) };

/** The meaning of a vendor's name. */
export function vendorMeaning(vendor: VendorDeclaration): VendorMeaning {
  switch (vendor.kind) {
    case 'pending':
      return { ...PLAIN, parties: [] };
    case 'account':
      return { ...PLAIN, parties: [{ accounts: [vendor.id], principalArns: vendor.principalArns, organizationId: vendor.organizationId, tags: [] }] };
    case 'role':
    case 'user':
      return { ...PLAIN, parties: principals(vendor.arn) };
    case 'cloudglue':
      return {
        ...PLAIN,
        parties: [{ accounts: ['992382634011'], tags: [] }],
        companions: vendor.transferBucket === false ? [] : [{ bucketName: 'cloudglue-external-transfer', ownerAccount: '992382634011', mode: 'write' }],
      };
    case 'hotglue':
      return { ...PLAIN, parties: principals(vendor.principalArn) };
    case 'coactive':
      return { ...PLAIN, parties: principals(vendor.roleArn) };
    case 'creativeForce':
      return {
        ...PLAIN,
        parties: principals('arn:aws:iam::092392787187:user/CreativeForceCloudS3'),
        readActions: ['GetObjectVersion'],
        // It looks what is there before it delivers.
        writeActions: ['ListBucket', 'PutObjectAcl'],
        acceptedEncryption: ['AES256', 'aws:kms'],
      };
    case 'apperate':
      return { ...PLAIN, parties: principals(vendor.userArn), readActions: ['GetObjectVersion'] };
    case 'definition': {
      const { accounts, principals: arns, principalArns, organizationId, sessionTags: tags = [], ...rest } = vendor.definition;
      const bare = (actions: readonly string[] = []) => actions.map((action) => action.replace(/^s3:/, ''));
      return {
        parties: [
          ...(accounts === undefined ? [] : [{ accounts, principalArns, organizationId, tags }]),
          ...(arns === undefined ? [] : [{ principals: arns, organizationId, tags }]),
        ],
        readActions: bare(rest.readActions),
        writeActions: bare(rest.writeActions),
        companions: rest.companionBuckets ?? [],
        acceptedEncryption: rest.acceptedEncryption,
        formats: formatsOf(rest.pathVariables),
      };
    }
  }
}

/** A companion bucket as if the customer had declared it. */
export function companionAccess({ mode, prefixes }: Pick<CompanionDeclaration, 'mode' | 'prefixes'>): Pick<AccessDeclaration, 'mode' | 'scopes'> {
  return { mode, scopes: prefixes?.map((path) => ({ kind: 'folder', path })) };
}

function principals(arn: string | undefined): Party[] {
  return arn === undefined ? [] : [{ principals: [arn], tags: [] }];
}
