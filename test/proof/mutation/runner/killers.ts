/** How many of the last to notice a mutant are remembered, for a declaration and for a file. */
const REMEMBERED = 12;

/** Which tests have noticed mutants lately: the next mutant near by is likely to be noticed by the same. */
export class Killers {
  private readonly known = new Map<string, readonly string[]>();

  /** The same tests, with those in front that noticed something at these places, a nearer place first. */
  public first(tests: readonly string[], places: readonly string[]): string[] {
    const here = new Set(tests);
    const lately = places.flatMap((place) => this.known.get(place) ?? []).filter((test) => here.has(test));
    return [...new Set([...lately, ...tests])];
  }

  public remember(test: string, places: readonly string[]): void {
    for (const place of places) {
      this.known.set(place, [test, ...(this.known.get(place) ?? []).filter((known) => known !== test)].slice(0, REMEMBERED));
    }
  }
}
