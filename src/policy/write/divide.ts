import { jsonSize, statementSize } from './size';
import { Statement, valuesOf, withValues } from '../document';

/** A statement cut in two: what fits, and what is left of it. */
interface Division {
  readonly head: Statement;
  readonly tail: Statement;
}

/** The lists of a statement that can be cut: together, the pieces allow just what the whole did. */
interface Cut {
  readonly values: readonly string[];
  with(values: readonly string[]): Statement;
}

/** The lists that can be cut, the longest first. */
function cuts(statement: Statement): Cut[] {
  const result: Cut[] = [{ values: statement.resources, with: (resources) => ({ ...statement, resources }) }];
  if (statement.divisible) {
    const { operator, key } = statement.divisible;
    result.push({
      values: valuesOf(statement.conditions, operator, key),
      with: (part) => ({ ...statement, conditions: withValues(statement.conditions, operator, key, part) }),
    });
  }
  return result
    .filter((cut) => cut.values.length > 1)
    .map((cut) => ({ cut, size: jsonSize(cut.values) }))
    .sort((a, b) => b.size - a.size)
    .map(({ cut }) => cut);
}

/** Cuts the longest list of a statement in the middle; nothing when there is no list to cut. */
export function halve(statement: Statement): Division | undefined {
  const [cut] = cuts(statement);
  const middle = cut && Math.ceil(cut.values.length / 2);
  return cut && { head: cut.with(cut.values.slice(0, middle)), tail: cut.with(cut.values.slice(middle)) };
}

/**
 * Cuts a statement so that as much of it as possible fits into a number of characters.
 *
 * The longer of its lists is cut; where not even one value of it fits, the other.
 *
 * @returns nothing when no cut helps
 */
export function divide(statement: Statement, room: number): Division | undefined {
  for (const cut of cuts(statement)) {
    // Two values fix the size of the frame; a list of one is rendered without brackets, which only saves room.
    const frame = statementSize(cut.with(cut.values.slice(0, 2))) - jsonSize(cut.values[0]) - jsonSize(cut.values[1]) - 1;
    let size = frame;
    let count = 0;
    while (count < cut.values.length - 1) {
      const next = jsonSize(cut.values[count]) + (count > 0 ? 1 : 0);
      const brackets = count === 0 ? 2 : 0;
      if (size + next - brackets > room) {
        break;
      }
      size += next;
      count++;
    }
    if (count > 0) {
      return { head: cut.with(cut.values.slice(0, count)), tail: cut.with(cut.values.slice(count)) };
    }
  }
  return undefined;
}
