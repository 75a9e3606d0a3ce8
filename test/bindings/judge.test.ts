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

type Outcomes = Array<Outcome | undefined>;

/** What is not as it should be, where all is right but for this. */
interface Different {
  readonly go?: Outcomes;
  readonly java?: Outcomes;
  readonly python?: Outcomes;
  readonly typescript?: Outcome[];
  /** Said in another manner, and for which apps. */
  readonly manner?: Outcomes;
  readonly inManner?: number[];
  readonly claims?: readonly Claim[];
  readonly precise?: boolean;
}

function failing(different: Different): string[] {
  const { go = RIGHT, java = RIGHT, python = RIGHT, typescript = RIGHT, claims = CLAIMS, precise = false } = different;
  const { manner = [undefined, narrow], inManner = [1] } = different;
  const evidence: Evidence = {
    apps: RIGHT.length,
    claims,
    told: { typescript: told(...typescript), python: told(...python), java: told(...java), go: told(...go) },
    manners: [{ manner: { ...MANNER, precise }, apps: inManner, told: told(...manner) }],
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
    ['a value is lost', 2, narrow, 'Options.limit, alone: absent and null are the same (go)'],
    ['an app is not told of', 5, undefined, 'go tells of all apps'],
  ])('fails where %s, in each language', (_, app, outcome, check) => {
    const inLanguage = (language: string) => check.replace('(go)', `(${language})`).replace(/^go /, `${language} `);
    expect(failing({ go: but(app, outcome) })).toContain(check);
    expect(failing({ java: but(app, outcome) })).toContain(inLanguage('java'));
    expect(failing({ python: but(app, outcome) })).toContain(inLanguage('python'));
  });

  test('fails where absence and null widen in the same way: what is right is said by TypeScript', () => {
    expect(failing({ go: RIGHT.map((right, app) => (app < 2 ? wide : right)) })).toContain('Options.limit, alone: absent and null are the same (go)');
  });

  test('fails where a language tells of apps that nobody asked for', () => {
    expect(failing({ go: [...RIGHT, narrow] })).toEqual(['go tells of all apps']);
  });

  test('fails where all agree on an app that is made nowhere, and another should be like it', () => {
    const claims: Claim[] = [...CLAIMS, { kind: 'exact', subject: 'Options', setting: 'as nowhere', app: 4, expected: { as: 4 } }];
    expect(failing({ claims })).toContain('Options, as nowhere: exactly what is said (typescript)');
  });

  test('fails without apps', () => {
    const none: Told = new Map();
    const [{ detail }] = judge({ apps: 0, claims: CLAIMS, told: { typescript: none, python: none, java: none, go: none }, manners: [] });
    expect(detail).toBe('0 apps, 4 claims');
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

  test('fails where no app is said in it', () => {
    expect(failing({ manner: [], inManner: [] })).toContain('go tells of all apps, in another manner');
  });

  test('fails where it is not told of', () => {
    expect(failing({ manner: [] })).toContain('go tells of all apps, in another manner');
  });
});
