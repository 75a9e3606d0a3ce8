import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { App } from 'aws-cdk-lib';
import { FAILURE, MESSAGES } from '../outputs';

/** What only tools read, and what is known from the templates. */
const LEFT_OUT = /^(manifest\.json|tree\.json|cdk\.out|.*\.(assets|metadata)\.json)$/;

/** Synthesizes an app, and writes its templates, kits and assets, and what was said about its stacks. */
export function writeApp(out: string, make: (outdir: string) => App): void {
  const outdir = mkdtempSync(join(tmpdir(), 'same-app-'));
  try {
    const { directory, stacks } = make(outdir).synth();
    mkdirSync(out, { recursive: true });
    for (const name of readdirSync(directory).filter((each) => !LEFT_OUT.test(each))) {
      cpSync(join(directory, name), join(out, name), { recursive: true });
    }
    for (const { stackName, messages } of stacks) {
      if (messages.length > 0) {
        writeFileSync(join(out, `${stackName}${MESSAGES}`), messages.map(({ id, level, entry }) => `${level} ${id}: ${String(entry.data)}\n`).join(''));
      }
    }
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The same, for one app of many: its failure does not hide the others. */
export function tryApp(out: string, make: (outdir: string) => App): void {
  try {
    writeApp(out, make);
  } catch (error) {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(`${out}${FAILURE}`, `${String(error)}\n`);
  }
}
