import { Mode } from '../../policy/grant';
import { Setup } from '../form';

const PURPOSES: Readonly<Record<Mode, string>> = { read: 'To read', write: 'To write', readWrite: 'To read and write' };

/**
 * Comments for code, one for each bucket, that say whether it is opened as a whole: in policies that is a mere asterisk.
 *
 * Nothing that was typed is in them, and nothing that means something to a shell.
 */
export function scopeComments({ buckets }: Setup, indent = ''): string {
  return buckets.map(({ prefix, mode }, i) =>
    `${indent}# ${PURPOSES[mode]}: ${prefix === undefined ? 'everything in bucket' : 'one folder of bucket'} ${i + 1}.\n`).join('');
}
