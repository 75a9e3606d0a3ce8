import { Baselines } from './baselines/all';
import { appsOf, Claim, SameClaim } from './claims/claim';
import { gaps } from './coverage';
import { Evidence, judge, LANGUAGES, Speaker, Told, Verdict } from './judge';
import { Outcome } from './outcome';
import { Callable, InputStruct } from './public-api';

/** What can go wrong in a language or in a harness; each must be noticed where it is. */
export function plantedFaults(all: Evidence, verdicts: readonly Verdict[]): Verdict[] {
  const { claims } = all;
  /** The verdict that has to change, and does. */
  const noticed = (fault: string, spoilt: Evidence, start: string, end: string = ''): Verdict => {
    const fails = (judged: readonly Verdict[]) =>
      judged.some(({ check, detail }) => detail !== undefined && check.startsWith(start) && check.endsWith(end));
    return {
      check: `planted: ${fault}, is found`,
      detail: !fails(verdicts) && fails(judge(spoilt)) ? undefined : 'it is not, or something else is wrong there',
    };
  };
  // A few claims will do; to judge all of them anew takes a while.
  const expiry = claims.filter((claim): claim is SameClaim => claim.kind === 'same' && claim.subject === 'VendorS3AccessRoleProps.expiresAt');
  const exact = claims.find((claim) => claim.kind === 'exact' && 'error' in claim.expected)!;
  const refused = claims.find((claim) => claim.kind === 'refused')!;
  const evidence = { ...all, claims: [...expiry, exact, refused] };
  const found = (fault: string, claim: Claim, speaker: Speaker, app: number, outcome: Outcome | undefined): Verdict =>
    noticed(`${speaker}: ${fault}`, replaced(evidence, speaker, app, outcome), `${claim.subject}, ${claim.setting}: `, `(${speaker})`);
  return [
    ...LANGUAGES.flatMap((language) => [
      found('null widens', expiry[0], language, expiry[0].nothing[0], all.told.typescript.get(expiry[0].given)),
      found('what is given is lost', expiry[0], language, expiry[0].given, all.told[language].get(expiry[0].absent)),
      found('access where no place is named', exact, language, appsOf(exact)[0], MADE),
      found('nothing is taken for something', refused, language, appsOf(refused)[0], MADE),
      noticed(`${language}: an app is not told of`, replaced(evidence, language, expiry[0].given, undefined), `${language} tells of all apps`),
    ]),
    ...all.manners.flatMap(({ manner: { language, title }, apps, told }, i) => {
      const spoil = (spoilt: Told): Evidence => ({
        ...all,
        claims: claims.filter((claim) => appsOf(claim).includes(apps[0])),
        manners: all.manners.map((one, j) => (i === j ? { ...one, told: spoilt } : one)),
      });
      return [
        noticed(`${language}, ${title}: an app is not told of`, spoil(new Map([...told].slice(1))), `${language} tells of all apps, ${title}`),
        noticed(`${language}, ${title}: there is more access`, spoil(new Map([...told, [apps[0], MADE]])), '', `${title} (${language})`),
      ];
    }),
    noticed('a value that changes nothing', { ...evidence, claims: expiry.map((claim) => ({ ...claim, given: claim.absent })) },
      `${expiry[0].subject}: it makes a difference whether it is given`),
    noticed('no claims', { ...evidence, claims: [] }, 'there is something to judge'),
  ];
}

/** A property that was added and forgotten, one that was removed, and a struct and a method that nobody knows. */
export function plantedGaps(structs: readonly InputStruct[], methods: readonly Callable[], baselines: Baselines): Verdict[] {
  const [first, ...rest] = structs;
  const added = { name: 'added', optional: true, kind: 'other' } as const;
  return [
    { fault: 'an optional property without a baseline', structs: [{ ...first, properties: [...first.properties, added] }, ...rest], methods },
    { fault: 'a required property without a baseline', structs: [{ ...first, properties: [...first.properties, { ...added, optional: false }] }, ...rest], methods },
    { fault: 'a baseline without a property', structs: [{ ...first, properties: [] }, ...rest], methods },
    { fault: 'a struct without a baseline', structs: [{ name: 'Added', properties: [added] }, ...structs], methods },
    { fault: 'a method without a baseline', structs, methods: [{ name: 'Vendors.added', parameters: [added] }, ...methods] },
  ].map(({ fault, ...api }) => ({
    check: `planted: ${fault} is found`,
    detail: gaps(api.structs, api.methods, baselines).length > gaps(structs, methods, baselines).length ? undefined : 'it is not',
  }));
}

const MADE: Outcome = { kind: 'made', files: new Map([['Stack.template.json', 'another']]) };

function replaced(evidence: Evidence, speaker: Speaker, app: number, outcome: Outcome | undefined): Evidence {
  const told: Told = new Map([...evidence.told[speaker]].flatMap(([number, was]): Array<[number, Outcome]> =>
    (number !== app ? [[number, was]] : outcome === undefined ? [] : [[number, outcome]])));
  return { ...evidence, told: { ...evidence.told, [speaker]: told } };
}
