import { commandLineJobs } from './command-line';
import { exampleJobs } from './examples';
import { integJobs } from './integ';
import { Job } from './job';
import { script } from './script';

/** What of the working tree decides what is recorded; the rest is each side's own. */
export const SUBJECT_FOLDERS = ['build-tools/same', 'test/cases', 'test/cooperation', 'test/proof/lint/gallery', 'test/snapshots'];

/** All that is recorded of a compiled library. */
export function jobsFor(library: string): Job[] {
  return [
    script('stacks/gallery', 'gallery.ts', library),
    script('stacks/one-click', 'one-click.ts', library),
    script('stacks/snapshot-tests', 'snapshot-tests.ts', library),
    script('messages/bad-input', 'bad-input.ts', library),
    ...integJobs(library),
    ...exampleJobs(library),
    ...commandLineJobs(library),
  ];
}
