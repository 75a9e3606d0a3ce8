import { readFileSync } from 'fs';
import { describeDifference } from './describe-difference';
import { Difference } from './run-world';
import { Meaning } from '../oracle/meaning';
import { ask } from '../world/ask';
import { build } from '../world/build';

/** Asks one request again, with today's library and oracle. Tells whether the two agree. */
export async function replay(file: string): Promise<boolean> {
  const { declaration, request } = JSON.parse(readFileSync(file, 'utf8')) as Difference;
  const verdict = await ask(build(declaration), request);
  const expected = new Meaning(declaration).answer(request);
  const agree = verdict === (expected.length === 0 ? 'allowed' : 'denied');
  process.stdout.write(agree ? `as declared: ${verdict}\n` : `${describeDifference({ declaration, request, expected, verdict }, file)}\n`);
  return agree;
}
