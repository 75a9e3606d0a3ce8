/** The part of Stryker's report that is read here; its schema is that of all mutation testing tools of the Stryker family. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>>;
}

export interface ReportedMutant {
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

/** What tells a mutant from others, wherever its line has moved to. */
export interface MutantIdentity {
  /** From the root of the repository. */
  readonly file: string;
  readonly mutator: string;
  /** The line of code that it starts in, trimmed. */
  readonly line: string;
  /** What it replaces, with runs of white space as one space. */
  readonly original: string;
  readonly replacement: string;
}

/** A mutant, and what became of it. */
export interface Mutant extends MutantIdentity {
  readonly lineNumber: number;
  readonly status: MutantStatus;
  /** Why it has this status, where Stryker says so: the failure of a test. */
  readonly statusReason?: string;
}

/** All mutants of a report, in the order of files and lines. */
export function mutantsOf(report: MutationReport): Mutant[] {
  return Object.entries(report.files)
    .flatMap(([file, { source, mutants }]) => {
      const lines = source.split('\n');
      return mutants.map(({ mutatorName, replacement = '', status, statusReason, location: { start, end } }): Mutant => ({
        file,
        mutator: mutatorName,
        line: lines[start.line - 1].trim(),
        original: oneLine(between(lines, start, end)),
        replacement: oneLine(replacement),
        lineNumber: start.line,
        status,
        statusReason,
      }));
    })
    .sort((a, b) => (a.file === b.file ? a.lineNumber - b.lineNumber : a.file < b.file ? -1 : 1));
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
