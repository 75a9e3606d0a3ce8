import { PrincipalWords } from '../aws';

/** How those who describe a vendor do that, for messages in their language. */
export interface VendorWords {
  /** What they call a part of the description, such as `accounts[0]`, or all of it, which has an empty path. */
  readonly at: (path: string) => string;
  /** What a group of named fields is. */
  readonly struct: string;
  /** What to do about a number in the place of a text. */
  readonly number: string;
  /** How they trust a whole account. */
  readonly principals?: PrincipalWords;
}

/** What a definition is written in: a file of one kind or the other, or a program. */
export type DefinitionForm = 'YAML' | 'JSON' | 'object';

const PRINCIPALS: PrincipalWords = { account: 'name its ID in accounts', pattern: 'name its account in accounts, and the pattern in principalArns' };

const FORMS: Readonly<Record<DefinitionForm, Pick<VendorWords, 'struct' | 'number'>>> = {
  YAML: { struct: 'give a mapping with named fields', number: 'YAML reads this as a number, without leading zeros: write it in quotes' },
  JSON: { struct: 'give an object with named fields', number: 'this is a number: write it in quotes' },
  object: { struct: 'give an object with named fields', number: 'give it as a string' },
};

/**
 * The words of a definition.
 *
 * @param at what its fields are called; by default by their names alone, as in a file
 */
export function definitionWords(form: DefinitionForm, at: VendorWords['at'] = (path) => path || 'definition'): VendorWords {
  return { ...FORMS[form], at, principals: PRINCIPALS };
}

/** Fields of what has a name. */
export function fieldsOf(name: string): VendorWords['at'] {
  return (path) => (path === '' ? name : `${name}.${path}`);
}
