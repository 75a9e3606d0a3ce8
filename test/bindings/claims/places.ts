import { Claim } from './claim';
import { role } from '../baselines/around';
import { COMPANION_BUCKET } from '../baselines/vendors';
import { Plan } from '../plan';
import { call, ConstructRecipe, Expression, fixture, Properties, struct } from '../recipe';

/** What can be said of one place: a value, nothing, or not a word. */
type Said = 'absent' | 'null' | Expression;

/** How a declaration can name where it holds. The whole of a bucket has to be asked for by name, and alone. */
interface Places {
  readonly struct: string;
  readonly setting: string;
  readonly parts: Properties;
  readonly around: (places: Properties) => readonly ConstructRecipe[];
}

const KEYS: Expression = [call('S3KeyScope.object', 'manifest.json')];

const PLACES: readonly Places[] = [
  ...['read', 'write', 'readWrite'].map((mode) => ({
    struct: 'S3AccessOptions',
    setting: mode,
    parts: { prefixes: ['incoming'], keys: KEYS },
    around: (places: Properties) => role({ access: [call(`S3Access.${mode}`, fixture('bucket'), struct('S3AccessOptions', places))] }),
  })),
  {
    struct: 'VendorCompanionBucket',
    setting: 'of a definition',
    parts: { prefixes: ['outgoing'] },
    around: (places) => role({
      vendor: call('Vendor.fromDefinition', struct('VendorDefinition', {
        name: 'Example',
        accounts: ['444455556666'],
        companionBuckets: [struct('VendorCompanionBucket', { ...COMPANION_BUCKET.required, ...places })],
      })),
    }),
  },
];

/** Every combination of what can be said of the places, with the right answer to each. */
export function placeClaims(plan: Plan): Claim[] {
  return PLACES.flatMap(({ struct: name, setting, parts, around }) => combinations([
    ...Object.entries(parts).map(([part, value]) => [part, ['absent', 'null', value]] as const),
    ['wholeBucket', ['absent', 'null', false, true]],
  ]).map((said): Claim => {
    const app = plan.add(around(spoken(said, (value) => value !== 'absent')));
    const named = spoken(said, (value) => value !== 'absent' && value !== 'null' && value !== false);
    const alone = Object.keys(named).length > 0 && (named.wholeBucket === undefined || Object.keys(named).length === 1);
    return {
      kind: 'exact',
      subject: name,
      setting: `${setting}: ${Object.entries(said).map(([part, value]) => `${part} ${typeof value === 'object' ? 'given' : value}`).join(', ')}`,
      app,
      expected: alone ? { as: plan.add(around(named)) } : { error: 'ScopeMissing' },
    };
  }));
}

function combinations(choices: ReadonlyArray<readonly [string, readonly Said[]]>): Array<Record<string, Said>> {
  return choices.reduce<Array<Record<string, Said>>>((all, [name, values]) =>
    all.flatMap((said) => values.map((value) => ({ ...said, [name]: value }))), [{}]);
}

function spoken(said: Readonly<Record<string, Said>>, kept: (value: Said) => boolean): Properties {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => kept(value)).map(([name, value]) => [name, value === 'null' ? null : value]));
}
