import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { TemplateJson } from '../../support/intrinsics';

const INTEG = resolve(__dirname, '..', '..', '..', 'integ');

/** Templates of the integration tests, as they once were. */
export const HISTORY = join(INTEG, 'history');

/** A template of one of the stacks under `integ/`. */
export interface Snapshot {
  readonly stack: string;
  /** Where it comes from, for messages. */
  readonly version: string;
  readonly text: string;
  readonly template: TemplateJson;
}

/** The present snapshots; the stacks that hold the tests' own assertions grant nothing and are left out. */
export function presentSnapshots(): Snapshot[] {
  return readdirSync(INTEG)
    .filter((folder) => folder.endsWith('.snapshot'))
    .flatMap((folder) => readdirSync(join(INTEG, folder))
      .filter((file) => file.endsWith('.template.json') && file !== 'Assertions.template.json')
      .map((file) => read(file.replace('.template.json', ''), 'present', join(INTEG, folder, file))));
}

/** Every version of a stack that is kept, the present one included. */
export function archived(stack: string): Snapshot[] {
  const folder = join(HISTORY, stack);
  return (existsSync(folder) ? readdirSync(folder) : []).sort().map((file) => {
    const snapshot = read(stack, file.replace('.template.json', ''), join(folder, file));
    if (!file.endsWith(`-${hashOf(snapshot)}.template.json`)) {
      throw new Error(`integ/history/${stack}/${file} was changed: what was deployed once stays as it was`);
    }
    return snapshot;
  });
}

/** The names of all stacks that were ever archived. */
export function archivedStacks(): string[] {
  return readdirSync(HISTORY, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Whether two snapshots hold the same template. */
export function same(one: Snapshot, other: Snapshot): boolean {
  return hashOf(one) === hashOf(other);
}

/** Keeps a snapshot; gives its file, or undefined if it is kept already. */
export function archive(snapshot: Snapshot, date: string): string | undefined {
  const folder = join(HISTORY, snapshot.stack);
  mkdirSync(folder, { recursive: true });
  if (archived(snapshot.stack).some((earlier) => same(earlier, snapshot))) {
    return undefined;
  }
  const file = join(folder, `${date}-${hashOf(snapshot)}.template.json`);
  writeFileSync(file, snapshot.text);
  return file;
}

function read(stack: string, version: string, file: string): Snapshot {
  const text = readFileSync(file, 'utf8');
  return { stack, version, text, template: JSON.parse(text) };
}

/** Of the template, not of its white space. */
function hashOf({ template }: Snapshot): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 8);
}
