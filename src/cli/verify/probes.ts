import { Session } from './attempts';
import { permitted } from './judge';
import { ProbeZone, Request, ProbeStep } from './plan';
import { Row } from './report';
import { Outcome } from '../aws';

/** What an object says that was written to try whether writing works. */
const PROBE_BODY = 'Written by "cdk-vendor-s3-access verify" to show what a vendor may do here. It can be deleted.\n';

/** The objects that were written to try whether writing works. */
export class Probes {
  private readonly written: Probe[] = [];

  /** @param deletes whether deleting was agreed on, inside */
  constructor(private readonly bucket: string, private readonly deletes: boolean) {
  }

  /** Writes one, or shows whether that would work. */
  public async write(session: Session, { key, place, kept }: Request & { kind: 'put' }): Promise<Outcome> {
    const outcome = await (kept ? session.put(key, PROBE_BODY) : session.putDiscarded(key, PROBE_BODY));
    if (outcome.kind !== 'refused' && outcome.kind !== 'discarded') {
      // Nobody else can have an object of this name: if one is there, it comes from this request. What stands in for S3 may keep what S3
      // throws away.
      this.written.push({ key, place, certain: outcome.kind !== 'failed' });
    }
    return outcome;
  }

  /** Whether there is one of this name, or may be, so that cleaning up shows whether deleting works. */
  public has(key: string): boolean {
    return this.written.some((probe) => probe.key === key);
  }

  /** Deletes them, as far as the role may. Nothing else is ever deleted. */
  public async cleanUp(session: Session): Promise<Row[]> {
    const rows: Row[] = [];
    for (const probe of this.written) {
      rows.push(this.row(probe, await session.remove(probe.key)));
    }
    return rows;
  }

  private row({ key, place, certain }: Probe, outcome: Outcome): Row {
    const part = 'access';
    const tried = `Clean up ${key}`;
    const expected: ProbeStep['expected'] = this.deletes && place === 'inside' ? 'allowed' : 'refused';
    if (outcome.kind === 'allowed' || outcome.kind === 'missing') {
      return { part, tried, expected, ...permitted(expected, 'delete', 'deleted') };
    }
    const stays = `${certain ? 'The object stays' : 'If the object was written, it stays'}. The owner of the bucket removes it with: ` +
      `aws s3 rm ${shellWord(`s3://${this.bucket}/${key}`)}`;
    return outcome.kind === 'refused'
      ? expected === 'allowed'
        ? { part, tried, expected, status: 'fail', happened: 'stays', meaning: `${outcome.message}. ${stays}` }
        : { part, tried, expected, status: 'note', happened: 'stays', meaning: `The role may not delete, which is as it should be. ${stays}` }
      : { part, tried, expected, status: 'error', happened: 'failed', meaning: `${outcome.kind === 'failed' ? `${outcome.code}: ${outcome.message}. ` : ''}${stays}` };
  }
}

interface Probe {
  readonly key: string;
  readonly place: ProbeZone;
  /** Whether the object is there for certain: a request can fail after S3 has carried it out. */
  readonly certain: boolean;
}

function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
