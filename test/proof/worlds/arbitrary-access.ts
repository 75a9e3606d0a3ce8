import * as fc from 'fast-check';
import { scopes } from './arbitrary-keys';
import { AccessDeclaration, Mode, Option, partsIn, ScopeDeclaration, VendorDeclaration } from '../meaning/declaration';
import { optionsOf } from '../meaning/uses';

/** What is declared of some buckets, with entries that are like another one but for one thing. */
export function entries(vendor: VendorDeclaration, bucketCount: number, keyCount: number): fc.Arbitrary<AccessDeclaration[]> {
  return fc.array(access(vendor, bucketCount, keyCount), { minLength: 1, maxLength: 3 })
    .chain((made) => fc.option(twin(made[0], vendor), { nil: undefined, freq: 2 })
      .map((more) => (more === undefined ? made : [...made.slice(0, 2), more])));
}

/** Modes that the vendor has a use for. */
function modesOf({ kind }: VendorDeclaration): Mode[] {
  return kind === 'coactive' || kind === 'apperate' ? ['read'] : ['read', 'write', 'readWrite'];
}

function variablesOf(vendor: VendorDeclaration): string[] {
  const own = vendor.kind === 'definition' ? vendor.definition.pathVariables : undefined;
  return own ? Object.keys(own) : ['tenant', 'root_tenant_id', 'tap', 'date', 'full_date', 'flow_id', 'job_id', 'env_id'];
}

function access(vendor: VendorDeclaration, bucketCount: number, keyCount: number): fc.Arbitrary<AccessDeclaration> {
  return fc.constantFrom(...modesOf(vendor)).chain((mode) => fc.record({
    bucket: fc.nat({ max: bucketCount - 1 }),
    mode: fc.constant(mode),
    scopes: scopes(variablesOf(vendor)),
    options: switches(mode),
    keys: fc.option(fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 }), { nil: undefined }),
    withoutTls: fc.boolean(),
    anyOwner: fc.boolean(),
  })).map((made) => tidy(made, keyCount));
}

/** Some of the switches that there are in a mode. */
function switches(mode: Mode): fc.Arbitrary<Partial<Record<Option, boolean>>> {
  return fc.record(Object.fromEntries(optionsOf(mode).map((option) => [option, fc.boolean()])), { requiredKeys: [] });
}

/** Takes back what the library would refuse, and rightly. */
function tidy(made: AccessDeclaration & { options: Partial<Record<Option, boolean>> }, keyCount: number): AccessDeclaration {
  const { list, ...options } = made.options;
  const listable = partsIn(made.scopes).some((scope) => scope?.kind !== 'object');
  return {
    ...made,
    options: list === undefined || (list && !listable) ? options : { ...options, list },
    keys: made.keys?.filter((key) => key < keyCount),
  };
}

/** The same place in another mode or with other options; or the same text as a place of another kind; or a place within. */
function twin(entry: AccessDeclaration, vendor: VendorDeclaration): fc.Arbitrary<AccessDeclaration> {
  const like = fc.constantFrom(...modesOf(vendor)).chain((mode) => switches(mode).map((some) => ({ ...entry, mode, options: some as AccessDeclaration['options'] & object })));
  return fc.tuple(like, fc.constantFrom(...PLACES), fc.boolean())
    .map(([made, place, anyOwner]) => tidy({ ...made, anyOwner, scopes: place(made.scopes) }, Infinity));
}

/** Places that are easily taken for one another. */
const PLACES: ReadonlyArray<(declared: AccessDeclaration['scopes']) => AccessDeclaration['scopes']> = [
  (declared) => declared,
  (declared) => (declared === 'wholeBucket' ? declared : declared.map(ofAnotherKind)),
  (declared) => (declared === 'wholeBucket' ? [{ kind: 'folder', path: 'within' }] : declared.map(within)),
];

function ofAnotherKind(scope: ScopeDeclaration): ScopeDeclaration {
  switch (scope.kind) {
    case 'object': return { kind: 'startingWith', start: scope.key };
    // With a slash at the end it would be a folder.
    case 'startingWith': return /[^/]$/.test(scope.start) ? { kind: 'object', key: scope.start } : scope;
    default: return scope;
  }
}

function within(scope: ScopeDeclaration): ScopeDeclaration {
  return scope.kind === 'folder' && !scope.byPseudo ? { kind: 'folder', path: `${scope.path.replace(/\/$/, '')}/within` } : scope;
}
