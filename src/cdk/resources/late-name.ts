import { Lazy, Stack, Token } from 'aws-cdk-lib';
import { CfnRole, CfnUser } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { AccessError } from '../../policy/base';
import { propertiesInTemplate } from '../tokens';

/** A role or user as it is declared, and as a resource of the template, which aspects may still change. */
interface Named {
  readonly kind: 'role' | 'user';
  readonly name?: string;
  readonly path?: string;
  /** None where customizeRoles keeps it from being made. */
  readonly resource?: CfnRole | CfnUser;
}

/**
 * The end of the ARN of a role or user, `role/<path><name>`, as text, for policies that may not refer to the resource.
 *
 * Overrides are followed. What cannot be followed fails at synth: a policy that trusts a name which nobody has would trust whoever takes it.
 *
 * @returns nothing where the name or the path is not fixed
 */
export function arnEnd(scope: Construct, { kind, name, path = '/', resource }: Named): string | undefined {
  if (name === undefined || Token.isUnresolved(name) || Token.isUnresolved(path)) {
    return undefined;
  }
  const nameProperty = kind === 'role' ? 'RoleName' : 'UserName';
  const told = () => {
    const present = resource instanceof CfnRole ? resource.roleName : resource?.userName;
    return `${kind}${overridden(resource, 'Path') ?? text(resource?.path) ?? path}${overridden(resource, nameProperty) ?? text(present) ?? name}`;
  };
  let isTold = false;
  if (resource) {
    scope.node.addValidation({
      validate: () => {
        const { Path: finalPath = '/', [nameProperty]: finalName } = propertiesInTemplate(resource);
        const known = typeof finalName === 'string' && typeof finalPath === 'string';
        return isTold && !(known && Stack.of(resource).resolve(told()) === `${kind}${finalPath}${finalName}`) ? [changed(kind)] : [];
      },
    });
  }
  return Lazy.uncachedString({
    produce: () => {
      isTold = true;
      return told();
    },
  });
}

function changed(kind: 'role' | 'user'): string {
  return new AccessError([{
    code: 'ValueChanged',
    field: `${kind}Name`,
    received: 'a name or path that was changed to one which is not known now, or taken away',
    remedy: 'policies elsewhere name it as text; change it to text, or give name and path where the access is declared',
  }]).message;
}

/** A text that `addPropertyOverride` has put in the place of a property. */
function overridden(resource: CfnRole | CfnUser | undefined, property: string): string | undefined {
  const { rawOverrides } = (resource ?? {}) as { readonly rawOverrides?: { readonly Properties?: Readonly<Record<string, unknown>> } };
  return text(rawOverrides?.Properties?.[property]);
}

/** A value that another stack can have without a reference. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && !Token.isUnresolved(value) ? value : undefined;
}
