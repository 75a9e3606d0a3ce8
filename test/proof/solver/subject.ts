import { GrantFormula } from './grants/grant-formula';
import { kmsFormulas } from './grants/kms';
import { s3Formulas } from './grants/s3';
import { trustFormulas } from './grants/trust';
import { assumptionAllowed, kmsAllowed, otherServiceAllowed, otherTrustAllowed, s3Allowed } from './policy/verdict';
import { Formula } from './smt/formula';
import { Assumption, assumptionsOnKms, assumptionsOnS3, assumptionsOnTrust } from './well-formed';
import { World } from '../world/world';

export type SubjectName = 's3' | 'kms' | 'trust' | 'otherServices' | 'otherTrust';

/** One kind of request in a world: what its documents allow, and what its declaration means, each by itself. */
export interface Subject {
  readonly name: SubjectName;
  readonly assumptions: readonly Assumption[];
  readonly allowed: Formula;
  readonly grants: readonly GrantFormula[];
}

/** Everything that the vendor could attempt in a world. */
export function subjectsOf(world: World): Subject[] {
  const { declaration } = world;
  return [
    { name: 's3', assumptions: assumptionsOnS3(world), allowed: s3Allowed(world), grants: s3Formulas(declaration) },
    { name: 'kms', assumptions: assumptionsOnKms(world), allowed: kmsAllowed(world), grants: kmsFormulas(declaration, (key) => world.keyArn(key)) },
    ...(declaration.construct === 'bucketAccess' ? [] : [
      { name: 'otherServices' as const, assumptions: [], allowed: otherServiceAllowed(world), grants: [] },
    ]),
    ...(declaration.construct === 'role' ? [
      { name: 'trust' as const, assumptions: assumptionsOnTrust(), allowed: assumptionAllowed(world), grants: trustFormulas(declaration) },
      { name: 'otherTrust' as const, assumptions: assumptionsOnTrust(), allowed: otherTrustAllowed(world), grants: [] },
    ] : []),
  ];
}
