import { AccessDeclaration, Declaration } from '../../meaning/declaration';
import { SubjectName } from '../subject';

/** A declaration whose documents must mean just that. */
export interface ProofCase {
  readonly name: string;
  readonly declaration: Declaration;
  /** Kinds of requests of which nothing at all is allowed. Of all others, something must be. */
  readonly nothing?: ReadonlyArray<'s3' | 'kms' | 'trust'>;
  /** Why no evaluator can be asked about it. */
  readonly unaskable?: string;
}

export const BUCKET = 'acme-orders';
export const OTHER_BUCKET = 'acme-ledger';
export const VENDOR = '999988887777';
export const OTHER_VENDOR = '777766665555';
export const OWNER = '444455556666';
export const EXTERNAL_ID = 'k3J-2f9a';
export const EXPIRY = '2027-01-01T00:00:00Z';
export const VENDOR_ROLE = `arn:aws:iam::${VENDOR}:role/ingest`;

/** A role for the usual vendor; the rest as given. */
export function role(rest: Partial<Declaration>): Declaration {
  return {
    construct: 'role',
    vendor: { kind: 'account', id: VENDOR },
    externalId: EXTERNAL_ID,
    buckets: [{ source: 'created', name: BUCKET }],
    keys: [],
    access: [read()],
    ...rest,
  };
}

/** The vendor's own role, let in by the bucket's policy. */
export function bucketAccess(rest: Partial<Declaration>): Declaration {
  return role({ construct: 'bucketAccess', vendor: { kind: 'role', arn: VENDOR_ROLE }, externalId: undefined, ...rest });
}

/** A user with an access key. */
export function user(rest: Partial<Declaration>): Declaration {
  return role({ construct: 'user', vendor: { kind: 'hotglue' }, externalId: undefined, ...rest });
}

export function read(rest: Partial<AccessDeclaration> = {}): AccessDeclaration {
  return { bucket: 0, mode: 'read', scopes: [{ kind: 'folder', path: 'in' }], ...rest };
}

export function write(rest: Partial<AccessDeclaration> = {}): AccessDeclaration {
  return read({ mode: 'write', ...rest });
}

export function readWrite(rest: Partial<AccessDeclaration> = {}): AccessDeclaration {
  return read({ mode: 'readWrite', ...rest });
}

/** The kinds of requests that a declaration says something about. */
export function declaredSubjects({ declaration, nothing = [] }: ProofCase): Array<{ subject: SubjectName; expected: 'something' | 'nothing' }> {
  const subjects: Array<'s3' | 'kms' | 'trust'> = ['s3', 'kms', ...(declaration.construct === 'role' ? ['trust' as const] : [])];
  return subjects.map((subject) => ({
    subject, expected: nothing.includes(subject) || (subject === 'kms' && declaration.keys.length === 0) ? 'nothing' : 'something',
  }));
}
