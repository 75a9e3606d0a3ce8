import { Lazy, Token } from 'aws-cdk-lib';

/** A role or user as a resource of the template; aspects may still change it. */
interface Named {
  readonly name: () => string | undefined;
  readonly path: () => string | undefined;
}

/**
 * The end of the ARN of a role or user, `role/<path><name>`, as text, for policies that may not refer to the resource.
 *
 * @returns nothing where the name or the path is not fixed
 */
export function arnEnd(kind: 'role' | 'user', given: { readonly name?: string; readonly path?: string }, resource: Named): string | undefined {
  const { name, path = '/' } = given;
  if (name === undefined || Token.isUnresolved(name) || Token.isUnresolved(path)) {
    return undefined;
  }
  // Late, for an aspect may still change them; as given, where customizeRoles keeps the resource from being made.
  return Lazy.uncachedString({ produce: () => `${kind}${resource.path() ?? path}${resource.name() ?? name}` });
}
