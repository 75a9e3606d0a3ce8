import { alternate, timed } from './measure/alternate';
import { Row, timeRow } from './measure/row';
import { declareAccess, grantAccess, Scenario, scenario, withOutdir } from './scenario';

/** Locations, how often each is measured, and what the ratio should be at most. */
const SIZES: ReadonlyArray<readonly [number, number, string?]> = [[1, 60, '1.15'], [10, 40], [100, 15], [400, 7, '0.50']];

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
    alternate(Math.min(rounds, 5), runs); // warm-up
    const { ours, grants } = alternate(rounds, runs);
    return timeRow(`synthesis, ${count} ${count === 1 ? 'location' : 'locations'} / CDK grants`, ours, grants, aim);
  });
}
