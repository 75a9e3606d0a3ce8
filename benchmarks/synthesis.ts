import { alternate, timed } from './measure/alternate';
import { Row, timeRow } from './measure/row';
import { declareAccess, grantAccess, Scenario, scenario, withOutdir } from './scenario';

/** Locations, how often each is measured, and what the ratio should be at most. */
const SIZES: ReadonlyArray<readonly [number, number, string?]> = [[1, 300, '1.15'], [10, 100], [100, 25], [400, 15, '0.50']];

/** Making and synthesizing a role for so many locations, against the CDK's own grants. The buckets are in both. */
export function synthesisRows(): Row[] {
  return SIZES.map(([count, rounds, aim]) => {
    const run = (declare: (given: Scenario) => void) => () => withOutdir((outdir) => {
      const given = scenario(count, outdir);
      return timed(() => {
        declare(given);
        given.app.synth();
      });
    });
    const runs = { ours: run((given) => declareAccess(given)), grants: run(grantAccess) };
    // Until the compiler of Node.js is done with both: there are a few times as many functions in the one as in the other.
    alternate(rounds, runs);
    const { ours, grants } = alternate(rounds, runs);
    return timeRow(`synthesis, ${count} ${count === 1 ? 'location' : 'locations'} / CDK grants`, ours, grants, aim);
  });
}
