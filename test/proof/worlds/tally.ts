import { nameOf } from './name-of';
import { Judged } from './sample';
import { Objection } from '../meaning/answer';
import { CUSTOMER, Declaration, partsIn } from '../meaning/declaration';
import { meaningOf } from '../meaning/vendor';

/** What was met in the course of many worlds. A kind of thing that never came up was not proven. */
export class Tally {
  public worlds = 0;
  public probes = 0;
  public refused = 0;
  public allowed = 0;
  /** Requests refused for one reason alone, by that reason. */
  public readonly alone = new Map<Objection, number>();
  /** Features of declarations, with the requests that met them. */
  public readonly features = new Map<string, { allowed: number; denied: number }>();
  public readonly actions = new Map<string, { allowed: number; denied: number }>();

  public add(declaration: Declaration, judged: readonly Judged[]): void {
    this.worlds++;
    const features = featuresOf(declaration);
    for (const { request, expected } of judged) {
      this.probes++;
      const answer = expected.length === 0 ? 'allowed' : 'denied';
      this.allowed += expected.length === 0 ? 1 : 0;
      if (expected.length === 1) {
        this.alone.set(expected[0], (this.alone.get(expected[0]) ?? 0) + 1);
      }
      features.forEach((feature) => count(this.features, feature, answer));
      count(this.actions, nameOf(request), answer);
    }
  }
}

function count(map: Map<string, { allowed: number; denied: number }>, key: string, answer: 'allowed' | 'denied'): void {
  const counts = map.get(key) ?? { allowed: 0, denied: 0 };
  counts[answer]++;
  map.set(key, counts);
}

/** What a declaration consists of. */
function featuresOf({ construct, vendor, access, buckets, keys, ...more }: Declaration): Set<string> {
  return new Set([
    `construct ${construct}`,
    `vendor ${vendor.kind}${'elsewhere' in vendor && vendor.elsewhere ? ' elsewhere' : ''}${'byPseudo' in vendor && vendor.byPseudo ? ' by pseudo parameter' : ''}`,
    ...buckets.flatMap(({ byCfn, existing }) => [...(byCfn ? ['bucket by CfnBucket'] : []), ...(existing ? [`bucket with existing ${existing}`] : [])]),
    ...(meaningOf(vendor).companionBuckets.some(({ ownerAccount }) => ownerAccount === CUSTOMER) ? ['vendor that claims the customer\'s bucket'] : []),
    ...(more.externalId !== undefined && access.some(({ scopes }) => partsIn(scopes).some((scope) => scope?.kind === 'folder' && scope.path === more.externalId))
      ? ['external ID that is a folder'] : []),
    ...buckets.flatMap(({ byPseudo }) => (byPseudo ? ['bucket by pseudo parameter'] : [])),
    ...buckets.map(({ source, owner, key }) => `bucket ${source}${owner === undefined ? '' : ' elsewhere'}${key === undefined ? '' : ' with a key'}`),
    ...keys.map(({ source, owner, there }) => `key ${source}${owner === undefined ? '' : ' elsewhere'}${there ? ' there' : ''}`),
    ...access.flatMap(({ mode, scopes, options = {}, withoutTls, anyOwner, ownerUnsaid }) => [
      `mode ${mode}`,
      ...partsIn(scopes).map((scope) => (scope === undefined ? 'whole bucket' : `${scope.kind}${scope.atDeployment ? ' at deployment' : ''}${scope.byPseudo ? ' by pseudo parameters' : ''}${scope.byFunction ? ` by ${scope.byFunction}` : ''}`)),
      ...Object.entries(options).map(([option, value]) => `${option}: ${value}`),
      `TLS: ${!withoutTls}`,
      `owner pinned: ${!anyOwner}`,
      ...(ownerUnsaid ? ['owner said by another entry'] : []),
    ]),
    ...(more.dataStack === undefined ? [] : [`data in a stack of ${more.dataStack}`]),
    ...(more.site === undefined ? [] : [`in ${more.site}`]),
    ...(more.dataRegion === undefined ? [] : ['data in another region']),
    ...(more.open === undefined ? [] : [`open: ${more.open}`]),
    ...(more.grantedBeside === undefined ? [] : [`granted beside ${more.grantedBeside}`]),
    ...(more.byParameter ?? []).map((what) => `${what} by parameter`),
    ...(Object.keys(more) as Array<keyof typeof more>).filter((name) => more[name]).map((name) => `with ${name}`),
  ]);
}
