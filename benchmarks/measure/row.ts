/** One line of the table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: string;
  /** What the project wants it to be at most; none where it is only watched. */
  readonly aim: string;
}

/** Two times, side by side. */
export function timeRow(what: string, ours: number, against: number, aim = ''): Row {
  return { what, ours: `${ours.toFixed(1)} ms`, against: `${against.toFixed(1)} ms`, ratio: (ours / against).toFixed(2), aim };
}

/** Two counts, side by side. */
export function countRow(what: string, ours: number, against: number, aim = ''): Row {
  return { what, ours: String(ours), against: String(against), ratio: (ours / against).toFixed(2), aim };
}
