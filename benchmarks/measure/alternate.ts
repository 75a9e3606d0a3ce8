import { median } from './median';

/** Gives how long one run took, in milliseconds. */
export type Run = () => number;

/** Runs several things in turn, so that what else the machine does falls on all of them alike; gives the median of each. */
export function alternate<K extends string>(rounds: number, runs: Readonly<Record<K, Run>>): Record<K, number> {
  const times = new Map<K, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(runs) as K[]) {
      times.set(name, [...times.get(name) ?? [], runs[name]()]);
    }
  }
  return Object.fromEntries([...times].map(([name, values]) => [name, median(values)])) as Record<K, number>;
}

/** How long the processor works on something: unlike the time that passes, what other programs do is no part of it. */
export function timed(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
