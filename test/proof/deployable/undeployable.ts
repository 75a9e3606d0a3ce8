import { circles, danglingNames } from './names-in-template';
import { refusedDocuments } from './quotas';
import { takenTwice } from './taken-twice';
import { Placed } from '../world/world';

/**
 * Why AWS would not take the templates of an app; nothing, if it would. `cdk synth` is green for all of these: a policy that can never
 * be deployed answers every request as declared.
 *
 * @param warnings What its author has been warned of.
 */
export function undeployable(stacks: readonly Placed[], warnings: readonly string[] = []): string[] {
  const unfillable = stacks.flatMap(({ template }) => [...danglingNames(template.json), ...circles(template.json)]);
  return unfillable.length > 0 ? unfillable : [...stacks.flatMap(({ template }) => refusedDocuments(template, warnings)), ...takenTwice(stacks)];
}
