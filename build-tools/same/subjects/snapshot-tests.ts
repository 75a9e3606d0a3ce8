/** Runs the snapshot tests, with a Jest that knows snapshots only and writes them down instead of judging them. */
import { mkdirSync, readdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { FAILURE } from '../outputs';
import { ROOT } from '../workspace';

const FOLDER = join(ROOT, 'test', 'snapshots');

const [out] = process.argv.slice(2);
const place: string[] = [];

function inside(name: string, run: () => void): void {
  place.push(name);
  run();
  place.pop();
}

function test(name: string, run: () => void): void {
  inside(name, () => {
    try {
      run();
    } catch (error) {
      write(FAILURE, `${String(error)}\n`);
    }
  });
}

function write(ending: string, content: string): void {
  writeFileSync(join(out, `${place.join(' ').replace(/[^\w ]/g, '').replace(/ /g, '-')}${ending}`), content);
}

Object.assign(globalThis, {
  // Nothing is left to do between one test and the next.
  beforeAll: (run: () => void) => run(),
  describe: inside,
  test,
  expect: (value: unknown) => ({ toMatchSnapshot: () => write('.json', `${JSON.stringify(value, undefined, 2)}\n`) }),
});

mkdirSync(out, { recursive: true });
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.test.ts')).sort()) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  inside(file.replace('.test.ts', ''), () => require(join(FOLDER, file)));
}
