import { Attempts, Session } from './attempts';
import { judge } from './judge';
import { ProbeZone, plan, Request, ProbeStep } from './plan';
import { Probes } from './probes';
import { Report, Row } from './report';
import { reasonOf } from './stop-signal';
import { Target } from './target';
import { Outcome } from '../aws';

/** What verifying needs beside what is verified. */
interface VerifyOptions {
  /** A name that no object has. */
  readonly nonce: string;
  /** Stops it; what was written is cleaned up all the same. */
  readonly signal: AbortSignal;
}

/** Tries everything, and tidies up. */
export async function verify(target: Target, attempts: Attempts, options: VerifyOptions): Promise<Report> {
  return new Verification(target, attempts, options).run();
}

class Verification {
  private readonly rows: Row[] = [];
  private readonly probes: Probes;
  /** One object that is known to be there, of each place. */
  private readonly seen = new Map<ProbeZone, string>();
  private assumed = false;
  private session?: Session;

  constructor(private readonly target: Target, private readonly attempts: Attempts, private readonly options: VerifyOptions) {
    this.probes = new Probes(target.bucket, target.deletes);
  }

  public async run(): Promise<Report> {
    const { outcome, arn } = await this.attempts.identify();
    const { trust, access } = plan(this.target, this.options.nonce);
    if (outcome.kind !== 'allowed') {
      const why = outcome.kind === 'failed' ? `${outcome.code}: ${outcome.message}` : outcome.kind;
      this.rows.push({ tried: 'Find out who asks', status: 'error', happened: 'failed', meaning: why });
      this.skip([...trust, ...access], 'AWS did not say who asks');
    } else {
      await this.tryAll(trust, access);
    }
    return { target: this.target, caller: arn, rows: this.rows };
  }

  private async tryAll(trust: readonly ProbeStep[], access: readonly ProbeStep[]): Promise<void> {
    try {
      for (const step of trust) {
        await this.take(step);
      }
      if (this.session === undefined) {
        this.skip(access, 'there is no session to try it with');
        return;
      }
      for (const step of access) {
        await this.take(step);
      }
    } finally {
      if (this.session !== undefined) {
        this.rows.push(...await this.probes.cleanUp(this.session));
      }
    }
  }

  private async take(step: ProbeStep): Promise<void> {
    const { tried, expected, request, skipped } = step;
    if (request === undefined) {
      this.rows.push({ tried, expected, status: 'skipped', happened: 'not tried', meaning: skipped });
      return;
    }
    if (request.kind === 'delete' && this.probes.has(request.place)) {
      return;
    }
    if (this.options.signal.aborted) {
      this.rows.push({ tried, expected, status: 'error', happened: 'not tried', meaning: reasonOf(this.options.signal) });
      return;
    }
    const exists = request.kind === 'get' && this.seen.has(request.place);
    const outcome = await this.send(request, expected);
    this.rows.push({ tried, expected, ...judge({ ...step, request }, outcome, { assumed: this.assumed, exists }) });
  }

  private async send(request: Request, expected: ProbeStep['expected']): Promise<Outcome> {
    if (request.kind === 'assume') {
      const { outcome, session } = await this.attempts.assume(request.externalId);
      if (expected === 'allowed' && outcome.kind === 'allowed') {
        // A session that should not have been given is not used.
        this.assumed = true;
        this.session = session;
      }
      return outcome;
    }
    const session = this.session!;
    switch (request.kind) {
      case 'list': {
        const { outcome, keys = [] } = await session.list(request.prefix);
        const found = keys.find((key) => !key.endsWith('/'));
        if (expected === 'allowed' && found !== undefined) {
          this.seen.set('inside', found);
        }
        return outcome;
      }
      case 'get':
        return session.get(this.seen.get(request.place) ?? request.key);
      case 'delete':
        return session.remove(request.key);
      case 'put': {
        const outcome = await this.probes.write(session, request);
        if (outcome.kind === 'allowed') {
          // Beside what others wrote it is the one that may be read without a second thought.
          this.seen.set(request.place, request.key);
        }
        return outcome;
      }
    }
  }

  private skip(steps: readonly ProbeStep[], why: string): void {
    this.rows.push(...steps.map(({ tried, expected, skipped }): Row =>
      ({ tried, expected, status: 'skipped', happened: 'not tried', meaning: skipped ?? why })));
  }
}
