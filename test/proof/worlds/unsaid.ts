import { isDeepStrictEqual } from 'util';
import { World } from '../world/world';

/** What the author of an app had to be told and was not: right answers that nobody understands. */
export function unsaid(world: World): string[] {
  const { declaration, surroundings: { warnings, handOffs } } = world;
  const said = (code: string) => warnings.some((warning) => warning.includes(`:${code}]`));
  const wanted = [
    ...(declaration.access.some(({ bucket, keys = [] }) => hasOtherKey(declaration.buckets[bucket], keys)) ? ['keyNotDeclared'] : []),
    ...handOffs.map(({ kind }) => `${kind}HandOff`),
  ];
  return [
    ...[...new Set(wanted)].filter((code) => !said(code)).map((code) => `no word of ${code}`),
    ...(isGarbled(world) && !warnings.some((warning) => warning.startsWith('the output HandOff: ')) ? ['no word of an output HandOff that says something else'] : []),
  ];
}

/** Whether the output does not say what was handed off: it is text, in which a quotation mark in the value of a parameter ends a string. */
function isGarbled({ template, surroundings: { handOffs } }: World): boolean {
  try {
    return handOffs.length > 0 && !isDeepStrictEqual(JSON.parse(template.output('HandOff').Value), JSON.parse(JSON.stringify(handOffs)));
  } catch (e) {
    if (e instanceof SyntaxError) {
      return true;
    }
    throw e;
  }
}

/** Whether a plain bucket encrypts with a key that the access does not name. */
function hasOtherKey({ key, byCfn }: World['declaration']['buckets'][number], keys: readonly number[]): boolean {
  return byCfn === true && key !== undefined && !keys.includes(key);
}
