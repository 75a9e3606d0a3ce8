import { Stack } from 'aws-cdk-lib';
import { Bucket, BucketProps } from 'aws-cdk-lib/aws-s3';
import { VendorS3AccessRole, VendorS3PolicyPlacement } from '../../../../src';
import { KeyProbe } from '../../../support/caller';
import { get, list, onBucket, onKey, Probe, put, remove, Special } from '../../../support/probe';
import { Mode } from '../../meaning/declaration';
import { usesOf } from '../../meaning/uses';
import { meaningOf } from '../../meaning/vendor';
import { KnownVendor } from '../../vendors';
import { Data, Declared } from '../life';

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

/** All that a vendor may do in a folder, by what the mode means for it. */
export function uses({ definition }: KnownVendor, mode: Mode, bucket: string, folder: string): Probe[] {
  return usesOf({ mode }, meaningOf({ kind: 'definition', definition })).flatMap(({ action, on }) => {
    const name = action.replace('s3:', '');
    switch (on) {
      case 'objects': return [`${folder}/1`, `${folder}/a/b/2.bin`].map((key) => onKey(name, key, { bucket, ...HEADERS[name] }));
      case 'listing': return [list(`${folder}/`, { bucket }, name)];
      case 'bucket': return [onBucket(name, { bucket })];
    }
  });
}

/** An ACL that leaves the object to the owner of the bucket; the meaning lets no other through. */
export const OWNED = { context: { 's3:x-amz-acl': 'bucket-owner-full-control' }, note: 'with ACL bucket-owner-full-control' };

const HEADERS: Readonly<Record<string, Special>> = { PutObjectAcl: OWNED };

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
