import { textOf } from '../cooperation/support';

/**
 * A template as lines, each with a path and what is there, so that a template can be shown by what it has and another has not.
 * References are written as in `textOf`, and each statement of a policy on one line.
 */
export function templateLines(value: unknown, path = ''): string[] {
  if (Array.isArray(value) && value.some(isPlain) && !path.endsWith('.Statement')) {
    return value.flatMap((item) => templateLines(item, `${path}[]`));
  }
  if (isPlain(value)) {
    return entriesOf(value).flatMap(([key, item]) => templateLines(item, path === '' ? key : `${path}.${key}`));
  }
  const items: unknown[] = Array.isArray(value) && path.endsWith('.Statement') ? value : [value];
  return items.map((item) => `${path}: ${JSON.stringify(inWords(item))}`);
}

/** The lines that only the other template has, and those that only this one has. */
export function lineDifference(template: unknown, other: unknown): string[] {
  const [ours, theirs] = [templateLines(template), templateLines(other)];
  return [...without(theirs, ours).map((line) => `- ${line}`), ...without(ours, theirs).map((line) => `+ ${line}`)];
}

/** A line that stands twice in one, and once in the other, is a difference. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    return at < 0 || left.splice(at, 1).length === 0;
  });
}

function inWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inWords);
  }
  if (isPlain(value)) {
    return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, inWords(item)]));
  }
  return typeof value === 'object' && value !== null ? textOf(value) : value;
}

/** Whether a value is an object, and no function of CloudFormation. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !/^(Ref|Fn::\w+)$/.test(Object.keys(value).join());
}

/** In one order: that of the CDK differs between versions. */
function entriesOf(value: object): Array<[string, unknown]> {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
