import { existsSync, readdirSync } from 'fs';
import { join } from 'path';
import { Job, OUT } from './job';
import { typescript } from './script';

/** The examples of a revision, with its own library: what they print, and what their apps synthesize. What `main.ts` synthesizes is left where it is: it holds stack traces. */
export function exampleJobs(library: string): Job[] {
  const names = readdirSync(join(library, 'examples')).sort();
  return names.flatMap((name) => ['main', 'app'].filter((part) => existsSync(join(library, 'examples', name, `${part}.ts`))).map((part): Job => {
    const file = join(library, 'examples', name, `${part}.ts`);
    return {
      name: `examples/${name}-${part}`,
      cwd: library,
      ...(part === 'main' ? typescript(library, file) : typescript(library, join(__dirname, 'example-app.ts'), file, OUT)),
    };
  }));
}
