import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { FAILURE, MESSAGES } from './outputs';
import { runNode } from './run-node';
import { jobsFor } from './subjects';
import { Job, OUT } from './subjects/job';
import { tidy } from './tidy';
import { ROOT } from './workspace';

/** How many processes run at a time. */
const AT_A_TIME = 2;

/** Writes all that a compiled library makes into a folder; what is thrown away goes into a temporary one. */
export async function record(library: string, outputs: string, temporary: string): Promise<void> {
  mkdirSync(temporary, { recursive: true });
  const waiting = jobsFor(library).reverse();
  await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
      await run(job, outputs, temporary);
    }
  }));
  tidy(outputs, { outputs, library, root: ROOT, temporary });
}

async function run({ name, args, cwd, env = {}, input = {}, mayFail = false }: Job, outputs: string, temporary: string): Promise<void> {
  const out = join(outputs, name);
  const placed = (text: string) => text.replace(OUT, out);
  mkdirSync(out, { recursive: true });
  Object.entries(input).forEach(([file, content]) => writeFileSync(join(out, file), content));
  const variables = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, placed(value)]));
  const { code, stdout, stderr } = await runNode(args.map(placed), cwd ?? out, { ...variables, TMPDIR: temporary });
  Object.keys(input).forEach((file) => rmSync(join(out, file)));
  const write = (file: string, content: string) => content !== '' && writeFileSync(join(out, file), content);
  if (code !== 0 && !mayFail) {
    write(`process${FAILURE}`, `ended with ${code}\n${stderr}`);
  } else {
    write('exit-code.txt', code === 0 ? '' : `${code}\n`);
    write('stdout.txt', stdout);
    write(`stderr${MESSAGES}`, stderr);
  }
}
