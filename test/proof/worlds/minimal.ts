import { Difference } from './run-world';
import { ask } from '../judges/ask';
import { AccessDeclaration, Declaration } from '../meaning/declaration';
import { Meaning } from '../meaning/meaning';
import { build } from '../world/build';
import { World } from '../world/world';

/**
 * The difference with all taken out of its declaration that it does not need.
 *
 * fast-check would shrink as well, but by trying all probes again on each smaller declaration; here one request is enough.
 */
export async function minimal(difference: Difference, deploy: (declaration: Declaration) => World = build): Promise<Difference> {
  for (const declaration of smaller(difference.declaration)) {
    const candidate = await stillDiffers(difference, declaration, deploy);
    if (candidate !== undefined) {
      return minimal(candidate, deploy);
    }
  }
  return difference;
}

async function stillDiffers(
  { request, verdict, expected: reason }: Difference, declaration: Declaration, deploy: (declaration: Declaration) => World,
): Promise<Difference | undefined> {
  const expected = new Meaning(declaration).answer(request);
  // For another reason it would be another difference.
  if (expected.join() !== reason.join()) {
    return undefined;
  }
  try {
    return await ask(deploy(declaration), request) === verdict ? { declaration, request, expected, verdict } : undefined;
  } catch {
    // A declaration without something that it needs; the difference is not in that.
    return undefined;
  }
}

/** Declarations with one thing less. */
function* smaller(declaration: Declaration): Generator<Declaration> {
  const { access, buckets, keys } = declaration;
  // What is elsewhere of one partition is not of another.
  const needed = 'elsewhere' in declaration.vendor && declaration.vendor.elsewhere ? ['site' as const] : [];
  yield* without(declaration, ['construct', 'vendor', 'buckets', 'keys', 'access', ...needed]);
  const ordinary = { kind: 'role', arn: 'arn:aws:iam::999988887777:role/ingest' } as const;
  if (declaration.vendor.kind !== ordinary.kind) {
    yield { ...declaration, vendor: ordinary };
  }
  for (const fewer of leavingOutOne(access)) {
    yield { ...declaration, access: fewer, addedLater: 0 };
  }
  for (const [i, entry] of access.entries()) {
    for (const less of smallerAccess(entry)) {
      yield { ...declaration, access: replaced(access, i, less) };
    }
  }
  for (const [i, bucket] of buckets.entries()) {
    // Whose it is makes it the bucket that it is.
    for (const less of without(bucket, ['source', 'name', 'owner'])) {
      yield { ...declaration, buckets: replaced(buckets, i, less) };
    }
  }
  // Others are told by their position.
  if (access.every(({ bucket }) => bucket < buckets.length - 1)) {
    yield { ...declaration, buckets: buckets.slice(0, -1) };
  }
  const used = [...access.flatMap((entry) => entry.keys ?? []), ...buckets.map(({ key }) => key ?? 0)];
  if (keys.length > 0 && used.every((key) => key < keys.length - 1)) {
    yield { ...declaration, keys: keys.slice(0, -1) };
  }
}

function* smallerAccess(entry: AccessDeclaration): Generator<AccessDeclaration> {
  yield* without(entry, ['bucket', 'mode', 'scopes']);
  for (const options of without(entry.options ?? {}, [])) {
    yield { ...entry, options };
  }
  const parts = entry.scopes === 'wholeBucket' ? [] : entry.scopes;
  for (const scopes of leavingOutOne(parts)) {
    yield { ...entry, scopes };
  }
  for (const [i, scope] of parts.entries()) {
    if (scope.atDeployment) {
      yield { ...entry, scopes: replaced(parts, i, { ...scope, atDeployment: false }) };
    }
  }
}

/** The object without one of its properties, in turn; some must stay. */
function* without<T extends object>(object: T, needed: ReadonlyArray<keyof T>): Generator<T> {
  for (const name of Object.keys(object) as Array<keyof T>) {
    if (!needed.includes(name)) {
      const { [name]: _, ...rest } = object;
      yield rest as T;
    }
  }
}

/** The list without one of its items, in turn; the last one stays. */
function* leavingOutOne<T>(items: readonly T[]): Generator<T[]> {
  for (const i of items.length > 1 ? items.keys() : []) {
    yield items.filter((_, j) => j !== i);
  }
}

function replaced<T>(items: readonly T[], position: number, item: T): T[] {
  return items.map((other, i) => (i === position ? item : other));
}
