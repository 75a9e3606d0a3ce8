import * as fc from 'fast-check';
import { CUSTOMER, REGION, ScopeDeclaration, Scopes, STACK } from '../meaning/declaration';

/** What somebody would put into a name of a folder to get out of it, or has there without a thought. */
const HOSTILE = [
  '*', '?', '**', '???', '$', '${', '}', '$$', '${}', '${*}', '${?}', '${$}', '${aws:username}', '${aws:PrincipalArn}', '${aws:SourceIp}',
  '${aws:PrincipalTag/x}', '$*', '*$', 'a*b', 'x?y', '{*}', '${$', '\\', '\\*', '[a-z]', '.*', '(a|b)', '^a$', '%2F', '%2a', '..x', '"', '\'', '<b>', '&amp;',
  'é', 'ÿ', '\u00a0', 'a b', '+', '#', '!Sub', '${AWS::AccountId}', '${!x}', 'arn:aws:s3:::acme', 'NoValue',
];

const CHARACTERS = [...'abzAZ09-_.*?$:=@+,;!()\'"&%#<>|\\^`~ éß']
  .map((character) => ({ arbitrary: fc.constant(character), weight: /[*?$]/.test(character) ? 4 : 1 }));

const anyText = fc.string({ unit: fc.oneof(...CHARACTERS), minLength: 1, maxLength: 6 });

/** A name between two slashes, without braces where a template is made of it. */
function segment(braces: boolean): fc.Arbitrary<string> {
  const plain = fc.constantFrom('in', 'raw', 'orders', 'orders-2025', 'data_', 'a', 'A', 'exports');
  const hostile = fc.constantFrom(...HOSTILE.filter((name) => braces || !/[{}]/.test(name)));
  return fc.oneof({ arbitrary: plain, weight: 3 }, { arbitrary: hostile, weight: 3 }, { arbitrary: anyText, weight: 2 })
    .filter((name) => name !== '.' && name !== '..' && !name.includes('/'));
}

const path = fc.array(segment(true), { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));

/** Texts that are known at once, or at deployment, or the first character at once and the rest at deployment. */
const when = fc.constantFrom<(text: string) => Pick<ScopeDeclaration, 'atDeployment' | 'literalStart'>>(
  () => ({ atDeployment: false }),
() => ({ atDeployment: true }),
// A brace before what is not known could start a dynamic reference, and is refused.
(text) => ({ atDeployment: true, literalStart: text.startsWith('{') ? 0 : 1 }),
);

const folder: fc.Arbitrary<ScopeDeclaration> = fc.record({ path, slash: fc.boolean(), when }).map((made) =>
  // What a parameter holds cannot be looked at, so its folder must come without a slash at the end.
  ({ kind: 'folder', path: made.slash && !made.when(made.path).atDeployment ? `${made.path}/` : made.path, ...made.when(made.path) }));

const startingWith: fc.Arbitrary<ScopeDeclaration> = fc.record({ start: path, slash: fc.boolean(), when }).map((made) =>
  ({ kind: 'startingWith', start: made.slash ? `${made.start}/` : made.start, ...made.when(made.start) }));

const object: fc.Arbitrary<ScopeDeclaration> = fc.record({ key: path, when }).map((made) => ({ kind: 'object', key: made.key, ...made.when(made.key) }));

/** What is written as a function that only the template of its own stack can answer. */
export const byFunction = fc.record({ text: path, byFunction: fc.constantFrom('condition' as const, 'mapping' as const) }).chain(ofEachKind);

/** As a log would have it. */
export const byPseudo = fc.record({
  text: fc.constantFrom(`AWSLogs/${CUSTOMER}`, CUSTOMER, `${STACK}/out`, `in/${STACK}-${CUSTOMER}`, `${CUSTOMER}/${REGION}`, `${REGION}/x`, `by/${STACK}`),
  byPseudo: fc.constant(true),
}).chain(ofEachKind);

function ofEachKind({ text, ...how }: { text: string } & Pick<ScopeDeclaration, 'byPseudo' | 'byFunction'>): fc.Arbitrary<ScopeDeclaration> {
  return fc.constantFrom<ScopeDeclaration>(
    { kind: 'folder', path: text, ...how }, { kind: 'startingWith', start: `in/${text}`, literalStart: 3, ...how }, { kind: 'object', key: text, ...how },
  );
}

/** Scopes that touch another one: the same text as another kind, more of it, less of it, what lies in it or around it. */
const RELATIVES: ReadonlyArray<(text: string) => ScopeDeclaration> = [
  (text) => ({ kind: 'folder', path: text }),
  (text) => ({ kind: 'startingWith', start: text }),
  (text) => ({ kind: 'startingWith', start: `${text}/` }),
  (text) => ({ kind: 'object', key: text }),
  (text) => ({ kind: 'object', key: `${text}/1.csv` }),
  (text) => ({ kind: 'object', key: `${text}X` }),
  (text) => ({ kind: 'folder', path: `${text}/child` }),
  (text) => ({ kind: 'folder', path: `${text}-secret` }),
  (text) => ({ kind: 'folder', path: `${text}0` }),
  (text) => ({ kind: 'folder', path: text.split('/')[0] }),
];

function textOf(scope: ScopeDeclaration): string | undefined {
  switch (scope.kind) {
    case 'folder': return scope.path.replace(/\/$/, '');
    case 'startingWith': return scope.start.replace(/\/$/, '');
    case 'object': return scope.key;
    case 'template': return undefined;
  }
}

/** Literal segments and variables, some of them bound. */
function template(variables: readonly string[]): fc.Arbitrary<ScopeDeclaration> {
  const variable = fc.constantFrom(...variables);
  const piece = fc.oneof(
    segment(false).map((name) => ({ text: name, variable: undefined })),
    variable.map((name) => ({ text: `{${name}}`, variable: name })),
    fc.tuple(segment(false), variable).map(([name, bound]) => ({ text: `${name}{${bound}}`, variable: bound })),
  );
  return fc.record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
    bound: fc.dictionary(variable, segment(true), { maxKeys: 2, noNullPrototype: true }),
    atDeployment: fc.boolean(),
  }).map(({ pieces, bound, atDeployment }) => {
    const used = pieces.map((one) => one.variable);
    const values = Object.fromEntries(Object.entries(bound).filter(([name]) => used.includes(name)));
    // With nothing but variables that may be anything it would be every folder, and is refused; dates are of a fixed length.
    const anything = pieces.every(({ text, variable: name }) =>
      name !== undefined && !name.includes('date') && text === `{${name}}` && !Object.hasOwn(values, name));
    return { kind: 'template', template: [...(anything ? ['in'] : []), ...pieces.map((one) => one.text)].join('/'), values, atDeployment };
  });
}

/** Declared parts of a bucket, or all of it. */
export function scopes(variables: readonly string[]): fc.Arbitrary<Scopes> {
  const scope = fc.oneof(
    { arbitrary: folder, weight: 6 }, { arbitrary: startingWith, weight: 2 }, { arbitrary: object, weight: 2 }, { arbitrary: byPseudo, weight: 2 },
    { arbitrary: template(variables), weight: 4 },
    // What nobody knows the length of counts for so much that few fit into the policy of a bucket.
    { arbitrary: byFunction, weight: 1 },
  );
  // Many folders overflow the inline policy.
  const many = fc.tuple(segment(true), fc.integer({ min: 50, max: 70 })).map(([name, count]) =>
    Array.from({ length: count }, (_, i): ScopeDeclaration => ({ kind: 'folder', path: `${i}-${name}-one-of-many-folders-with-a-long-name` })));
  return fc.oneof<Array<fc.MaybeWeightedArbitrary<Scopes>>>(
    { arbitrary: fc.constant('wholeBucket' as const), weight: 4 },
    { arbitrary: fc.array(scope, { minLength: 1, maxLength: 4 }), weight: 14 },
    { arbitrary: fc.tuple(scope, fc.shuffledSubarray([...RELATIVES], { minLength: 1, maxLength: 3 })).map(withRelatives), weight: 8 },
    { arbitrary: many, weight: 1 },
  );
}

function withRelatives([scope, relatives]: [ScopeDeclaration, Array<(text: string) => ScopeDeclaration>]): ScopeDeclaration[] {
  const text = textOf(scope);
  return [scope, ...(text === undefined ? [] : relatives.map((relative) => relative(text)))];
}
