import { Source, Standing } from './sources';

interface Case {
  readonly section: 'kits' | 'templates' | 'policies' | 'links';
  readonly standings: readonly Standing[];
  readonly args: (source: Source) => readonly string[];
}

const OWN: readonly Standing[] = ['own'];
const SERVED: readonly Standing[] = ['own', 'named'];
const ANY: readonly Standing[] = ['own', 'named', 'refused'];

const ACCOUNT = '111122223333';

function place({ region }: Source): string[] {
  return ['--account', ACCOUNT, '--region', region];
}

function folder(): string[] {
  return ['--bucket', 'acme-data', '--prefix', 'in'];
}

function twoBuckets({ partition, region }: Source): string[] {
  const key = `arn:${partition}:kms:${region}:${ACCOUNT}:key/11112222-3333-4444-5555-666677778888`;
  return ['--bucket', 'acme-data', '--prefix', 'in/odd*name', '--key-arn', key, '--bucket', 'acme-media', '--whole-bucket'];
}

const URL_SUFFIXES: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.com.cn', 'aws-eusc': 'amazonaws.eu' };

function templateUrl({ region, partition }: Source): string[] {
  return ['--template-url', `https://acme-kits.s3.${region}.${URL_SUFFIXES[partition] ?? 'amazonaws.com'}/kit/template.json`];
}

/** The options of `--vendor` alone: what a customer brings is asked for by the template. */
function unnamed({ vendor }: Source): readonly string[] {
  return vendor.slice(0, 2);
}

function filled(buckets: (source: Source) => readonly string[], as: readonly string[], standings = SERVED): Case {
  return { section: 'policies', standings, args: (source) => ['policies', ...source.vendor, ...source.externalId, ...buckets(source), ...place(source), ...as] };
}

function template(standings: readonly Standing[], args: (source: Source) => readonly string[]): Case {
  return { section: 'templates', standings, args: (source) => ['template', ...args(source)] };
}

/** What is made of each vendor in each partition. */
export const CASES: Readonly<Record<string, Case>> = {
  'kit': { section: 'kits', standings: OWN, args: (source) => ['kit', ...unnamed(source), '--slots', '3', '--out', 'kit'] },
  'kit-published': {
    section: 'kits',
    standings: OWN,
    args: (source) => ['kit', ...source.vendor, '--slots', '3', '--kit-version', '1.2.0', ...templateUrl(source), '--out', 'kit'],
  },
  'one-click-json': template(OWN, (source) => [...unnamed(source), '--format', 'json', '--slots', '2']),
  'one-click-yaml': template(OWN, (source) => [...source.vendor, '--format', 'yaml', ...(source.externalId.length > 0 ? ['--external-id-source', 'derived'] : [])]),
  'filled-json': template(ANY, (source) => [...source.vendor, ...source.externalId, ...folder(), ...place(source), '--format', 'json']),
  'filled-yaml': template(SERVED, (source) => [...source.vendor, ...source.externalId, ...twoBuckets(source), ...place(source)]),
  'filled-anywhere': template(SERVED, (source) => [...source.vendor, ...source.externalId, ...folder(), '--format', 'json']),
  'placeholders': { section: 'policies', standings: OWN, args: (source) => ['policies', ...unnamed(source)] },
  'json': filled(folder, ['--as', 'json'], ANY),
  'aws-cli': filled(folder, ['--as', 'aws-cli']),
  'cdk': filled(folder, ['--as', 'cdk']),
  'terraform': filled(folder, ['--as', 'terraform']),
  'two-json': filled(twoBuckets, ['--json']),
  'two-aws-cli': filled(twoBuckets, ['--as', 'aws-cli']),
  'two-cdk': filled(twoBuckets, ['--as', 'cdk']),
  'two-terraform': filled(twoBuckets, ['--as', 'terraform']),
  'text': { section: 'links', standings: OWN, args: (source) => ['link', ...source.vendor, ...templateUrl(source)] },
  'json-of-one': {
    section: 'links',
    standings: SERVED,
    args: (source) => ['link', ...unnamed(source), ...templateUrl(source), '--region', source.region, '--param', 'BucketName=acme-data', '--stack-name', 'my-stack', '--json'],
  },
};
