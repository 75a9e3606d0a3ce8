import { deepStrictEqual, ok } from 'assert';
import { KitStack } from './kit-stack';
import { DeployedTemplate } from '../../../support/deployed-template';
import { constructOf } from '../../kits/construct';
import { Filled } from '../../kits/filled';
import { compare } from '../../kits/judgement';
import { KitVendor } from '../../kits/kit-vendor';
import { Deployed } from '../read-back';

/**
 * Demands that the role of a deployed template is that of the construct: it can do the same, the same callers may assume it, and its
 * customer is told of it. Gives the number of requests that were judged.
 */
export async function demandKit(stack: KitStack, vendor: KitVendor, filled: Filled): Promise<number> {
  const construct = constructOf(vendor, filled);
  const deployed = await stack.read();
  const { role } = deployed;
  const id = construct.id('AWS::IAM::Role');
  const { allowed, refused, wrong } = await compare(vendor, filled, role, {
    arn: construct.arn(id), trust: construct.trustPolicy(id), policies: construct.identityPolicies(id),
  });
  deepStrictEqual(wrong, []);
  ok(refused > allowed && allowed > 0, `${allowed} requests allowed, ${refused} refused`);
  await demandRole(stack, vendor, filled, deployed, construct.properties(id));
  demandOutputs(vendor, filled, deployed);
  deepStrictEqual(await stack.exports(), vendor.exports
    ? { [`${stack.name}-RoleArn`]: role.arn, [`${stack.name}-RoleName`]: nameOf(role.arn) }
    : {});
  return allowed + refused;
}

/** Demands that a role is, beside its documents, what the construct and the customer say. */
async function demandRole(stack: KitStack, vendor: KitVendor, filled: Filled, { role }: Deployed, properties: ReturnType<DeployedTemplate['properties']>) {
  deepStrictEqual(role.rest, {
    description: properties.Description ?? '', maxSessionDuration: properties.MaxSessionDuration ?? 3600, path: properties.Path ?? '/',
  });
  deepStrictEqual(await stack.boundaryOf(role.arn), filled.boundary);
  deepStrictEqual(properties.PermissionsBoundary, filled.boundary);
  const demanded = vendor.roleName ?? filled.roleName;
  if (demanded !== undefined) {
    deepStrictEqual([nameOf(role.arn), properties.RoleName], [demanded, demanded]);
  }
}

/** Demands that the customer is told what to hand over. */
function demandOutputs(vendor: KitVendor, { externalId }: Filled, { role, outputs }: Deployed): void {
  deepStrictEqual(outputs, {
    RoleArn: role.arn,
    RoleName: nameOf(role.arn),
    ...(vendor.externalId === undefined || externalId === undefined ? {} : { ExternalId: externalId }),
  });
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
