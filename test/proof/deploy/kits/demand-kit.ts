import { deepStrictEqual, ok } from 'assert';
import { KitStack } from './kit-stack';
import { DeployedTemplate } from '../../../support/deployed-template';
import { constructOf } from '../../kits/construct';
import { Filled } from '../../kits/filled';
import { compare } from '../../kits/judgement';
import { KitVendor } from '../../kits/kit-vendor';
import { Deployed } from '../read-back';

/** What was judged. */
export interface KitTally {
  readonly judged: number;
}

/** Demands that the role of a deployed template can do what the construct's role can, and whoever may assume that one this one. */
export async function demandKit(stack: KitStack, vendor: KitVendor, filled: Filled, construct = constructOf(vendor, filled)): Promise<KitTally> {
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
  return { judged: allowed + refused };
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
