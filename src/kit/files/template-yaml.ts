/** Functions that have a short form, by the type of argument that makes them a function: a policy has keys of such names, too. */
const SHORT_FORMS: Readonly<Record<string, (argument: unknown) => boolean>> = {
  'Ref': isText,
  'Condition': isText,
  'Fn::And': Array.isArray,
  'Fn::Equals': Array.isArray,
  'Fn::GetAtt': Array.isArray,
  'Fn::If': Array.isArray,
  'Fn::Join': Array.isArray,
  'Fn::Not': Array.isArray,
  'Fn::Or': Array.isArray,
  'Fn::Select': Array.isArray,
  'Fn::Split': Array.isArray,
  'Fn::Sub': (argument) => isText(argument) || Array.isArray(argument),
};

/**
 * A template in YAML, with the short forms of functions, for people to read.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function templateYaml(template: object): string {
  // Loaded only here: most apps never write a kit.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml: typeof import('yaml') = require('yaml');
  // CloudFormation reads YAML 1.1, where `yes` and `1:30` are no text.
  const document = new yaml.Document(template, { version: '1.1', aliasDuplicateObjects: false });
  yaml.visit(document, {
    Map: (_, map) => {
      const call = callIn(map.toJSON());
      if (call === undefined) {
        return undefined;
      }
      const node = document.createNode(call.argument, { aliasDuplicateObjects: false });
      node.tag = call.tag;
      return node;
    },
  });
  // A folded line is hard to compare.
  return document.toString({ lineWidth: 0 });
}

/** The function that an object of a template stands for, if it does. */
function callIn(value: Record<string, unknown>): { readonly tag: string; readonly argument: unknown } | undefined {
  const [[name, argument], ...others] = [...Object.entries(value), ['', undefined] as const];
  if (others.length !== 1 || !Object.hasOwn(SHORT_FORMS, name) || !SHORT_FORMS[name](argument)) {
    return undefined;
  }
  return {
    tag: `!${name.replace(/^Fn::/, '')}`,
    argument: name === 'Fn::GetAtt' ? (argument as string[]).join('.') : argument,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
