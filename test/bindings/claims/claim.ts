/** Something that has to hold for some apps, which are named by their numbers in the plan. */
export type Claim = SameClaim | ExactClaim | RefusedClaim;

/**
 * What is absent and what is null come out the same; what is given comes out as in TypeScript; an empty list or map is refused, or
 * the same as none.
 */
export interface SameClaim {
  readonly kind: 'same';
  /** The property or parameter: `S3AccessOptions.prefixes`. */
  readonly subject: string;
  readonly setting: string;
  readonly absent: number;
  /** All ways to say that there is none. */
  readonly nothing: readonly number[];
  readonly given: number;
  /** An empty list or map, where there can be one. */
  readonly empty?: number;
}

/** An app comes out as another one, or is refused with a certain code. */
export interface ExactClaim {
  readonly kind: 'exact';
  readonly subject: string;
  readonly setting: string;
  readonly app: number;
  readonly expected: { readonly error: string } | { readonly as: number };
}

/** Nothing stands where something is required: there is no access. */
export interface RefusedClaim {
  readonly kind: 'refused';
  readonly subject: string;
  readonly setting: string;
  readonly app: number;
}

/** All apps that a claim is about. */
export function appsOf(claim: Claim): number[] {
  return claim.kind === 'same'
    ? [claim.absent, ...claim.nothing, claim.given, ...(claim.empty === undefined ? [] : [claim.empty])]
    : [claim.app];
}
