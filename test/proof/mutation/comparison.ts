import { basename } from 'path';
import { isSurvivor, Mutant, MutantIdentity } from './mutants';

/** A mutant that no test can notice, for it behaves as the code itself does. */
export interface EquivalentMutant extends Omit<MutantIdentity, 'nth'> {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** The first, if nothing is said; or each that survives, where one reason holds for all of a table. */
  readonly nth?: number | 'each';
  /** Why there is no difference; for a reviewer to agree with or not. */
  readonly reason: string;
}

/** How the survivors of a run and the list of equivalent mutants differ. */
export interface Difference {
  /** Survivors that nobody has explained. */
  readonly unexplained: readonly Mutant[];
  /** Entries whose mutant does not exist any more, or is detected. */
  readonly stale: readonly EquivalentMutant[];
}

/** Compares the mutants of some files with the list, as far as it is about these files; `all` are those of their scope. */
export function compare(
  mutants: readonly Mutant[], equivalents: readonly EquivalentMutant[], files: readonly string[], all: readonly string[] = files,
): Difference {
  const survivors = mutants.filter(isSurvivor);
  const alive = new Set(survivors.flatMap((mutant) => [identity(mutant), identity({ ...mutant, nth: 'each' })]));
  const explained = new Set(equivalents.filter(({ reason }) => reason.trim() !== '').map(identity));
  // Two files of a scope may have one name; the entry may be about the one that was left out.
  const namesakes = (name: string) => all.filter((file) => basename(file) === name);
  const mutated = (name: string) => namesakes(name).length > 0 && namesakes(name).every((file) => files.includes(file));
  return {
    unexplained: survivors.filter((mutant) => !explained.has(identity(mutant)) && !explained.has(identity({ ...mutant, nth: 'each' }))),
    stale: equivalents.filter((entry) => mutated(entry.file) && !alive.has(identity(entry))),
  };
}

/** Entries for files that are not there any more; no run would ever meet their mutants. */
export function orphans(equivalents: readonly EquivalentMutant[], files: readonly string[]): EquivalentMutant[] {
  return equivalents.filter((entry) => !files.some((file) => basename(file) === entry.file));
}

function identity({ file, within, mutator, becomes, nth = 1 }: Omit<EquivalentMutant, 'reason'>): string {
  return JSON.stringify([basename(file), within, mutator, becomes, nth]);
}

/** A mutant for a reader: where it is, and what it does. */
export function describeMutant(mutant: Mutant | EquivalentMutant): string {
  const { within, mutator, becomes, nth = 1 } = mutant;
  const known = `in ${within || 'the file itself'}, ${mutator}${becomes === undefined ? '' : ` to ${becomes}`}, ${nth === 'each' ? 'each of them' : `number ${nth}`}`;
  if (!('status' in mutant)) {
    return `${mutant.file}: ${known}`;
  }
  const { file, lineNumber, status, original, replacement, line } = mutant;
  return `${file}:${lineNumber}: ${known} (${status})\n  in: ${line}\n  ${cut(original)}\n  -> ${cut(replacement)}`;
}

function cut(code: string): string {
  return code.length > 200 ? `${code.slice(0, 200)}…` : code;
}
