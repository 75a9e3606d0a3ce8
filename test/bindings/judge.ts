import { appsOf, Claim, ExactClaim, RefusedClaim, SameClaim } from './claims/claim';
import { Manner } from './manners';
import { difference, equal, inWords, Outcome } from './outcome';

/** The languages that are judged. What is right is said by TypeScript. */
export const LANGUAGES = ['python', 'java', 'go'] as const;
export type Language = typeof LANGUAGES[number];
export type Speaker = Language | 'typescript';

/** What came of apps, by their numbers. */
export type Told = ReadonlyMap<number, Outcome>;

export interface Evidence {
  /** How many apps there are in the plan. */
  readonly apps: number;
  readonly claims: readonly Claim[];
  readonly told: Readonly<Record<Speaker, Told>>;
  /** What came of some of them when they were said in other manners. */
  readonly manners: ReadonlyArray<{ readonly manner: Manner; readonly apps: readonly number[]; readonly told: Told }>;
}

/** One statement, and what speaks against it. */
export interface Verdict {
  readonly check: string;
  readonly detail: string | undefined;
}

/** Judges all claims, after a look that every language has told of every app. */
export function judge({ apps, claims, told, manners }: Evidence): Verdict[] {
  const all = Array.from({ length: apps }, (_, number) => number);
  return [
    { check: 'there is something to judge', detail: apps > 0 && claims.length > 0 ? undefined : `${apps} apps, ${claims.length} claims` },
    ...Object.entries(told).map(([speaker, outcomes]) => ({ check: `${speaker} tells of all apps`, detail: untold(all, outcomes) })),
    ...manners.map(({ manner, apps: asked, told: outcomes }) => ({
      check: `${manner.language} tells of all apps, ${manner.title}`,
      detail: asked.length === 0 ? 'there are none' : untold(asked, outcomes),
    })),
    ...claims.flatMap((claim) => (['typescript', ...LANGUAGES] as const).map((speaker) => ({
      check: `${claim.subject}, ${claim.setting}: ${STATEMENTS[claim.kind]} (${speaker})`,
      detail: objection(claim, told[speaker], told.typescript),
    }))),
    ...manners.flatMap(({ manner, apps: asked, told: outcomes }) => sameInManner(manner, claims, asked, outcomes, told[manner.language])),
    ...meaningful(claims, told.typescript),
  ];
}

const STATEMENTS: Readonly<Record<Claim['kind'], string>> = {
  same: 'absent and null are the same',
  exact: 'exactly what is said',
  refused: 'no access',
};

function untold(apps: readonly number[], told: Told): string | undefined {
  const missing = apps.filter((number) => !told.has(number));
  return missing.length === 0 && told.size === apps.length ? undefined : `it tells of ${told.size} of ${apps.length}; missing: ${missing.slice(0, 10).join(', ')}`;
}

function objection(claim: Claim, told: Told, right: Told): string | undefined {
  switch (claim.kind) {
    case 'same': return different(claim, told, right);
    case 'exact': return inexact(claim, told, right);
    case 'refused': return accepted(claim, told);
  }
}

function different({ absent, nothing, given, empty }: SameClaim, told: Told, right: Told): string | undefined {
  const compare = (what: string, app: number, as: number) =>
    (equal(told.get(app), right.get(as)) ? [] : [`${what} (app ${app}) ${difference(told.get(app), right.get(as))} (as app ${as} in TypeScript)`]);
  const all = [
    ...compare('absent', absent, absent),
    ...nothing.flatMap((app) => compare('null', app, absent)),
    ...compare('given', given, given),
    ...(empty === undefined ? [] : compare('empty', empty, empty)),
    // An empty list that is accepted must not mean something that neither absence nor a value does.
    ...(empty === undefined || told.get(empty)?.kind !== 'made' ? [] : compare('empty', empty, absent)),
  ];
  return all.length === 0 ? undefined : all.join('\n');
}

function inexact({ app, expected }: ExactClaim, told: Told, right: Told): string | undefined {
  const outcome = told.get(app);
  if ('error' in expected) {
    return outcome?.kind === 'error' && outcome.code === expected.error ? undefined : `app ${app}: ${inWords(outcome)}; expected: error ${expected.error}`;
  }
  const alike = right.get(expected.as);
  return alike?.kind === 'made' && equal(outcome, alike) ? undefined : `app ${app} ${difference(outcome, alike)} (as app ${expected.as} in TypeScript)`;
}

function accepted({ app }: RefusedClaim, told: Told): string | undefined {
  const outcome = told.get(app);
  return outcome !== undefined && outcome.kind !== 'made' ? undefined : `app ${app}: ${inWords(outcome)}`;
}

/** Said in another manner, an app comes out the same; where the manner is not precise, it may be refused instead. */
function sameInManner({ language, title, precise }: Manner, claims: readonly Claim[], asked: readonly number[], told: Told, usual: Told): Verdict[] {
  const all = new Set(asked);
  const holds = (app: number) => equal(told.get(app), usual.get(app)) || (!precise && told.has(app) && told.get(app)?.kind !== 'made');
  const concerned = claims.map((claim) => ({ claim, apps: appsOf(claim).filter((app) => all.has(app)) })).filter(({ apps }) => apps.length > 0);
  return concerned.map(({ claim, apps }) => {
    const wrong = apps.filter((app) => !holds(app));
    return {
      check: `${claim.subject}, ${claim.setting}: ${precise ? 'the same' : 'no more'} ${title} (${language})`,
      detail: wrong.length === 0 ? undefined : wrong.map((app) => `app ${app} ${difference(told.get(app), usual.get(app))}`).join('\n'),
    };
  });
}

/** A value that changes nothing, or is refused everywhere, would make the comparison of absent and null mean nothing. */
function meaningful(claims: readonly Claim[], right: Told): Verdict[] {
  const subjects = new Map<string, SameClaim[]>();
  for (const claim of claims) {
    if (claim.kind === 'same') {
      subjects.set(claim.subject, [...subjects.get(claim.subject) ?? [], claim]);
    }
  }
  return [...subjects].flatMap(([subject, all]) => [
    {
      check: `${subject}: it makes a difference whether it is given`,
      detail: all.some(({ absent, given }) => !equal(right.get(absent), right.get(given))) ? undefined : 'in no setting',
    },
    {
      check: `${subject}: its value is accepted`,
      detail: all.some(({ given }) => right.get(given)?.kind === 'made') ? undefined
        : all.map(({ setting, given }) => `${setting}: ${inWords(right.get(given))}`).join('\n'),
    },
  ]);
}
