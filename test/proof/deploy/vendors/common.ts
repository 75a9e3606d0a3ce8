import { Stack } from 'aws-cdk-lib';
import { Bucket, BucketProps } from 'aws-cdk-lib/aws-s3';
import { VendorS3AccessRole, VendorS3PolicyPlacement } from '../../../../src';
import { KeyProbe } from '../../../support/caller';
import { get, list, onBucket, onKey, Probe, put, remove } from '../../../support/probe';
import { Data, Declared } from '../vendor-case';

/** A folder whose name looks like a pattern and a variable. */
export const HOSTILE = 'odd*na?me/${x}';

/** What would be inside, were the name taken for a pattern, and what stands where the variable does. */
export const HOSTILE_NEIGHBOURS = ['oddXnaYme/${x}/1', 'odd*naYme/${x}/1', 'odd*na?me/1', 'odd*na?me//1', 'odd*na?me/x/1', 'odd/na?me/${x}/1'];

/** Buckets by the name of their construct. */
export function buckets(propsOf: (stack: Stack, name: string) => BucketProps = () => ({})): (stack: Stack) => Data {
  return (stack) => (name) => stack.node.tryFindChild(name) as Bucket | undefined ?? new Bucket(stack, name, propsOf(stack, name));
}

/** The role of a stage. */
export function role(stack: Stack, { managed, suspended, ...props }: Declared): void {
  new VendorS3AccessRole(stack, 'Access', {
    ...props,
    suspended,
    policyPlacement: managed ? VendorS3PolicyPlacement.MANAGED : VendorS3PolicyPlacement.INLINE,
  });
}

/** What opens a folder for reading. */
export function reading(bucket: string, folder: string): Probe[] {
  return [get(`${folder}/1`, { bucket }), get(`${folder}/a/b/2.bin`, { bucket }), list(`${folder}/`, { bucket }), onBucket('GetBucketLocation', { bucket })];
}

/** What opens a folder for writing. */
export function writing(bucket: string, folder: string): Probe[] {
  return [put(`${folder}/1`, { bucket }), ...['AbortMultipartUpload', 'ListMultipartUploadParts'].map((action) => onKey(action, `${folder}/1`, { bucket }))];
}

/** What stays shut beside a folder, and in a bucket as a whole. */
export function beside(bucket: string, folder: string): Probe[] {
  return [
    get(`${folder}-secret/1`, { bucket }), put(`${folder}-secret/1`, { bucket }), get(folder, { bucket }), get('payroll/1', { bucket }), put('payroll/1', { bucket }),
    list(undefined, { bucket }), list('', { bucket }), list(folder, { bucket }), list('payroll/', { bucket }),
    remove(`${folder}/1`, { bucket }), onKey('GetObjectAcl', `${folder}/1`, { bucket }),
    ...['PutBucketPolicy', 'DeleteBucket', 'GetBucketPolicy', 'ListBucketMultipartUploads', 'ListBucketVersions'].map((action) => onBucket(action, { bucket })),
  ];
}

/** A use of a key, through S3. */
export function use(action: KeyProbe['action'], keyArn: string, encryptionContext: string): KeyProbe {
  return { action, keyArn, encryptionContext };
}
