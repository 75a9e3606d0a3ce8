import { Failure, Part, PartResult } from './part';

/** Collects what a part finds. */
export class Recorder {
  private readonly start = process.hrtime.bigint();
  private readonly failures: Failure[] = [];
  private readonly notes: string[] = [];
  private checks = 0;
  private probes = 0;

  constructor(private readonly id: Part['id']) {
  }

  /** Counts a check; `detail` tells what came out instead, and is undefined if the check held. */
  public check(check: string, detail: string | undefined): void {
    this.checks++;
    if (detail !== undefined) {
      this.failures.push({ check, detail });
    }
  }

  /** Runs a check that throws when it does not hold. */
  public async attempt(check: string, run: () => void | Promise<void>): Promise<void> {
    try {
      await run();
      this.check(check, undefined);
    } catch (e) {
      this.check(check, e instanceof Error ? e.message : String(e));
    }
  }

  /** Counts what was judged. */
  public judged(probes: number): void {
    this.probes += probes;
  }

  /** Tells the reader of the report something. */
  public note(text: string): void {
    this.notes.push(text);
  }

  /** The result. A part that checked or judged nothing has failed: nothing was shown. */
  public finish(): PartResult {
    if (this.checks === 0 || this.probes === 0) {
      this.check('something was checked', `${this.checks} checks, ${this.probes} probes`);
    }
    return {
      id: this.id,
      checks: this.checks,
      probes: this.probes,
      failures: this.failures,
      seconds: Number(process.hrtime.bigint() - this.start) / 1e9,
      notes: this.notes,
    };
  }
}
