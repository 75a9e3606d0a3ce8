import { DeployedTemplate } from '../../../support/deployed-template';
import { TemplateJson } from '../../../support/intrinsics';
import { World } from '../../world/world';
import { Parameters } from '../account';
import { DeployedStack } from '../agreement';
import { Place } from '../clients';

/** A stack to deploy. */
export interface Planned {
  readonly name: string;
  readonly template: TemplateJson;
  readonly parameters: Parameters;
  readonly place: Place;
  /** What only the deployment knows. */
  readonly values: DeployedStack['values'];
}

/**
 * The stacks of a world in the order of their deployment: the one with the data first, for the one that declares the access refers to it, and never
 * the other way round. A stack without resources is not deployed; `cdk deploy` leaves it out as well.
 */
export function planOf(world: World): Planned[] {
  return world.stacks.reverse().filter(({ template }) => hasResources(template)).map(({ template: { json, values }, account }) => ({
    name: values.stackName!,
    values: { ...values, stackName: values.stackName! },
    template: json,
    parameters: Object.fromEntries(Object.entries(values.parameters ?? {}).map(([name, value]) => [name, String(value)])),
    place: { account, region: world.surroundings.site.region },
  }));
}

/** Whether a template has any resources. */
export function hasResources({ json }: DeployedTemplate): boolean {
  return Object.keys(json.Resources ?? {}).length > 0;
}
