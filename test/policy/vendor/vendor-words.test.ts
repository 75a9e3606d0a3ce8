import { raising } from '../../../src/policy/base';
import { DefinitionForm, definitionWords, fieldsOf, vendorFacts, VendorWords } from '../../../src/policy/vendor';

const ACCOUNT = '111122223333';

function message(data: unknown, words: VendorWords): string {
  try {
    raising((issues) => vendorFacts(data, { written: 'aws' }, words, issues));
  } catch (e) {
    return (e as Error).message;
  }
  throw new Error('nothing was wrong');
}

/** What is wrong with a definition, and what is said of it in each form: after its name, which programs put first. */
const ROWS: ReadonlyArray<readonly [wrong: string, data: unknown, said: Readonly<Record<DefinitionForm, string>>]> = [
  ['an account that is a number', { name: 'Acme', accounts: [12345678901] }, {
    YAML: 'DefinitionFieldInvalid: accounts[0]: received 12345678901; YAML reads this as a number, without leading zeros: write it in quotes',
    JSON: 'DefinitionFieldInvalid: accounts[0]: received 12345678901; this is a number: write it in quotes',
    object: 'DefinitionFieldInvalid: definition.accounts[0]: received 12345678901; give it as a string',
  }],
  ['a whole account as principal', { name: 'Acme', principals: [`arn:aws:iam::${ACCOUNT}:root`] }, {
    YAML: `ArnInvalid: principals[0]: received "arn:aws:iam::${ACCOUNT}:root"; this is a whole account; name its ID in accounts`,
    JSON: `ArnInvalid: principals[0]: received "arn:aws:iam::${ACCOUNT}:root"; this is a whole account; name its ID in accounts`,
    object: `ArnInvalid: definition.principals[0]: received "arn:aws:iam::${ACCOUNT}:root"; this is a whole account; name its ID in accounts`,
  }],
  ['a pattern as principal', { name: 'Acme', principals: ['*'] }, {
    YAML: 'ArnWildcard: principals[0]: received "*"; IAM takes no wildcard in a principal; name its account in accounts, and the pattern in principalArns',
    JSON: 'ArnWildcard: principals[0]: received "*"; IAM takes no wildcard in a principal; name its account in accounts, and the pattern in principalArns',
    object: 'ArnWildcard: definition.principals[0]: received "*"; IAM takes no wildcard in a principal; name its account in accounts, and the pattern in principalArns',
  }],
  ['what has no fields', null, {
    YAML: 'DefinitionFieldInvalid: definition: received null; give a mapping with named fields',
    JSON: 'DefinitionFieldInvalid: definition: received null; give an object with named fields',
    object: 'DefinitionFieldInvalid: definition: received null; give an object with named fields',
  }],
  ['a bucket that has no fields', { name: 'Acme', companionBuckets: ['x'] }, {
    YAML: 'DefinitionFieldInvalid: companionBuckets[0]: received "x"; give a mapping with named fields',
    JSON: 'DefinitionFieldInvalid: companionBuckets[0]: received "x"; give an object with named fields',
    object: 'DefinitionFieldInvalid: definition.companionBuckets[0]: received "x"; give an object with named fields',
  }],
  ['variables that have no names', { name: 'Acme', pathVariables: ['x'] }, {
    YAML: 'DefinitionFieldInvalid: pathVariables: received a list of 1; give a mapping with named fields',
    JSON: 'DefinitionFieldInvalid: pathVariables: received a list of 1; give an object with named fields',
    object: 'DefinitionFieldInvalid: definition.pathVariables: received a list of 1; give an object with named fields',
  }],
];

describe.each(['YAML', 'JSON'] as const)('a definition in %s', (form) => {
  test.each(ROWS)('fails in its own words for %s', (_, data, said) => {
    expect(message(data, definitionWords(form))).toBe(said[form]);
  });
});

test.each(ROWS)('a definition in a program fails in its own words for %s', (_, data, said) => {
  expect(message(data, definitionWords('object', fieldsOf('definition')))).toBe(said.object);
});
