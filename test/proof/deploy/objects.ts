import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { Account } from './account';
import { Deployed } from './read-back';

/** Data of the customer's, in every bucket of the stack. */
export const KEY = 'ledger/2026.csv';
const BODY = 'the customer\'s data';

/** Puts an object into every bucket that was not there before. */
export async function putObjects({ clients }: Account, deployed: Deployed, before: Deployed | undefined): Promise<void> {
  const added = [...deployed.bucketPolicies.keys()].filter((name) => !before?.bucketPolicies.has(name));
  await Promise.all(added.map((Bucket) => clients.s3.send(new PutObjectCommand({ Bucket, Key: KEY, Body: BODY }))));
}

/** Demands that they are still there. */
export async function demandObjects({ clients }: Account, deployed: Deployed): Promise<void> {
  for (const Bucket of deployed.bucketPolicies.keys()) {
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key: KEY }));
    if (await Body!.transformToString() !== BODY) {
      throw new Error(`The data in ${Bucket} has changed`);
    }
  }
}
