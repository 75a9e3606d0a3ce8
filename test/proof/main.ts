/**
 * `npm run prove`: the parts of the proof that need nothing but Node.js. See docs/proof.md.
 */
process.env.CDK_VALIDATION = 'false';

import { excess } from './excess/part';
import { hostile } from './hostile/part';
import { kms } from './kms/part';
import { parseOptions, ProveOptions, USAGE } from './options';
import { PartResult } from './report/part';
import { publish } from './report/publish';
import { solver } from './solver/part';
import { worlds } from './worlds/part';
import { replay } from './worlds/replay';

const PARTS: Readonly<Record<string, (options: ProveOptions) => PartResult | Promise<PartResult>>> = {
  worlds,
  solver,
  kms,
  excess: () => excess(),
  hostile,
};

async function main(options: ProveOptions): Promise<void> {
  if (options.caseFile !== undefined) {
    process.exitCode = await again(options.caseFile);
    return;
  }
  const results: PartResult[] = [];
  for (const name of new Set(options.only ?? Object.keys(PARTS))) {
    process.stdout.write(`${name} …\n`);
    results.push(await PARTS[name](options));
  }
  publish(results);
}

/** 0 if the case is answered as declared, 1 if not, 2 if it cannot be asked. */
async function again(file: string): Promise<number> {
  try {
    return await replay(file) ? 0 : 1;
  } catch (e) {
    process.stderr.write(`${file} cannot be asked again: ${(e instanceof Error ? e.message : String(e)).split('\n')[0]}\n`);
    return 2;
  }
}

let options: ProveOptions;
try {
  options = parseOptions(process.argv.slice(2));
  const unknown = options.only?.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    throw new Error(`there is no part ${JSON.stringify(unknown)}`);
  }
} catch (e) {
  process.stderr.write(`${e instanceof Error ? e.message : String(e)}\n\n${USAGE}\n`);
  process.exit(2);
}

// The solver leaves threads behind that would keep the process alive.
main(options).then(() => process.exit(process.exitCode), (e) => {
  process.stderr.write(`${e instanceof Error ? e.stack : String(e)}\n`);
  process.exit(1);
});
