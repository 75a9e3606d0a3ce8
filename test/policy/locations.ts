import { actionsFor, COMMON_VARIABLES, KeyScope, KmsKeyUse, Location, Mode, WHOLE_BUCKET } from '../../src/policy/grant';
import { AccessOptions } from '../../src/policy/grant/actions';

export const OWNER = '111122223333';
export const VIDEOS = 'arn:aws:s3:::videos';

export const KEY: KmsKeyUse = { keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/abcd', viaService: ['s3.eu-west-1.amazonaws.com'] };
export const ALIAS: KmsKeyUse = {
  aliasName: 'alias/videos', keysArn: 'arn:aws:kms:eu-west-1:111122223333:key/*', viaService: ['s3.eu-west-1.amazonaws.com'],
};

/** A location in the bucket `videos`, or as said otherwise. */
export function location(mode: Mode, more: Partial<Location> = {}, options: AccessOptions = {}): Location {
  return {
    field: 'access[0]',
    bucketArn: VIDEOS,
    owner: OWNER,
    requireTls: true,
    scopes: WHOLE_BUCKET,
    variables: COMMON_VARIABLES,
    actions: actionsFor(mode, options, {}, 'access[0]'),
    keys: [],
    ...more,
  };
}

export function folders(...paths: string[]): KeyScope[] {
  return paths.map((path) => ({ kind: 'folder', path }));
}

export const PINNED = { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:ResourceAccount': OWNER } };
