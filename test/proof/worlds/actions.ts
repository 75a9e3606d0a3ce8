import { actionsOn } from '../judges/actions';

/** All actions of S3 that act on what a declaration can name, by what they act on. */
export interface AllActions {
  readonly onObjects: readonly string[];
  readonly onBuckets: readonly string[];
  /** Of KMS, on keys, where it matters which service calls. */
  readonly onKeys: readonly string[];
}

export async function allActions(): Promise<AllActions> {
  const [objects, buckets, keys] = await Promise.all([actionsOn('s3', 'object'), actionsOn('s3', 'bucket'), actionsOn('kms', 'key')]);
  const names = (actions: typeof keys) => actions.map(({ name }) => name);
  return { onObjects: names(objects), onBuckets: names(buckets), onKeys: names(keys.filter(({ knows }) => knows('kms:ViaService'))) };
}
