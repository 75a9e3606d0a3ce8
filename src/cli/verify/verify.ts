import { Attempts, Session } from './attempts';
import { judge } from './judge';
import { plan, ProbeStep, Request } from './plan';
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
  /** One object inside that is known to be there. */
  private seen: string | undefined;
  private assumed = false;
  private session?: Session;

  constructor(private readonly target: Target, private readonly attempts: Attempts, private readonly options: VerifyOptions) {
    this.probes = new Probes(target.bucket, target.deletes);
    this.seen = target.object;
  }

  public async run(): Promise<Report> {
    const { outcome, arn } = await this.attempts.identify();
    const { trust, access } = plan(this.target, this.options.nonce);
    if (outcome.kind !== 'allowed') {
      const why = outcome.kind === 'failed' ? `${outcome.code}: ${outcome.message}` : outcome.kind;
      this.rows.push({ part: 'trust', tried: 'Find out who asks', status: 'error', happened: 'failed', meaning: why });
      this.skip('trust', trust, 'AWS did not say who asks');
      this.skip('access', access, 'AWS did not say who asks');
    } else {
      await this.tryAll(trust, access);
    }
    return { target: this.target, caller: arn, rows: this.rows };
  }

  private async tryAll(trust: readonly ProbeStep[], access: readonly ProbeStep[]): Promise<void> {
    try {
      for (const step of trust) {
        await this.take('trust', step);
      }
      if (this.session === undefined) {
        this.skip('access', access, 'there is no session to try it with');
        return;
      }
      for (const step of access) {
        await this.take('access', step);
      }
    } finally {
      if (this.session !== undefined) {
        this.rows.push(...await this.probes.cleanUp(this.session));
      }
    }
  }

  private async take(part: Row['part'], step: ProbeStep): Promise<void> {
    const { tried, expected, request, skipped } = step;
    if (request === undefined) {
      this.rows.push({ part, tried, expected, status: 'skipped', happened: 'not tried', meaning: skipped });
      return;
    }
    if (request.kind === 'delete' && this.probes.has(request.key)) {
      return;
    }
    if (this.options.signal.aborted) {
      this.rows.push({ part, tried, expected, status: 'error', happened: 'not tried', meaning: reasonOf(this.options.signal) });
      return;
    }
    const exists = request.kind === 'get' && (request.place === 'inside' ? this.seen !== undefined : this.probes.has(request.key));
    const outcome = await this.send(request, expected);
    this.rows.push({ part, tried, expected, ...judge({ ...step, request }, outcome, { assumed: this.assumed, exists }) });
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
        if (expected === 'allowed') {
          this.seen ??= found;
        }
        return outcome;
      }
      case 'get':
        return session.get(request.place === 'inside' ? this.seen ?? request.key : request.key);
      case 'delete':
        return session.remove(request.key);
      case 'put': {
        const outcome = await this.probes.write(session, request);
        if (outcome.kind === 'allowed' && request.place === 'inside') {
          // Beside what others wrote it is the one that may be read without a second thought.
          this.seen = request.key;
        }
        return outcome;
      }
    }
  }

  private skip(part: Row['part'], steps: readonly ProbeStep[], why: string): void {
    this.rows.push(...steps.map(({ tried, expected, skipped }): Row =>
      ({ part, tried, expected, status: 'skipped', happened: 'not tried', meaning: skipped ?? why })));
  }
}
