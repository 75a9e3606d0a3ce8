import { Session } from './attempts';
import { Request } from './plan';
import { Row } from './report';
import { Outcome } from '../aws/outcome';

/** What an object says that was written to try whether writing works. */
export const PROBE_BODY = 'Written by "vendor-s3-access verify" to show what a vendor may do here. It can be deleted.\n';

/** The objects that were written to try whether writing works. */
export class Probes {
  /** Keys, and whether the object is there for certain: a request can fail after S3 has carried it out. */
  private readonly written = new Map<string, boolean>();

  constructor(private readonly bucket: string) {
  }

  /** Writes one. */
  public async write(session: Session, { key, ours }: Request & { kind: 'put' }): Promise<Outcome> {
    const outcome = await session.put(key, PROBE_BODY);
    if (outcome.kind === 'allowed') {
      this.written.set(key, true);
    } else if (ours && outcome.kind !== 'refused') {
      // Nobody else can have an object of this name: if one is there, it comes from this request.
      this.written.set(key, outcome.kind === 'exists');
    }
    return outcome;
  }

  /** Deletes them, as far as the role may. Nothing else is ever deleted. */
  public async cleanUp(session: Session): Promise<Row[]> {
    const rows: Row[] = [];
    for (const [key, certain] of this.written) {
      rows.push(this.row(key, certain, await session.remove(key)));
    }
    return rows;
  }

  private row(key: string, certain: boolean, outcome: Outcome): Row {
    const tried = `Clean up ${key}`;
    if (outcome.kind === 'allowed' || outcome.kind === 'missing') {
      return {
        tried,
        status: 'pass',
        happened: 'deleted',
        meaning: 'So the role may delete objects here. Where the bucket keeps versions, an old one stays.',
      };
    }
    const stays = `${certain ? 'The object stays' : 'If the object was written, it stays'}. The owner of the bucket removes it with: ` +
      `aws s3 rm ${shellWord(`s3://${this.bucket}/${key}`)}`;
    return outcome.kind === 'refused'
      ? { tried, status: 'note', happened: 'stays', meaning: `The role may not delete, which is mostly as it should be. ${stays}` }
      : { tried, status: 'error', happened: 'failed', meaning: `${outcome.kind === 'failed' ? `${outcome.code}: ${outcome.message}. ` : ''}${stays}` };
  }
}

function shellWord(text: string): string {
  return /^[\w./:@=+-]+$/.test(text) ? text : `'${text.replace(/'/g, '\'\\\'\'')}'`;
}
