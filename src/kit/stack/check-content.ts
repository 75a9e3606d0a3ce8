import { STACK_QUOTAS } from '../../policy/aws';
import { fail, isRecord } from '../../policy/base';

/** How much CloudFormation takes of each section. */
const SECTIONS = { Parameters: STACK_QUOTAS.parameters, Resources: STACK_QUOTAS.resources } as const;

/** Types that a customer could not deploy, and why. */
const REFUSED_TYPES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^AWS::CloudFormation::Stack$/, 'a nested stack has a template of its own, and StackSets refuse it'],
  [/^AWS::(Lambda|Serverless)::/, 'code would run in the account of the customer'],
  [/^AWS::CloudFormation::Macro$/, 'a macro runs code'],
  [/^(Custom::|AWS::CloudFormation::CustomResource$)/, 'a custom resource runs code; the call-back is the one that may be there'],
  [/^AWS::CDK::/, 'the metadata of an app is no business of its customers'],
];

/** Outputs that the CDK makes for another stack of the app: exports or, by a newer feature flag, outputs to be read by their names. */
const FOR_ANOTHER_STACK = /^(ExportsOutput|PublishOutput)/;

/** Functions that need something beside the template. */
const REFUSED_FUNCTIONS: Readonly<Record<string, string>> = {
  'Fn::ImportValue': 'another stack would have to export it',
  'Fn::GetStackOutput': 'another stack would have to be there',
  'Fn::Transform': 'StackSets refuse macros',
};

/**
 * Refuses what would keep a customer from deploying the template from the console, the CLI or a StackSet.
 *
 * @param callBack the logical ID of the one custom resource that may be there
 */
export function checkContent(template: Readonly<Record<string, unknown>>, bytes: number, callBack?: string): void {
  if (template.Transform !== undefined) {
    refuse('Transform', template.Transform, 'StackSets refuse macros');
  }
  for (const [id, resource] of Object.entries(template.Resources as Record<string, { readonly Type: string }>)) {
    const [, reason] = REFUSED_TYPES.find(([types]) => types.test(resource.Type)) ?? [];
    if (reason !== undefined && id !== callBack) {
      refuse(`Resources.${id}`, resource.Type, reason);
    }
  }
  for (const [id, { Type }] of Object.entries(template.Parameters as Record<string, { readonly Type: string }> ?? {})) {
    if (Type.startsWith('AWS::SSM::')) {
      refuse(`Parameters.${id}`, Type, 'its value is read in the account of the customer');
    }
  }
  for (const id of Object.keys(template.Outputs ?? {})) {
    if (FOR_ANOTHER_STACK.test(id)) {
      refuse(`Outputs.${id}`, 'an output for another stack of this app', 'that stack is not there');
    }
  }
  walk(template, 'template');
  for (const [section, limit] of Object.entries(SECTIONS)) {
    const count = Object.keys(template[section] ?? {}).length;
    if (count > limit) {
      fail('TemplateTooLarge', section, count, `CloudFormation takes ${limit}`);
    }
  }
  if (bytes > STACK_QUOTAS.templateOnS3) {
    fail('TemplateTooLarge', 'template', `${bytes} bytes`, `CloudFormation takes ${STACK_QUOTAS.templateOnS3}`);
  }
}

function walk(value: unknown, place: string): void {
  if (typeof value === 'string') {
    if (value.includes('{{resolve:')) {
      refuse(place, value, 'a dynamic reference needs a parameter or secret in the account of the customer');
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => walk(item, `${place}[${i}]`));
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (Object.hasOwn(REFUSED_FUNCTIONS, key)) {
        refuse(`${place}.${key}`, item, REFUSED_FUNCTIONS[key]);
      }
      walk(item, `${place}.${key}`);
    }
  }
}

function refuse(field: string, received: unknown, reason: string): never {
  return fail('StackContentInvalid', field, received, `a customer deploys this template alone, and ${reason}; remove it`);
}
