import { checkBucketName, checkPrincipalArn } from '../../policy/aws';
import { didYouMean, fail, Issues, raising } from '../../policy/base';
import { checkExternalId, checkPlace, compileScope, Mode } from '../../policy/grant';
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
  /** An object inside that is there, to read; by default one that the listing shows. */
  readonly object?: string;
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
  /** An object inside that is there. */
  readonly object?: string;
}

/** Checks it with the checks that the role itself has gone through. */
export function checkTarget(input: VerifyInput): Target {
  return raising((issues) => checkParts(input, issues));
}

function checkParts(input: VerifyInput, issues: Issues): Target {
  const { roleArn, externalId, bucket, prefix, mode, listing = 'default', outside, object, delete: deletes = false } = input;
  checkPlace({
    field: '--prefix',
    parts: prefix === undefined ? undefined : [{ field: '--prefix', scope: { kind: 'folder', path: prefix } }],
    wholeBucket: input.wholeBucket ?? false,
    words: { ...SCOPE_OPTIONS, wholeForFolder: SCOPE_OPTIONS.whole },
  }, {}, issues);
  issues.check(() => oneOf(mode, MODES, '--mode'));
  issues.check(() => listing === 'default' || oneOf(listing, ['allowed', 'refused'], '--listing'));
  issues.check(() => checkPrincipalArn(roleArn, 'role', '--role-arn'));
  if (externalId !== undefined) {
    issues.check(() => checkExternalId(externalId, '--external-id'));
  }
  issues.check(() => checkBucketName(bucket, '--bucket'));
  const folder = prefix === undefined ? '' : withSlash(prefix);
  const reads = mode !== 'write';
  return {
    roleArn,
    externalId,
    bucket,
    folder,
    mode: mode as Mode,
    reads,
    writes: mode !== 'read',
    lists: listing === 'default' ? reads : listing === 'allowed',
    deletes,
    outside: outside === undefined ? undefined : issues.check(() => checkOutside(outside, folder)),
    object: object === undefined ? undefined : issues.check(() => checkObject(object, folder)),
  };
}

function oneOf(value: string, known: readonly string[], field: string): boolean {
  return known.includes(value) || fail('ValueTypeInvalid', field, value, `${didYouMean(value, known)}give one of ${known.join(', ')}`);
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

function checkOutside(path: string, folder: string): string {
  if (folder === '') {
    throw new CommandError(EXIT.usage, `--outside: received ${JSON.stringify(path)}; nothing lies outside of the whole bucket, so leave it out`);
  }
  // Nobody means the whole bucket here, so `*` is a folder of that name.
  compileScope({ kind: 'folder', path }, {}, '--outside');
  const outside = withSlash(path);
  if (outside.startsWith(folder)) {
    throw new CommandError(EXIT.usage, `--outside: received ${JSON.stringify(path)}; it lies inside of what was agreed on; give a folder beside that`);
  }
  return outside;
}

function checkObject(key: string, folder: string): string {
  compileScope({ kind: 'object', key }, {}, '--object');
  if (!key.startsWith(folder)) {
    throw new CommandError(EXIT.usage, `--object: received ${JSON.stringify(key)}; it does not lie inside of what was agreed on; give its whole key, such as ${JSON.stringify(`${folder}${key}`)}`);
  }
  return key;
}
