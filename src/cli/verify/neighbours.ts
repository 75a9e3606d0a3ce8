/** A place outside of the folder that was agreed on. */
export interface Neighbour {
  /** Where it is, as it follows on "write", "read" and "delete". */
  readonly at: string;
  /** How it is listed; none for what is no folder, which has a listing of its own. */
  readonly list?: string;
  /** What its keys start with. */
  readonly prefix: string;
}

/**
 * Places around a folder, each reached by another way in which a policy can be too wide: the folder above it, what only starts like it,
 * and folders that a `*` in the place of a part of its path would take in. Nobody has these: their names hold one that no object has.
 *
 * @param folder with its final slash
 * @param unused a name that no object and no folder has
 * @param outside another folder that must be closed
 */
export function neighboursOf(folder: string, unused: string, outside: string | undefined): Neighbour[] {
  const parts = folder.slice(0, -1).split('/');
  const name = parts[parts.length - 1];
  const above = parentOf(folder);
  const replaced = (at: number, other: string) => `${[...parts.slice(0, at), other, ...parts.slice(at + 1)].join('/')}/`;
  const folderAt = (what: string, shown: string, prefix: string): Neighbour => ({ at: `in ${what} (${shown})`, list: `${what} (${shown})`, prefix });
  return [
    { at: `beside the folder, above it (${above === '' ? 'top of the bucket' : above})`, prefix: above },
    { at: `where names only start like it (${folder.slice(0, -1)}…)`, prefix: folder.slice(0, -1) },
    folderAt('a folder named like it', `${above}${name}…${name}/`, `${above}${name}${unused}${name}/`),
    folderAt('another folder beside it', `${above}…/`, `${above}${unused}/`),
    ...levelsAbove(parts.length).map((at) => folderAt('a folder of that name elsewhere', replaced(at, '…'), replaced(at, unused))),
    ...outside === undefined ? [] : [{ at: `outside (${outside})`, list: `${outside}, outside`, prefix: outside }],
  ];
}

/** The folder above; empty for the top of the bucket. */
export function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}

/** The parts above the last one that are replaced in turn: of a deep path the first and the last two, for each costs four requests. */
function levelsAbove(parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, at) => at).filter((at) => at === 0 || at >= parts - 3);
}
