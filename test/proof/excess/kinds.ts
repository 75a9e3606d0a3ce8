import { GridProbe } from './grid';
import { Level, LEVELS } from '../judges/actions';

/** Excess in words. Each probe is of the first kind that fits it. */
interface Kind {
  readonly text: string;
  fits(probe: GridProbe): boolean;
}

const looks = (level?: Level) => level === 'Read' || level === 'List';
const viaS3 = ({ request }: GridProbe) => request.kind === 'kms' && request.viaService?.startsWith('s3.') === true;

const KINDS: readonly Kind[] = [
  { text: 'goes over plain HTTP, needed or not', fits: ({ group }) => group === 'plain HTTP' },
  { text: 'lets in somebody else', fits: ({ group }) => group === 'trust' },
  { text: 'uses the KMS key without S3', fits: (probe) => probe.group === 'KMS' && !viaS3(probe) },
  { text: 'uses the KMS key through S3 for what lies elsewhere, or in other ways', fits: ({ group }) => group === 'KMS' },
  { text: 'uses a bucket of the same name that a stranger owns', fits: ({ place }) => place === 'stranger\'s bucket' },
  { text: 'uses buckets for which it has no need', fits: ({ place, group }) => place === 'another bucket' && group !== 'objects' },
  { text: 'does more with objects in a bucket of the vendor\'s own', fits: ({ place }) => place === 'another bucket' },
  { text: 'lists more than the folder', fits: ({ group }) => group === 'listings' },
  { text: 'reads settings of the bucket', fits: ({ group, level }) => group === 'buckets' && looks(level) },
  { text: 'changes the bucket and its settings', fits: ({ group }) => group === 'buckets' },
  { text: 'reads objects outside the folder', fits: ({ place, level }) => place === 'outside' && looks(level) },
  { text: 'writes, changes or deletes objects outside the folder', fits: ({ place }) => place === 'outside' },
  { text: 'reads more of the objects in the folder', fits: ({ level }) => looks(level) },
  { text: 'writes, changes or deletes more in the folder', fits: () => true },
];

/** Probes of one kind. */
export interface Counted {
  readonly kind: string;
  readonly probes: readonly GridProbe[];
}

/** Probes by kind, in a fixed order, plain HTTP at the end; kinds that have none are left out. */
export function kindsOf(probes: readonly GridProbe[]): Counted[] {
  const kinds = KINDS.map(({ text }) => ({ kind: text, probes: [] as GridProbe[] }));
  for (const probe of probes) {
    kinds[KINDS.findIndex(({ fits }) => fits(probe))].probes.push(probe);
  }
  const [plainHttp, ...others] = kinds;
  return [...others, plainHttp].filter((counted) => counted.probes.length > 0);
}

/** The names of the actions in some probes, the gravest first, and how many more there are. */
export function actionsIn(probes: readonly GridProbe[], most: number): { names: string[]; more: number } {
  const levels = new Map(probes.map(({ request, level }) => [request.kind === 'assume' ? 'sts:AssumeRole' : request.action, level] as const));
  const rank = (name: string) => LEVELS.indexOf(levels.get(name) ?? 'Write');
  const sorted = [...levels.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { names: sorted.slice(0, most), more: Math.max(0, sorted.length - most) };
}
