import { relative } from 'path';
import { archive, presentSnapshots } from './history';

/** Keeps the present snapshots of `integ/` for the upgrades of the future. `npx projen integ:update` ends with it. */
const today = new Date().toISOString().slice(0, 10);
const written = presentSnapshots().flatMap((snapshot) => archive(snapshot, today) ?? []);
written.forEach((file) => process.stdout.write(`archived ${relative(process.cwd(), file)}\n`));
if (written.length === 0) {
  process.stdout.write('All present snapshots are archived.\n');
}
