import { checkBucketName, checkPrincipalArn } from '../../policy/aws';
import { fail } from '../../policy/base';
import { checkExternalId, checkScopeGiven, compileScope, Mode } from '../../policy/grant';
import { plainFolder } from '../../policy/request';
import { MODES } from '../../policy/vendor';
import { SCOPE_OPTIONS } from '../options';
import { CommandError, EXIT } from '../terminal';

/** What to verify, as typed. */
export interface VerifyInput {
  readonly roleArn: string;
  /** None for a vendor that sends none. */
  readonly externalId?: string;
  readonly bucket: string;
  /** The folder that was agreed on, if not the whole bucket was. */
  readonly prefix?: string;
  readonly wholeBucket?: boolean;
  readonly mode: string;
  /** Whether listing was agreed on; by default it goes with reading. */
  readonly listing?: string;
  /** Another folder of the bucket that must be closed. */
  readonly outside?: string;
  /** Whether deleting inside was agreed on; no mode includes it. */
  readonly delete?: boolean;
}

/** What to verify, checked. */
export interface Target {
  readonly roleArn: string;
  readonly externalId?: string;
  readonly bucket: string;
  /** The folder, with its final slash; empty for the whole bucket. */
  readonly folder: string;
  readonly mode: Mode;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly lists: boolean;
  readonly deletes: boolean;
  /** With its final slash. */
  readonly outside?: string;
}

/** Checks it with the checks that the role itself has gone through. */
export function checkTarget(input: VerifyInput): Target {
  const { roleArn, externalId, bucket, mode, listing = 'default', outside, delete: deletes = false } = input;
  checkScopeGiven({ parts: input.prefix !== undefined, wholeBucket: input.wholeBucket ?? false }, '--prefix', SCOPE_OPTIONS);
  const folder = input.prefix === undefined ? '' : checkAgreed(input.prefix);
  if (!MODES.includes(mode as Mode)) {
    fail('ValueTypeInvalid', '--mode', mode, `give ${MODES.join(', ')}`);
  }
  if (!['default', 'allowed', 'refused'].includes(listing)) {
    fail('ValueTypeInvalid', '--listing', listing, 'give allowed or refused');
  }
  const reads = mode !== 'write';
  return {
    roleArn: checkPrincipalArn(roleArn, 'role', '--role-arn'),
    externalId: externalId === undefined ? undefined : checkExternalId(externalId, '--external-id'),
    bucket: checkBucketName(bucket, '--bucket'),
    folder,
    mode: mode as Mode,
    reads,
    writes: mode !== 'read',
    lists: listing === 'default' ? reads : listing === 'allowed',
    deletes,
    outside: outside === undefined ? undefined : checkOutside(outside, folder),
  };
}

function checkAgreed(prefix: string): string {
  plainFolder(prefix, {}, '--prefix', SCOPE_OPTIONS);
  return withSlash(prefix);
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function checkOutside(path: string, folder: string): string {
  if (folder === '') {
    throw new CommandError(EXIT.usage, '--outside: nothing lies outside of the whole bucket; leave it out');
  }
  // Nobody means the whole bucket here, so `*` is a folder of that name.
  compileScope({ kind: 'folder', path }, {}, '--outside');
  const outside = withSlash(path);
  if (outside.startsWith(folder)) {
    throw new CommandError(EXIT.usage, `--outside: ${JSON.stringify(path)} lies inside of what was agreed on; give a folder beside it`);
  }
  return outside;
}
