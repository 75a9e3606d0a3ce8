import { Conditions } from './conditions';

/** The kinds of principals that a policy can name. */
type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

/** Everybody, by the one word that is no ARN. Some services tell it from the AWS principal `*`. */
export const EVERYBODY = '*';

/** Principals by kind, or everybody. */
export type PrincipalSet = typeof EVERYBODY | { readonly [type in PrincipalType]?: readonly string[] };

/** A list of condition values that may be divided between statements without changing what they allow together. */
interface Divisible {
  readonly operator: string;
  readonly key: string;
}

/**
 * One statement, with all that IAM knows, in a form that is easy to merge and divide.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Only in resource and trust policies. */
  readonly principals?: PrincipalSet;
  /** All principals but these, in place of `principals`. */
  readonly notPrincipals?: PrincipalSet;
  /** None where `notActions` says it. */
  readonly actions: readonly string[];
  /** All actions but these. */
  readonly notActions?: readonly string[];
  /** None in a trust policy, and where `notResources` says it. */
  readonly resources: readonly string[];
  /** All resources but these. */
  readonly notResources?: readonly string[];
  readonly conditions: Conditions;
  readonly divisible?: Divisible;
  /** The fields of the declarations that it came from, sorted; none where nobody declared it. What the statement says does not depend on it. */
  readonly from?: readonly string[];
}
