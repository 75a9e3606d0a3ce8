import { readFileSync } from 'fs';
import { describeDifference } from './describe-difference';
import { Difference } from './run-world';
import { ask } from '../judges/ask';
import { Meaning } from '../meaning/meaning';
import { build } from '../world/build';

/**
 * Asks one request again, with today's library and oracle. Tells whether the two agree; fails for a file that is no case
 * of this suite.
 */
export async function replay(file: string): Promise<boolean> {
  const { declaration, request } = readCase(file);
  const verdict = await ask(build(declaration), request);
  const expected = new Meaning(declaration).answer(request);
  const agree = verdict === (expected.length === 0 ? 'allowed' : 'denied');
  process.stdout.write(agree ? `as declared: ${verdict}\n` : `${describeDifference({ declaration, request, expected, verdict }, file)}\n`);
  return agree;
}

function readCase(file: string): Difference {
  const made: Partial<Difference> | null = JSON.parse(readFileSync(file, 'utf8'));
  const access = made?.declaration?.access;
  const known = Array.isArray(access) && access.every(({ mode }) => ['read', 'write', 'readWrite'].includes(mode))
    && ['role', 'user', 'bucketAccess'].includes(made!.declaration!.construct) && ['assume', 's3', 'kms'].includes(made!.request?.kind ?? '');
  if (!known) {
    throw new Error('it has no declaration and request');
  }
  return made as Difference;
}
