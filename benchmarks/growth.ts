import { alternate, timed } from './measure/alternate';
import { countRow, Row, timeRow } from './measure/row';
import { actionsFor, compileIdentity, compileScope, Location, Mode, WHOLE_BUCKET } from '../src/policy/grant';
import { documentSize, jsonSize } from '../src/policy/write';

const SIZES = [100, 1_000, 10_000];
const ROUNDS = 7;
const MODES: readonly Mode[] = ['read', 'write', 'readWrite'];
const KEY = {
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  viaService: ['s3.eu-west-1.amazonaws.com'],
};

/** Twenty folders a bucket, in turn read, written and both, every fourth one encrypted; none covers another. */
function locations(count: number): Location[] {
  return Array.from({ length: count }, (_, i) => ({
    field: `access[${i}]`,
    bucketArn: `arn:aws:s3:::vendor-data-${Math.floor(i / 20)}`,
    owner: '111122223333',
    requireTls: true,
    ...folder(`tenant-${i}/feed-${i % 7}`),
    actions: actionsFor(MODES[i % MODES.length], {}, {}),
    kmsKeys: i % 4 === 0 ? [KEY] : [],
  }));
}

function folder(path: string): Pick<Location, 'scopes' | 'patterns'> {
  return { scopes: [{ kind: 'folder', path }], patterns: [compileScope({ kind: 'folder', path }, {}, 'bench')] };
}

/** The strings that the policy cannot do without: object ARNs, list prefixes, encryption contexts, each once. */
function unavoidable(all: readonly Location[]): number {
  const strings = new Set<string>();
  for (const { bucketArn, scopes, actions, kmsKeys } of all) {
    const [scope] = scopes === WHOLE_BUCKET ? [] : scopes;
    const path = scope?.kind === 'folder' ? scope.path : '';
    strings.add(`object ${bucketArn}/${path}/*`);
    if (actions.includes('s3:ListBucket')) {
      strings.add(`listing ${bucketArn}`);
      strings.add(`prefix ${path}/*`);
    }
    if (kmsKeys.length > 0) {
      strings.add(`context ${bucketArn}`);
      strings.add(`context ${bucketArn}/${path}/*`);
    }
  }
  return [...strings].reduce((sum, text) => sum + jsonSize(text.slice(text.indexOf(' ') + 1)), 0);
}

/**
 * How compiling grows, against n log n; and the characters that come out, against those that must appear. Packing is left out, for IAM's
 * quotas end long before 10,000 locations.
 */
export function growthRows(): Row[] {
  const inputs = SIZES.map(locations);
  const runs = Object.fromEntries(inputs.map((input, i) => [SIZES[i], () => timed(() => compileIdentity(input, {}))]));
  alternate(1, runs); // warm-up
  const times = alternate(ROUNDS, runs);
  const nLogN = (count: number) => count * Math.log(count);
  return SIZES.flatMap((count, i) => {
    const before = SIZES[i - 1];
    return [
      ...before === undefined ? [] : [timeRow(
        `compiling ${count} locations / ${before}, as n log n would grow`, times[count], times[before] * nLogN(count) / nLogN(before),
      )],
      countRow(`characters, ${count} locations / those that must appear`, documentSize(compileIdentity(inputs[i], {})), unavoidable(inputs[i])),
    ];
  });
}
