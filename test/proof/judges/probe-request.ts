import { Assumption, KeyProbe } from '../../support/caller';
import { Verdict } from '../../support/judge';
import { Probe } from '../../support/probe';
import { CUSTOMER, Declaration, REGION } from '../meaning/declaration';
import { viaS3 } from '../meaning/grants';
import { Meaning } from '../meaning/meaning';
import { KeyRequest, Request, S3Request } from '../meaning/request';

/** What a declaration says to a request. */
export function verdictOf(meaning: Meaning, request: Request): Verdict {
  return meaning.answer(request).length === 0 ? 'allowed' : 'denied';
}

/** A request to S3, in the terms of the meaning. */
export function s3RequestOf({ action, bucket, key, owner = CUSTOMER, context = {} }: Probe): S3Request {
  const text = (name: string) => context[name] as string | undefined;
  return {
    kind: 's3',
    action,
    bucket,
    key,
    owner,
    prefix: text('s3:prefix'),
    acl: text('s3:x-amz-acl'),
    encryption: text('s3:x-amz-server-side-encryption'),
    withoutTls: text('aws:SecureTransport') === 'false',
  };
}

/** A use of a key, in the terms of the meaning. */
export function keyRequestOf({ action, keyArn, encryptionContext, viaService = viaS3() }: KeyProbe, { keys }: Declaration): KeyRequest {
  const arns = keys.map(({ id, owner = CUSTOMER, region = REGION }) => `arn:aws:kms:${region}:${owner}:key/${id}`);
  const position = arns.indexOf(keyArn);
  return { kind: 'kms', action, key: position < 0 ? keys.length : position, encryptionContext, viaService: viaService ?? undefined };
}

/** An attempt to assume the role, in the terms of the meaning. */
export function assumeRequestOf({ principal, externalId, tags }: Assumption): Request {
  return { kind: 'assume', principal, externalId, tags };
}
