import { CfnOutput, Lazy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { fail } from '../../policy/base';
import { identitiesIn, isSecret } from '../tokens';

/** Stacks with exported outputs already: export names are made of the stack's name alone. */
const EXPORTING = new WeakSet<Stack>();

/** What a role tells the customer, and the customer the vendor. */
interface RoleOutputs {
  readonly roleArn: string;
  readonly roleName: string;
  /** External IDs, by the name of their output. */
  readonly externalIds: Readonly<Record<'ExternalId' | 'NextExternalId', string | undefined>>;
  readonly locations: () => string[];
  readonly exported: boolean;
}

/** Adds the outputs of a role. None of them is secret: an external ID guards against confusion, not against guessing. */
export function addRoleOutputs(scope: Construct, outputs: RoleOutputs): void {
  const stack = Stack.of(scope);
  if (outputs.exported) {
    if (EXPORTING.has(stack)) {
      fail('OutputsConflict', 'exportOutputs', true, `another construct in stack ${stack.node.path} exports <StackName>-RoleArn already; set exportOutputs to false, or use a stack for each`);
    }
    EXPORTING.add(stack);
  }
  const exportName = (name: string) => (outputs.exported ? `${stack.stackName}-${name}` : undefined);
  new CfnOutput(scope, 'RoleArn', { value: outputs.roleArn, description: 'ARN of the role that the vendor assumes', exportName: exportName('RoleArn') });
  new CfnOutput(scope, 'RoleName', { value: outputs.roleName, description: 'Name of the role that the vendor assumes', exportName: exportName('RoleName') });
  const { ExternalId, NextExternalId } = outputs.externalIds;
  if (ExternalId !== undefined && !isHidden(scope, ExternalId)) {
    new CfnOutput(scope, 'ExternalId', { value: ExternalId, description: 'External ID that the vendor must send' });
  }
  if (NextExternalId !== undefined && !isHidden(scope, NextExternalId)) {
    new CfnOutput(scope, 'NextExternalId', { value: NextExternalId, description: 'External ID that replaces the present one' });
  }
  addLocationsOutput(scope, outputs.locations);
}

/** Whether somebody marked a value, or a part of it, as not to be shown. */
function isHidden(scope: Construct, text: string): boolean {
  return [{ value: text, parameters: [] }, ...identitiesIn(text, scope)].some(isSecret);
}

/** Adds the output that lists what was declared. */
export function addLocationsOutput(scope: Construct, locations: () => string[]): void {
  new CfnOutput(scope, 'Locations', {
    value: Lazy.uncachedString({ produce: () => locations().join(',') }),
    description: 'Where in S3 the vendor has access',
  });
}
