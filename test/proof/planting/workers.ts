import { ChildProcess, fork } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Findings } from './finding';
import { tell } from './verdict';
import { SourceBug } from '../plants/source';

/** Processes at work at the same time. */
const WORKERS = 2;

/** A bug may keep the library at work for ever. */
const MOST_SECONDS = 120;

/** Looks for bugs, each in a process that has everything loaded but the library. */
export async function findAll(bugs: readonly SourceBug[], seed: number): Promise<ReadonlyMap<SourceBug, Findings>> {
  const folder = mkdtempSync(join(tmpdir(), 'planting-'));
  const findings = new Map<SourceBug, Findings>();
  const waiting = [...bugs];
  const work = async (number: number) => {
    let worker: Worker | undefined;
    for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
      worker ??= new Worker(join(folder, String(number)), seed);
      const found = await worker.find(bug);
      findings.set(bug, found);
      process.stdout.write(`${tell(bug, found)}\n`);
      if (worker.isGone) {
        worker = undefined;
      }
    }
    worker?.end();
  };
  try {
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => work(number)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return findings;
}

class Worker {
  public isGone = false;
  private readonly process: ChildProcess;

  constructor(temporary: string, seed: number) {
    this.process = fork(join(__dirname, 'worker.ts'), [temporary, String(seed)], {
      env: { ...process.env, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:disable-creation-stack-traces': true }) },
    });
  }

  public find(bug: SourceBug): Promise<Findings> {
    return new Promise((resolve) => {
      const give = (findings: Findings) => {
        clearTimeout(timer);
        this.process.removeAllListeners();
        resolve(findings);
      };
      const giveUp = (broken: string) => {
        this.isGone = true;
        give({ worlds: { broken, judged: 0 } });
      };
      const timer = setTimeout(() => {
        this.process.kill('SIGKILL');
        giveUp(`no answer within ${MOST_SECONDS} seconds`);
      }, MOST_SECONDS * 1000);
      this.process.on('message', give).on('exit', (code) => giveUp(`the process ended with ${code}`)).on('error', ({ message }) => giveUp(message));
      this.process.send(bug.name);
    });
  }

  public end(): void {
    this.process.kill();
  }
}
