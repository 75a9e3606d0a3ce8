import { TemplateJson } from '../../support/intrinsics';

/**
 * What a vendor holds on to, and the properties whose change makes CloudFormation replace it ("Update requires:
 * Replacement"). The proof compares this with the schemas that AWS publishes.
 */
export const REPLACING: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::AccessKey': ['Serial', 'UserName'],
  'AWS::IAM::Role': ['Path', 'RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::SecretsManager::Secret': ['Name'],
};

/** Roles, users, access keys and secrets that an update to another template would replace or remove, each with the reason. */
export function replacements(earlier: TemplateJson, now: TemplateJson): string[] {
  return Object.entries(earlier.Resources).flatMap(([id, before]) => {
    const properties = REPLACING[before.Type];
    if (properties === undefined) {
      return [];
    }
    const after = now.Resources[id] as typeof before | undefined;
    if (after?.Type !== before.Type) {
      return [`${before.Type} ${id} is ${after === undefined ? 'gone' : `now ${after.Type}`}`];
    }
    return properties
      .filter((name) => JSON.stringify(before.Properties?.[name]) !== JSON.stringify(after.Properties?.[name]))
      .map((name) => `${before.Type} ${id}: ${name} was ${JSON.stringify(before.Properties?.[name])}, is ${JSON.stringify(after.Properties?.[name])}`);
  });
}

/** How many resources of a template `replacements` looks at. */
export function watched(template: TemplateJson): number {
  return Object.values(template.Resources).filter(({ Type: type }) => type in REPLACING).length;
}
