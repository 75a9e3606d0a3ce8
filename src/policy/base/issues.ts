import { AccessError } from './access-error';
import { Issue } from './issue';

/**
 * All that is wrong with a declaration, instead of the first thing.
 *
 * Checks of single values throw; here they are run one by one, so that one mistake does not hide another. Of one field, the first
 * mistake is enough: the others mostly follow from it.
 */
export class Issues {
  private readonly found = new Map<string, Issue>();

  /** What is wrong, once for each field, in the order in which it was found. */
  public get all(): Issue[] {
    return [...this.found.values()];
  }

  /** Whether nothing is wrong so far. */
  public get none(): boolean {
    return this.found.size === 0;
  }

  /**
   * Runs a check; nothing if it fails.
   *
   * @param shownAt the field that can be changed, where the check itself names another
   */
  public check<T>(run: () => T, shownAt?: string): T | undefined {
    try {
      return run();
    } catch (e) {
      if (!(e instanceof AccessError)) {
        throw e;
      }
      e.issues.forEach((issue) => this.add(shownAt === undefined ? issue : { ...issue, field: shownAt }));
      return undefined;
    }
  }

  public add(issue: Issue): void {
    if (!this.found.has(issue.field)) {
      this.found.set(issue.field, issue);
    }
  }

  /** Runs several checks, and keeps what they find; what they make is whole, or nothing. */
  public group<T>(run: (issues: Issues) => T | undefined): T | undefined {
    const found = new Issues();
    const result = run(found);
    found.all.forEach((issue) => this.add(issue));
    return found.none ? result : undefined;
  }

  /** Throws what is wrong, if anything is; the message tells the first. */
  public raise(): void {
    const [first, ...others] = this.all;
    if (first !== undefined) {
      throw new AccessError([first, ...others]);
    }
  }
}

/** Runs checks, and throws all that they found. What they make is whole then. */
export function raising<T>(run: (issues: Issues) => T | undefined): T {
  const issues = new Issues();
  const result = run(issues);
  issues.raise();
  return result!;
}
