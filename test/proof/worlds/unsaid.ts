import { World } from '../world/world';

/** What the author of an app had to be told and was not: right answers that nobody understands. */
export function unsaid({ declaration, surroundings: { warnings, handOffs } }: World): string[] {
  const said = (code: string) => warnings.some((warning) => warning.includes(`:${code}]`));
  const wanted = [
    ...(declaration.access.some(({ bucket, keys = [] }) => hasOtherKey(declaration.buckets[bucket], keys)) ? ['keyNotDeclared'] : []),
    ...handOffs.map(({ kind }) => `${kind}HandOff`),
  ];
  return [...new Set(wanted)].filter((code) => !said(code)).map((code) => `no word of ${code}`);
}

/** Whether a plain bucket encrypts with a key that the access does not name. */
function hasOtherKey({ key, byCfn }: World['declaration']['buckets'][number], keys: readonly number[]): boolean {
  return byCfn === true && key !== undefined && !keys.includes(key);
}
