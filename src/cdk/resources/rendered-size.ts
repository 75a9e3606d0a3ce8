import { jsonLength } from '../../policy/base';
import { PSEUDO_BOUNDS } from '../tokens';

/** What a reference to another resource is at least, more or less: nobody is stopped for what may fit. */
const REFERENCE = 16;

/** The characters that a policy of somebody else's will take, from how it stands in a template. */
export function renderedSize(value: unknown): number {
  if (typeof value === 'string') {
    return jsonLength(value) + 2;
  }
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + renderedSize(item), 2 + Math.max(0, value.length - 1));
  }
  if (typeof value !== 'object' || value === null) {
    return String(value).length;
  }
  const text = textSize(value);
  if (text !== undefined) {
    return text + 2;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.reduce((sum, [name, item]) => sum + jsonLength(name) + 3 + renderedSize(item), 2 + Math.max(0, entries.length - 1));
}

/** The length of what a function of CloudFormation gives; nothing for what is none. */
function textSize(value: object): number | undefined {
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) {
    return undefined;
  }
  if (name === 'Ref') {
    return PSEUDO_BOUNDS.get(argument) ?? REFERENCE;
  }
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    const [between, parts] = argument as [string, unknown[]];
    return parts.reduce<number>((sum, part) => sum + renderedSize(part) - 2, jsonLength(between) * Math.max(0, parts.length - 1));
  }
  return REFERENCE;
}
