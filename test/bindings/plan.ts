import { ConstructRecipe, fixturesOf, Recipe } from './recipe';

/** All apps that are to be built, each of them once. */
export class Plan {
  public readonly recipes: Recipe[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of an app with these constructs. */
  public add(constructs: readonly ConstructRecipe[]): number {
    const text = JSON.stringify(constructs);
    const known = this.numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    this.recipes.push({ fixtures: fixturesOf(constructs), constructs });
    this.numbers.set(text, this.recipes.length - 1);
    return this.recipes.length - 1;
  }
}
