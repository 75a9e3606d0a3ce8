import { join } from 'path';
import { CASES } from './cases';
import { MISTAKES } from './mistakes';
import { SOURCES } from './sources';
import { Job } from '../job';

/** The command line of a library, with everything that it can make, and with mistakes. */
export function commandLineJobs(library: string): Job[] {
  const job = (name: string, args: readonly string[], input?: Job['input']): Job =>
    ({ name, args: [join(library, 'bin', 'vendor-s3-access'), ...args], input, mayFail: true });
  return [
    ...SOURCES.flatMap((source) => Object.entries(CASES)
      .filter(([, { standings }]) => standings.includes(source.standing))
      .map(([name, { section, args }]) => job(`${section}/${source.name}/${name}`, args(source), source.input))),
    ...MISTAKES.map((args, i) => job(`messages/command-line/${i}-${args.join(' ').replace(/\W+/g, '-').slice(0, 100)}`, args)),
  ];
}
