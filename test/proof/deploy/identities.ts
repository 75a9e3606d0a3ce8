import { Deployed } from './read-back';

/** Who is who: everything that a vendor was told, and IAM's own IDs, which no replacement keeps. */
export function identities({ roles, users, outputs, resources }: Deployed): object {
  return {
    roles: [...roles.values()].map(({ arn, id }) => ({ arn, id })),
    users: [...users.values()].map(({ arn, id, accessKeys }) => ({ arn, id, accessKeys: accessKeys.map((key) => key.id) })),
    secrets: resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret').map(({ physicalId }) => physicalId),
    // An earlier version may have had fewer outputs; what it had is in the IDs above as well.
    told: Object.fromEntries(Object.entries(outputs).filter(([name]) => /(RoleArn|RoleName)[0-9A-F]{8}$/.test(name))),
  };
}
