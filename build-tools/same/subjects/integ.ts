import { readdirSync } from 'fs';
import { join } from 'path';
import { Job, OUT } from './job';
import { typescript } from './script';

/** The integration tests of a revision, with its own library. */
export function integJobs(library: string): Job[] {
  return readdirSync(join(library, 'integ')).filter((file) => /^integ\..*\.ts$/.test(file)).sort().filter((file) => !file.endsWith('.snapshot')).map((file) => {
    const { args, env } = typescript(library, join('integ', file));
    return { name: `integ/${file.replace(/^integ\.|\.ts$/g, '')}`, cwd: library, args, env: { ...env, CDK_OUTDIR: OUT } };
  });
}
