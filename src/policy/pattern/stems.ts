import { byCodeUnit } from '../base';

/** A growing set of texts that finds out whether a further one starts like one of them, or one of them like it. */
export class Stems {
  private readonly sorted: string[] = [];
  private readonly all = new Set<string>();
  private readonly lengths = new Set<number>();

  /** Adds a text. */
  public add(stem: string): void {
    if (!this.all.has(stem)) {
      this.all.add(stem);
      this.lengths.add(stem.length);
      this.sorted.splice(this.place(stem), 0, stem);
    }
  }

  /** Whether one of the texts is the beginning of this one, or this one of theirs. */
  public isRelated(stem: string): boolean {
    // All that start with it follow it directly.
    return (this.sorted[this.place(stem)]?.startsWith(stem) ?? false)
      || [...this.lengths].some((length) => this.all.has(stem.slice(0, length)));
  }

  /** Where it is, or would be. */
  private place(stem: string): number {
    let from = 0;
    let to = this.sorted.length;
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if (byCodeUnit(this.sorted[middle], stem) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
