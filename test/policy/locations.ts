import {
  AccessOptions, actionsFor, COMMON_VARIABLES, compileScope, KeyScope, KmsKeyUse, Location, Mode, Scopes, WHOLE_BUCKET,
} from '../../src/policy/grant';
import { EVERY_KEY } from '../../src/policy/grant/key-scope';
import { patternsFrom, KeyPattern } from '../../src/policy/pattern';

export const OWNER = '111122223333';
export const VIDEOS = 'arn:aws:s3:::videos';

export const KEY: KmsKeyUse = { keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/abcd', viaService: ['s3.eu-west-1.amazonaws.com'] };
export const ALIAS: KmsKeyUse = {
  aliasName: 'alias/videos', keysArn: 'arn:aws:kms:eu-west-1:111122223333:key/*', viaService: ['s3.eu-west-1.amazonaws.com'],
};

/** A location in the bucket `videos`, or as said otherwise. */
export function location(mode: Mode, more: Partial<Location> = {}, options: AccessOptions = {}): Location {
  const { scopes = WHOLE_BUCKET } = more;
  return {
    field: 'access[0]',
    bucketArn: VIDEOS,
    owner: OWNER,
    requireTls: true,
    scopes,
    patterns: patternsFrom(more.field ?? 'access[0]', patternsOf(scopes)),
    actions: actionsFor(mode, options, {}),
    kmsKeys: [],
    ...more,
  };
}

/** What scopes stand for, as the door compiles them. */
export function patternsOf(scopes: Scopes): KeyPattern[] {
  return scopes === WHOLE_BUCKET ? [EVERY_KEY] : scopes.map((scope) => compileScope(scope, COMMON_VARIABLES, 'access[0]'));
}

export function folders(...paths: string[]): KeyScope[] {
  return paths.map((path) => ({ kind: 'folder', path }));
}

export const PINNED = { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:ResourceAccount': OWNER } };
