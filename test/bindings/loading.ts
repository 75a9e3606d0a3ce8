import { join } from 'path';
import { Harness } from './harnesses';
import { command } from '../../build-tools/bindings/command';

const HARNESS = join(__dirname, 'harness');

/** Files of the library, in the order in which they were loaded. */
interface Loaded {
  readonly imported: readonly string[];
  readonly used: readonly string[];
}

const EXPECTED: Loaded = { imported: ['lib/index.js'], used: ['lib/index.js', 'lib/access.js'] };

/** Whether Python, too, loads what is behind a name when that is used; what is wrong, if anything is. */
export async function loadingFromPython({ line: [interpreter], env }: Harness, dir: string): Promise<string | undefined> {
  const printed = await command(interpreter, [join(HARNESS, 'loading.py')], {
    cwd: dir,
    env: {
      ...env,
      LOADED_FILES: join(dir, 'loaded-files'),
      NODE_OPTIONS: `--require ${join(HARNESS, 'loading.cjs')}`,
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
    },
  });
  return JSON.stringify(JSON.parse(printed)) === JSON.stringify(EXPECTED) ? undefined : `it loads ${printed.trim()}; expected ${JSON.stringify(EXPECTED)}`;
}
