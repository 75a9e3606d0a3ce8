import { TemplateJson } from '../../../support/intrinsics';

/** A call-back that waits for the vendor at the end. */
export function deletable(template: TemplateJson): TemplateJson {
  const { DeletionPolicy: _, ...rest } = template.Resources.CallBack as TemplateJson['Resources'][string] & { DeletionPolicy: string };
  return { ...template, Resources: { ...template.Resources, CallBack: rest } };
}

/** A call-back that comes only if a third bucket is there. */
export function dependent(template: TemplateJson): TemplateJson {
  return { ...template, Resources: { ...template.Resources, CallBack: { ...template.Resources.CallBack, DependsOn: 'BucketPolicy3' } } };
}
