/**
 * Mutation testing: Stryker changes the code in thousands of small ways, and the tests must notice each.
 *
 *     npm run prove:mutation                             the pure core
 *     npm run prove:mutation -- --all                    the core, and the constructs' wiring
 *     npm run prove:mutation -- --since main             what has changed since a commit, in either
 *     npm run prove:mutation -- --mutate 'src/policy/write/pack.ts,src/policy/vendor/*.ts'
 *     npm run prove:mutation -- --concurrency 1          with one worker; two unless told otherwise
 *
 * In the core, a mutant that no test notices fails, unless equivalents/ says why it makes no difference; so does an entry there
 * whose mutant does not survive. In the wiring, a tenth of a file's mutants may survive without being listed. The core takes a
 * minute, the wiring about an hour; one file of the core takes seconds. Reports and lists of survivors: reports/proof/mutation/.
 */
import { EQUIVALENTS } from './equivalents';
import { mutation } from './part';
import { requestOf } from './request';
import { core, wiring } from './scope';
import { publish } from '../report/publish';

const request = requestOf(process.argv.slice(2));
if (request.runs.length === 0) {
  process.stdout.write('No source file has changed: nothing to mutate.\n');
} else {
  publish([mutation(request, EQUIVALENTS, [core(), wiring()])]);
}
