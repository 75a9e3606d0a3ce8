/** One process whose results are recorded. */
export interface Job {
  /** Section and name, as a path; the files that it writes come into the folder of that name. */
  readonly name: string;
  /** The arguments of Node.js; `OUT` in one of them is the folder for the files that it writes. */
  readonly args: readonly string[];
  /** Where it runs, if not in that folder. */
  readonly cwd?: string;
  /** Added to the environment; `OUT` as above. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files that are there while it runs, by name. */
  readonly input?: Readonly<Record<string, string>>;
  /** Whether it may end badly, which is then recorded like everything else. */
  readonly mayFail?: boolean;
}

/** Stands for the folder that a job writes into. */
export const OUT = '%OUT%';
