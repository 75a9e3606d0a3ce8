import { Mode, ScopeWords } from '../grant';
import { offeredModes, VendorFacts } from '../vendor';
import { AccessRequest } from './access-request';

/** Access to one bucket of the role's own account, as people type it; an empty text is none. */
export interface BucketInput {
  readonly bucketName: string;
  readonly prefix: string;
  readonly wholeBucket: boolean;
  readonly mode: string;
  readonly keyArn: string;
}

/** What a bucket that was typed belongs to. */
interface PlainContext {
  readonly field: string;
  readonly vendor: Pick<VendorFacts, 'modes'>;
  readonly account: string;
  readonly region?: string;
  readonly words: ScopeWords;
}

/** What was typed, as it comes to the door. */
export function plainAccess(input: BucketInput, { field, vendor, account, region, words }: PlainContext): AccessRequest {
  const { bucketName, prefix, wholeBucket, mode, keyArn } = input;
  const at = `${field}.prefix`;
  return {
    field,
    mode: { field: `${field}.mode`, value: (mode === '' ? offeredModes(vendor.modes)[0] : mode) as Mode },
    bucket: { field: `${field}.bucketName`, bucket: { name: bucketName }, region },
    owner: { apparent: { field: 'accountId', value: account } },
    place: {
      field: at,
      parts: prefix === '' ? undefined : [{ field: at, scope: { kind: 'folder', path: prefix } }],
      wholeBucket,
      words: { ...words, wholeForFolder: words.whole },
    },
    kmsKeys: keyArn === '' ? [] : [{ field: `${field}.keyArn`, key: { arn: keyArn } }],
    pinOwner: true,
    requireTls: true,
  };
}
