import { DefinitionDeclaration, VendorDeclaration } from './declaration';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../vendors';

/** What a vendor brings to a declaration: what it would say of itself, did it describe itself. */
export type VendorMeaning = DefinitionDeclaration
  & Required<Pick<DefinitionDeclaration, 'accounts' | 'principals' | 'readActions' | 'writeActions' | 'companionBuckets' | 'sessionTags'>>
  /** What it has in another partition. Whoever has the same number or name in this one is somebody else. */
  & { readonly elsewhere?: VendorMeaning };

/** A vendor that says nothing of itself. */
export const NOTHING: VendorMeaning = { accounts: [], principals: [], readActions: [], writeActions: [], companionBuckets: [], sessionTags: [] };

/** However a customer has named the vendor. */
export function meaningOf(vendor: VendorDeclaration): VendorMeaning {
  const meaning = { ...NOTHING, ...definitionOf(vendor) };
  return 'elsewhere' in vendor && vendor.elsewhere ? { ...meaning, accounts: [], principals: [], companionBuckets: [], elsewhere: meaning } : meaning;
}

function definitionOf(vendor: VendorDeclaration): DefinitionDeclaration {
  switch (vendor.kind) {
    case 'account': return { accounts: [vendor.id], principalArns: vendor.principalArns, organizationId: vendor.organizationId };
    case 'role':
    case 'user': return { principals: [vendor.arn] };
    case 'pending': return {};
    case 'cloudglue': return vendor.transferBucket === false ? { ...CLOUDGLUE.definition, companionBuckets: [] } : CLOUDGLUE.definition;
    case 'hotglue': return told(HOTGLUE.definition, vendor.principalArn);
    case 'coactive': return told(COACTIVE.definition, vendor.roleArn);
    case 'creativeForce': return CREATIVE_FORCE.definition;
    case 'apperate': return told(APPERATE.definition, vendor.userArn);
    case 'definition': return vendor.definition;
  }
}

/** With the principal that the vendor has told this customer. */
function told(definition: DefinitionDeclaration, principal: string | undefined): DefinitionDeclaration {
  return { ...definition, principals: principal === undefined ? [] : [principal] };
}

/** How many characters a variable of a path stands for; undefined for any number. */
export type Variables = Readonly<Record<string, number | undefined>>;

/** Vendors that name no variables of their own share those of hotglue's guide. */
export function variablesOf({ pathVariables = HOTGLUE.definition.pathVariables }: DefinitionDeclaration): Variables {
  return Object.fromEntries(Object.entries(pathVariables).map(([name, format]) => [name, format === '*' ? undefined : format.length]));
}
