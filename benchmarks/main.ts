/**
 * Measures the library against the CDK, side by side in one run, each number the median of alternating runs. Absolute times depend on the
 * machine and on what else it does; the ratios are what counts. The library must be compiled.
 *
 * Names of parts as arguments run these alone.
 */
import { addAccessRows } from './add-access';
import { capacityRows } from './capacity';
import { growthRows } from './growth';
import { importRows } from './import';
import { Row } from './measure/row';
import { synthesisRows } from './synthesis';

const PARTS: Readonly<Record<string, () => Row[]>> = {
  'import': importRows,
  'synthesis': synthesisRows,
  'add-access': addAccessRows,
  'capacity': capacityRows,
  'growth': growthRows,
};

const asked = process.argv.slice(2);
const rows = Object.entries(PARTS).filter(([name]) => asked.length === 0 || asked.includes(name)).flatMap(([, measure]) => measure());
// eslint-disable-next-line no-console
console.table(Object.fromEntries(rows.map(({ what, ...numbers }) => [what, numbers])));
