import { KeyPattern } from '../pattern';
import { Scopes } from './scopes';

/** A KMS key that encrypts objects of a location. */
export type KmsKeyUse = {
  /** The names of the only service that may use the key for the vendor, S3 of one region, as `viaS3` spells them. */
  readonly viaService: readonly string[];
} & (
  | { readonly keyArn: string }
  /** `keysArn` covers all keys of an account and region; the alias narrows it by condition. */
  | { readonly aliasName: string; readonly keysArn: string }
);

/** One declaration of access, resolved to actions; strings may hold references. */
export interface Location {
  /** The place of the declaration, for errors: `access[0]`. */
  readonly field: string;
  readonly bucketArn: string;
  /** The account that must own the bucket; none when the pin is given up. */
  readonly owner?: string;
  /** An account that must not own it. */
  readonly notOwner?: string;
  readonly requireTls: boolean;
  /** As they are declared, for people. */
  readonly scopes: Scopes;
  /** What they stand for, compiled: one for each, or every key. */
  readonly patterns: readonly KeyPattern[];
  readonly actions: readonly string[];
  readonly kmsKeys: readonly KmsKeyUse[];
  /** Values of the server-side encryption header that the vendor may write with; none for no limit. */
  readonly acceptedEncryption?: readonly string[];
}

/** The fields that conditions are made of: locations on one bucket share their statements only where these are the same. */
const TERMS = ['owner', 'notOwner', 'requireTls', 'acceptedEncryption'] as const satisfies ReadonlyArray<keyof Location>;

/** What a location demands of each request; conditions are made of nothing else of it. */
export type Terms = Pick<Location, typeof TERMS[number]>;

/** Equal for locations that demand the same. */
export function termsId(location: Terms): string {
  return JSON.stringify(TERMS.map((name) => location[name]));
}

/** What every permission statement carries, whatever the location. */
export interface CompileContext {
  /** ISO 8601, UTC. */
  readonly expiresAt?: string;
  /** CIDR ranges; only for long-lived credentials, whose requests come from the vendor's own network. */
  readonly sourceIps?: readonly string[];
}
