import { Token } from 'aws-cdk-lib';
import { fail } from '../../policy/base';

/** Checks that a value is a list of known length; what it holds is checked entry by entry. */
export function checkList<T>(values: readonly T[], field: string): readonly T[] {
  if (Token.isUnresolved(values)) {
    fail('ListUnresolved', field, 'a list that is known only at deployment', 'give the entries one by one; each of them may be a token');
  }
  if (!Array.isArray(values)) {
    fail('ValueTypeInvalid', field, values, 'give a list');
  }
  // A copy without holes: what is missing must be checked like everything else.
  return Array.from(values);
}

/** The same for a list that may be left out. */
export function checkOptionalList<T>(values: readonly T[] | undefined, field: string): readonly T[] | undefined {
  return values === undefined ? undefined : checkList(values, field);
}
