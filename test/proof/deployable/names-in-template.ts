import { TemplateJson } from '../../support/intrinsics';

/** What a value of a template names: other parts of the same template. */
export interface Names {
  /** Resources, parameters and pseudo parameters, by `Ref`, `Fn::GetAtt` or `Fn::Sub`. */
  readonly references: string[];
  readonly conditions: string[];
  readonly mappings: string[];
}

/** All names in a value, however deep. */
export function namesIn(value: unknown, names: Names = { references: [], conditions: [], mappings: [] }): Names {
  if (Array.isArray(value)) {
    value.forEach((item) => namesIn(item, names));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      note(key, item, names);
      namesIn(item, names);
    }
  }
  return names;
}

function note(key: string, item: unknown, { references, conditions, mappings }: Names): void {
  switch (key) {
    case 'Ref':
      references.push(String(item));
      break;
    case 'Fn::GetAtt':
      references.push(typeof item === 'string' ? item.split('.')[0] : String((item as unknown[])[0]));
      break;
    case 'Fn::Sub': {
      const [text, own] = Array.isArray(item) ? item as [string, object] : [String(item), {}];
      references.push(...[...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name.split('.')[0]).filter((name) => !Object.hasOwn(own, name)));
      break;
    }
    case 'Fn::If':
      conditions.push(String((item as unknown[])[0]));
      break;
    case 'Condition':
      // As a function; in a statement of a policy it is an object.
      conditions.push(...typeof item === 'string' ? [item] : []);
      break;
    case 'Fn::FindInMap':
      mappings.push(String((item as unknown[])[0]));
      break;
  }
}

const PSEUDO_PARAMETERS = ['AccountId', 'NoValue', 'NotificationARNs', 'Partition', 'Region', 'StackId', 'StackName', 'URLSuffix'].map((name) => `AWS::${name}`);

/** What a template names and does not have. CloudFormation refuses it. */
export function danglingNames(template: TemplateJson): string[] {
  const { references, conditions, mappings } = namesIn({ ...template, Metadata: undefined });
  const missing = (kind: string, names: readonly string[], known: readonly string[]) =>
    [...new Set(names)].filter((name) => !known.includes(name)).map((name) => `there is no ${kind} ${name}`);
  const resources = Object.keys(template.Resources ?? {});
  const after = Object.values(template.Resources ?? {}).flatMap(({ DependsOn = [] }) => DependsOn);
  return [
    ...missing('resource or parameter', references, [...resources, ...Object.keys(template.Parameters ?? {}), ...PSEUDO_PARAMETERS]),
    ...missing('resource', after, resources),
    ...missing('condition', conditions, Object.keys(template.Conditions ?? {})),
    ...missing('mapping', mappings, Object.keys(template.Mappings ?? {})),
  ];
}

/** A resource that needs itself, over however many others. CloudFormation refuses it. */
export function circles(template: TemplateJson): string[] {
  const resources = template.Resources ?? {};
  const needs = new Map(Object.entries(resources).map(([id, { DependsOn = [], Properties }]) =>
    [id, [...new Set([DependsOn, namesIn(Properties).references].flat())].filter((other) => Object.hasOwn(resources, other))]));
  const done = new Set<string>();
  const way: string[] = [];
  const found: string[] = [];
  const visit = (id: string) => {
    if (way.includes(id)) {
      found.push(`a circle: ${[...way.slice(way.indexOf(id)), id].join(' → ')}`);
    } else if (!done.has(id)) {
      way.push(id);
      needs.get(id)!.forEach(visit);
      way.pop();
      done.add(id);
    }
  };
  [...needs.keys()].forEach(visit);
  return found;
}
