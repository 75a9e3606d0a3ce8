/**
 * Mutation testing: Stryker changes the code in thousands of small ways, and the tests must notice each.
 *
 *     npm run prove:mutation                             the pure core
 *     npm run prove:mutation -- --all                    the core, the constructs, and the tools
 *     npm run prove:mutation -- --since last-tag --core  the core, and what has changed in the constructs
 *     npm run prove:mutation -- --since main             what has changed since a commit, in core and constructs
 *     npm run prove:mutation -- --mutate 'src/policy/write/pack.ts,src/policy/vendor/*.ts'
 *     npm run prove:mutation -- --budget 500             so many mutants at most outside the core, spread evenly
 *     npm run prove:mutation -- --concurrency 1          with one worker; two unless told otherwise
 *
 * In the core, a mutant that no test notices fails, unless equivalents/ says why it makes no difference; so does an entry there
 * whose mutant does not survive. Of the constructs, nine in ten mutants of each folder have to be noticed or listed; of the tools, the
 * score is told. What has changed is sampled where it is much. Reports and lists of survivors: reports/proof/mutation/.
 */
import { EQUIVALENTS } from './equivalents';
import { mutation } from './part';
import { Request, requestOf } from './request';
import { constructs, core, tools } from './scope';
import { bundle } from '../../../build-tools/bundle/bundle';
import { publish } from '../report/publish';

let request: Request;
try {
  request = requestOf(process.argv.slice(2));
} catch (e) {
  process.stderr.write(`prove:mutation: ${e instanceof Error ? e.message : String(e)}\n`);
  process.exit(1);
}
if (request.runs.some(({ scope }) => scope.name === 'reported')) {
  // A kit holds the set-up page.
  bundle();
}
publish([mutation(request, EQUIVALENTS, [core(), constructs(), tools()])]);
