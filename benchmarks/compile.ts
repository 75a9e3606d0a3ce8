import { performance } from 'perf_hooks';
import { actionsFor, compileIdentity, compileScope, Location, Mode, WHOLE_BUCKET } from '../src/policy/grant';
import { documentSize, jsonSize } from '../src/policy/write';

/**
 * How compiling grows with the number of declared locations.
 *
 * Absolute times depend on the machine; the ratios, taken side by side in one run, are what counts. Packing is left
 * out, for IAM's quotas end long before 10,000 locations.
 */
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
    keys: i % 4 === 0 ? [KEY] : [],
  }));
}

function folder(path: string): Pick<Location, 'scopes' | 'patterns'> {
  return { scopes: [{ kind: 'folder', path }], patterns: [compileScope({ kind: 'folder', path }, {}, 'bench')] };
}

/** The strings that the policy cannot do without: object ARNs, list prefixes, encryption contexts, each once. */
function unavoidable(all: readonly Location[]): number {
  const strings = new Set<string>();
  for (const { bucketArn, scopes, actions, keys } of all) {
    const [scope] = scopes === WHOLE_BUCKET ? [] : scopes;
    const path = scope?.kind === 'folder' ? scope.path : '';
    strings.add(`object ${bucketArn}/${path}/*`);
    if (actions.includes('s3:ListBucket')) {
      strings.add(`listing ${bucketArn}`);
      strings.add(`prefix ${path}/*`);
    }
    if (keys.length > 0) {
      strings.add(`context ${bucketArn}`);
      strings.add(`context ${bucketArn}/${path}/*`);
    }
  }
  return [...strings].reduce((sum, text) => sum + jsonSize(text.slice(text.indexOf(' ') + 1)), 0);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const inputs = SIZES.map(locations);
const times = SIZES.map((): number[] => []);
inputs.forEach((input) => compileIdentity(input, {})); // warm-up
for (let round = 0; round < ROUNDS; round++) {
  inputs.forEach((input, i) => {
    const start = performance.now();
    compileIdentity(input, {});
    times[i].push(performance.now() - start);
  });
}

const rows = SIZES.map((count, i) => {
  const time = median(times[i]);
  const size = documentSize(compileIdentity(inputs[i], {}));
  const growth = i === 0 ? undefined : time / median(times[i - 1]);
  const nLogN = i === 0 ? undefined : (count * Math.log(count)) / (SIZES[i - 1] * Math.log(SIZES[i - 1]));
  return {
    'locations': count,
    'median ms': Number(time.toFixed(2)),
    'growth': growth === undefined ? '' : `x ${growth.toFixed(1)}`,
    'n log n would be': nLogN === undefined ? '' : `x ${nLogN.toFixed(1)}`,
    'n squared would be': i === 0 ? '' : `x ${(count / SIZES[i - 1]) ** 2}`,
    'policy characters': size,
    'against unavoidable strings': `x ${(size / unavoidable(inputs[i])).toFixed(2)}`,
  };
});
// eslint-disable-next-line no-console
console.table(rows);
