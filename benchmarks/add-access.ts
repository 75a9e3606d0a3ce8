import { alternate, timed } from './measure/alternate';
import { Row, timeRow } from './measure/row';
import { declareAccess, scenario, withOutdir } from './scenario';

const LOCATIONS = 400;
const ROUNDS = 9;

/** One `addAccess` a location against one declaration with all: as long as it takes to declare, and with synthesis. */
export function addAccessRows(): Row[] {
  const declare = (oneByOne: boolean, synth: boolean) => () => withOutdir((outdir) => {
    const given = scenario(LOCATIONS, outdir);
    return timed(() => {
      declareAccess(given, oneByOne);
      if (synth) {
        given.app.synth();
      }
    });
  });
  const runs = { loop: declare(true, false), once: declare(false, false), loopToEnd: declare(true, true), onceToEnd: declare(false, true) };
  alternate(ROUNDS, runs); // warm-up
  const { loop, once, loopToEnd, onceToEnd } = alternate(ROUNDS, runs);
  return [
    timeRow(`${LOCATIONS} addAccess / one call`, loop, once, '1.30'),
    timeRow('the same, with synthesis', loopToEnd, onceToEnd),
  ];
}
