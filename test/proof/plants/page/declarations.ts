import { PageDeclaration } from '../../page/page-case';

/** Declarations that differ by one thing each from one that the page shows, which the comparison has to notice. */
export function otherDeclarations(declaration: PageDeclaration): Readonly<Record<string, PageDeclaration>> {
  const [bucket] = declaration.buckets;
  return {
    'another bucket': { ...declaration, buckets: [{ ...bucket, bucketName: `${bucket.bucketName}-2` }] },
    'another folder': { ...declaration, buckets: [{ ...bucket, prefix: `${bucket.prefix ?? ''}x` }] },
    'another owner': { ...declaration, account: '555566667777' },
    'a key': { ...declaration, buckets: [{ ...bucket, keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1' }] },
    ...(declaration.externalId === undefined ? {} : { 'another external ID': { ...declaration, externalId: `${declaration.externalId}x` } }),
  };
}
