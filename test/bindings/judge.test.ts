import { Claim } from './claims/claim';
import { Evidence, judge, Told } from './judge';
import { Outcome } from './outcome';

const narrow: Outcome = { kind: 'made', files: new Map([['Stack.template.json', 'narrow']]) };
const wide: Outcome = { kind: 'made', files: new Map([['Stack.template.json', 'wide']]) };
const refused: Outcome = { kind: 'refused', message: 'TypeError' };
const missing: Outcome = { kind: 'error', code: 'ScopeMissing' };

/** Absent, null, given, empty; no place; null where something is required. */
const RIGHT = [narrow, narrow, wide, missing, missing, refused];
const CLAIMS: readonly Claim[] = [
  { kind: 'same', subject: 'Options.limit', setting: 'alone', absent: 0, nothing: [1], given: 2, empty: 3 },
  { kind: 'exact', subject: 'Options', setting: 'no place', app: 4, expected: { error: 'ScopeMissing' } },
  { kind: 'exact', subject: 'Options', setting: 'one place', app: 2, expected: { as: 2 } },
  { kind: 'refused', subject: 'Options.needed', setting: 'null', app: 5 },
];
const MANNER = { language: 'go', name: 'other', title: 'in another manner', apps: () => [1], precise: false } as const;

const told = (...outcomes: Array<Outcome | undefined>): Told =>
  new Map(outcomes.flatMap((outcome, number): Array<[number, Outcome]> => (outcome === undefined ? [] : [[number, outcome]])));

function failing({ go = RIGHT, typescript = RIGHT, manner = [undefined, narrow], claims = CLAIMS, precise = false }: {
  go?: Array<Outcome | undefined>; typescript?: Outcome[]; manner?: Array<Outcome | undefined>; claims?: readonly Claim[]; precise?: boolean;
}): string[] {
  const evidence: Evidence = {
    apps: RIGHT.length,
    claims,
    told: { typescript: told(...typescript), python: told(...RIGHT), java: told(...RIGHT), go: told(...go) },
    manners: [{ manner: { ...MANNER, precise }, apps: [1], told: told(...manner) }],
  };
  return judge(evidence).filter(({ detail }) => detail !== undefined).map(({ check }) => check);
}

/** What went right, but for one app. */
const but = (app: number, outcome: Outcome | undefined) => RIGHT.map((right, number) => (number === app ? outcome : right));

describe('a judgement', () => {
  test('holds where every language says what TypeScript says', () => {
    expect(failing({})).toEqual([]);
  });

  test.each<[string, number, Outcome | undefined, string]>([
    ['null widens', 1, wide, 'Options.limit, alone: absent and null are the same (go)'],
    ['absence widens', 0, wide, 'Options.limit, alone: absent and null are the same (go)'],
    ['an empty list widens', 3, wide, 'Options.limit, alone: absent and null are the same (go)'],
    ['there is access without a place', 4, narrow, 'Options, no place: exactly what is said (go)'],
    ['another error comes first', 4, { kind: 'error', code: 'AccessEmpty' }, 'Options, no place: exactly what is said (go)'],
    ['null is taken for something', 5, narrow, 'Options.needed, null: no access (go)'],
    ['an app is not told of', 5, undefined, 'go tells of all apps'],
  ])('fails where %s', (_, app, outcome, check) => {
    expect(failing({ go: but(app, outcome) })).toContain(check);
  });

  test('fails where an accepted empty list differs from none, even if all agree', () => {
    const outcomes = but(3, wide).map((outcome) => outcome!);
    expect(failing({ go: outcomes, typescript: outcomes })).toContain('Options.limit, alone: absent and null are the same (typescript)');
  });

  test('fails where a value changes nothing', () => {
    const outcomes = but(2, narrow).map((outcome) => outcome!);
    expect(failing({ typescript: outcomes })).toContain('Options.limit: it makes a difference whether it is given');
  });

  test('fails where a value is never accepted', () => {
    const outcomes = but(2, missing).map((outcome) => outcome!);
    expect(failing({ typescript: outcomes })).toContain('Options.limit: its value is accepted');
  });

  test('fails without claims', () => {
    expect(failing({ claims: [] })).toContain('there is something to judge');
  });
});

describe('another manner', () => {
  test('may be refused, where it is not precise', () => {
    expect(failing({ manner: [undefined, refused] })).toEqual([]);
  });

  test.each<[string, Array<Outcome | undefined>, boolean]>([
    ['widens', [undefined, wide], false],
    ['is refused, where it is precise', [undefined, refused], true],
  ])('fails where it %s', (_, manner, precise) => {
    expect(failing({ manner, precise })).toContain(`Options.limit, alone: ${precise ? 'the same' : 'no more'} in another manner (go)`);
  });

  test('fails where it is not told of', () => {
    expect(failing({ manner: [] })).toContain('go tells of all apps, in another manner');
  });
});
