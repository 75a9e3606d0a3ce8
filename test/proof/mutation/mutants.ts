import { enclosingIn } from './enclosing';
import { isSampled, NOT_SAMPLED } from './sample';

/** The part of Stryker's report that is read here; its schema is that of all mutation testing tools of the Stryker family. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>;
}

export interface ReportedMutant {
  /** A number from 0, over all files. */
  readonly id: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: MutantStatus;
  readonly statusReason?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** Lines and columns are counted from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

export type MutantStatus = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored' | 'Pending';

/** What tells a mutant from others, whichever folder its file has moved to, and however the code around it is written. */
export interface MutantIdentity {
  /** The function, the member of a class, or the constant that it is in. */
  readonly within: string;
  readonly mutator: string;
  /** What it puts there, where that is no text of the source: `""`, `[]`, `false`. */
  readonly becomes?: string;
  /** Of several that are the same so far, which one; from 1, as they stand in the source. */
  readonly nth: number;
}

/** A mutant, and what became of it. */
export interface Mutant extends MutantIdentity {
  /** From the root of the repository. */
  readonly file: string;
  /** The line of code that it starts in, trimmed; for a reader. */
  readonly line: string;
  /** What it replaces, with runs of white space as one space. */
  readonly original: string;
  readonly replacement: string;
  readonly lineNumber: number;
  readonly status: MutantStatus;
  /** Why it has this status, where Stryker says so: the failure of a test. */
  readonly statusReason?: string;
}

/** How many mutants a report has. */
export function countOf({ files }: MutationReport): number {
  return Object.values(files).reduce((sum, { mutants }) => sum + mutants.length, 0);
}

/** The mutants of a report that were tried, in the order of files and lines; `budget` is how many these are at most. */
export function mutantsOf(report: MutationReport, budget?: number): Mutant[] {
  const all = countOf(report);
  return Object.entries(report.files)
    .flatMap(([file, { source, mutants }]) => {
      const lines = source.split('\n');
      const enclosing = enclosingIn(source);
      const seen = new Map<string, number>();
      return [...mutants].sort(byPlace).flatMap(({ id, mutatorName, replacement = '', status, statusReason, location: { start, end } }): Mutant[] => {
        const within = enclosing(start.line, start.column);
        const becomes = oneLine(replacement);
        const known = { within, mutator: mutatorName, ...(FIXED.test(becomes) ? { becomes } : {}) };
        const nth = (seen.get(JSON.stringify(known)) ?? 0) + 1;
        seen.set(JSON.stringify(known), nth);
        if (!isSampled(Number(id), all, budget)) {
          return [];
        }
        if (statusReason === NOT_SAMPLED) {
          throw new Error(`Mutant ${id} of ${file} was not tried, though it is in the sample`);
        }
        return [{
          ...known,
          nth,
          file,
          line: lines[start.line - 1].trim(),
          original: oneLine(between(lines, start, end)),
          replacement: becomes,
          lineNumber: start.line,
          status,
          statusReason,
        }];
      });
    })
    .sort((a, b) => (a.file === b.file ? a.lineNumber - b.lineNumber : a.file < b.file ? -1 : 1));
}

/** What Stryker puts in place of code, whatever the code is. */
const FIXED = /^(""|"Stryker was here!"|\[\]|\["Stryker was here"\]|\{\}|true|false|\(\) => undefined)$/;

/** Stryker reports what replaces the same code in any order. */
function byPlace(a: ReportedMutant, b: ReportedMutant): number {
  const places = ({ location: { start, end } }: ReportedMutant) => [start.line, start.column, end.line, end.column];
  const others = places(b);
  return places(a).map((place, i) => place - others[i]).find((difference) => difference !== 0)
    ?? ((a.replacement ?? '') < (b.replacement ?? '') ? -1 : 1);
}

function between(lines: readonly string[], start: Position, end: Position): string {
  const touched = lines.slice(start.line - 1, end.line);
  touched[touched.length - 1] = touched[touched.length - 1].slice(0, end.column - 1);
  touched[0] = touched[0].slice(start.column - 1);
  return touched.join('\n');
}

function oneLine(code: string): string {
  return code.trim().replace(/\s+/g, ' ');
}

/** Whether tests noticed the mutant. One that runs for ever is noticed. */
export function isDetected({ status }: Mutant): boolean {
  return status === 'Killed' || status === 'Timeout';
}

/** Whether tests could have noticed the mutant, and did not. */
export function isSurvivor({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** Detected mutants in percent of all that compile and run; undefined without any. */
export function score(mutants: readonly Mutant[]): number | undefined {
  const detected = mutants.filter(isDetected).length;
  const valid = detected + mutants.filter(isSurvivor).length;
  return valid === 0 ? undefined : (100 * detected) / valid;
}
