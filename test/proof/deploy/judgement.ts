import { CompleteStage, Life, VendorRequest } from './life';
import { Deployed } from './read-back';
import { attempt, Caller } from '../../support/caller';
import { STRANGER, world } from '../../support/comparison';
import { EVERYTHING, Verdict } from '../../support/judge';
import { Probe, titleOf } from '../../support/probe';

/** What was judged, and what came out otherwise than it must. */
export interface Judgement {
  readonly allowed: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

/** Judges what was deployed at a stage: what it opens, what only other stages open, and what nothing may open. */
export async function judgeDeployed(life: Life, stage: CompleteStage, deployed: Deployed): Promise<Judgement> {
  const tally = new Tally();
  const caller = callerOf(life, deployed);
  const opened = stage.suspended ? [] : stage.grants.flatMap((name) => life.grants[name].opens(deployed));
  for (const request of opened) {
    await tally.expect('allowed', describe(request), () => send(caller, request));
  }
  for (const request of refusals(life, opened, deployed)) {
    await tally.expect('denied', describe(request), () => send(caller, request));
  }
  if (life.by === 'role') {
    await judgeTrust(life, stage, deployed, tally);
  }
  if (life.by === 'bucketPolicy') {
    for (const other of life.entrance!.others) {
      for (const request of everOpened(life, deployed)) {
        await tally.expect('denied', `${describe(request)} by ${other}`, () => send(new Caller(other, [EVERYTHING], deployed), request));
      }
    }
  }
  return tally.result();
}

/** All requests that some stage opens. */
export function everOpened({ grants }: Life, deployed: Deployed): VendorRequest[] {
  return Object.values(grants).flatMap(({ opens }) => opens(deployed));
}

/** Who sends the requests, with what was read back and nothing else. */
export function callerOf({ by, entrance }: Life, deployed: Deployed): Caller {
  if (by === 'bucketPolicy') {
    return new Caller(entrance!.principal, [EVERYTHING], deployed);
  }
  const { arn, policies } = by === 'role' ? deployed.role : deployed.user;
  return new Caller(arn, policies, world(arn, deployed));
}

function refusals(life: Life, opened: readonly VendorRequest[], deployed: Deployed): VendorRequest[] {
  const known = new Set(opened.map((request) => JSON.stringify(request)));
  return [
    ...life.never(deployed),
    ...everOpened(life, deployed).filter((request) => !known.has(JSON.stringify(request))),
    ...opened.flatMap((request) => neighbours(request, life.by)),
  ];
}

/** A request that is allowed, each time with one thing wrong. */
function neighbours(request: VendorRequest, by: Life['by']): VendorRequest[] {
  if ('keyArn' in request) {
    return [{ ...request, viaService: null }, { ...request, encryptionContext: undefined }, { ...request, action: 'kms:Encrypt' }];
  }
  const changed = (note: string, change: Partial<Probe>): Probe =>
    ({ ...request, ...change, note, context: { ...request.context, ...change.context } });
  return [
    changed('without TLS', { context: { 'aws:SecureTransport': 'false' } }),
    // With its own permissions a vendor may do in a stranger's bucket what the stranger likes.
    ...(by === 'bucketPolicy' ? [] : [changed('of a stranger who took over the name', { owner: STRANGER })]),
  ];
}

async function judgeTrust({ entrance, stages }: Life, stage: CompleteStage, { role }: Deployed, tally: Tally): Promise<void> {
  const { principal, others } = entrance!;
  const open = !stage.suspended && !stage.pending;
  const ids = new Set(stages.flatMap(({ externalIds = [] }) => externalIds));
  const expect = (verdict: Verdict, who: string, externalId?: string) =>
    tally.expect(verdict, `${who} with external ID ${externalId}`, () => attempt(role.trust, role.arn, { principal: who, externalId }));
  for (const id of ids) {
    await expect(open && stage.externalIds.includes(id) ? 'allowed' : 'denied', principal, id);
    await expect('denied', principal, `${id}x`);
  }
  await expect(open && stage.externalIds.length === 0 ? 'allowed' : 'denied', principal);
  for (const other of others) {
    await expect('denied', other);
    for (const id of ids) {
      await expect('denied', other, id);
    }
  }
}

/** Sends a request. */
export async function send(caller: Caller, request: VendorRequest): Promise<Verdict> {
  return 'keyArn' in request ? caller.use(request) : caller.request(request);
}

function describe(request: VendorRequest): string {
  return 'keyArn' in request ? JSON.stringify(request) : `${titleOf(request)}${request.owner === undefined ? '' : `, owned by ${request.owner}`}`;
}

/** Counts, and keeps what is wrong. */
class Tally {
  private allowed = 0;
  private refused = 0;
  private readonly wrong: string[] = [];

  public async expect(verdict: Verdict, what: string, judge: () => Promise<Verdict>): Promise<void> {
    this[verdict === 'allowed' ? 'allowed' : 'refused']++;
    if (await judge() !== verdict) {
      this.wrong.push(`not ${verdict}: ${what}`);
    }
  }

  public result(): Judgement {
    return { allowed: this.allowed, refused: this.refused, wrong: this.wrong };
  }
}
