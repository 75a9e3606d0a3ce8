import { TemplateJson } from '../../../support/intrinsics';

/** A version of a kit whose role is another one. */
export function withOtherRole(template: TemplateJson): TemplateJson {
  return JSON.parse(JSON.stringify(template).replaceAll('"Role"', '"VendorRole"'));
}

/** A kit that leaves its role behind. */
export function withRetainedRole(template: TemplateJson): TemplateJson {
  const { Role: role, ...others } = template.Resources;
  return { ...template, Resources: { ...others, Role: { ...role, DeletionPolicy: 'Retain' } as TemplateJson['Resources'][string] } };
}
