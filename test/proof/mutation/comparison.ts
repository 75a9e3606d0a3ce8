import { isSurvivor, Mutant, MutantIdentity } from './mutants';

/** A mutant that no test can notice, for it behaves as the code itself does. */
export interface EquivalentMutant extends MutantIdentity {
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

/** Compares the mutants of some files with the list, as far as it is about these files. */
export function compare(mutants: readonly Mutant[], equivalents: readonly EquivalentMutant[], files: readonly string[]): Difference {
  const survivors = mutants.filter(isSurvivor);
  const alive = new Set(survivors.map(identity));
  const explained = new Set(equivalents.filter(({ reason }) => reason.trim() !== '').map(identity));
  return {
    unexplained: survivors.filter((mutant) => !explained.has(identity(mutant))),
    stale: equivalents.filter((entry) => files.includes(entry.file) && !alive.has(identity(entry))),
  };
}

/** Entries for files that are not there any more; no run would ever meet their mutants. */
export function orphans(equivalents: readonly EquivalentMutant[], files: readonly string[]): EquivalentMutant[] {
  return equivalents.filter(({ file }) => !files.includes(file));
}

function identity({ file, mutator, line, original, replacement }: MutantIdentity): string {
  return JSON.stringify([file, mutator, line, original, replacement]);
}

/** A mutant for a reader: where it is, and what it does. */
export function describeMutant(mutant: MutantIdentity & { readonly lineNumber?: number; readonly status?: string }): string {
  const { file, lineNumber, mutator, status, original, replacement, line } = mutant;
  const place = lineNumber === undefined ? file : `${file}:${lineNumber}`;
  return `${place} ${mutator}${status === undefined ? '' : ` (${status})`}\n  in: ${line}\n  ${cut(original)}\n  -> ${cut(replacement)}`;
}

function cut(code: string): string {
  return code.length > 200 ? `${code.slice(0, 200)}…` : code;
}
