// ESLint brings it along.
import Ajv from 'ajv';
import { Stack } from 'aws-cdk-lib';
import { assert, constantFrom, dictionary, jsonValue, oneof, property, record } from 'fast-check';
import { definitionSchema } from '../../build-tools/definition-schema';
import { Vendor, Vendors } from '../../src';
import { EXAMPLES, schemaText } from '../../src/cli/init';
import { Issues } from '../../src/policy/base';
import { definitionWords, VENDOR_FIELDS } from '../../src/policy/vendor';
import { checkVendorShape } from '../../src/policy/vendor/vendor-shape';
import { DEFINITIONS } from '../cases/definitions';

const schema = JSON.parse(schemaText());
const validate = new Ajv().compile(schema);

/** As a file would give it. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

function hasShape(value: unknown): boolean {
  return checkVendorShape(value, definitionWords('JSON'), new Issues()) !== undefined;
}

/** What the cases of bad input hand to `Vendor.fromDefinition`, by what is wrong. */
function badDefinitions(): Array<[wrong: string, definition: unknown]> {
  const given: unknown[] = [];
  const spy = jest.spyOn(Vendor, 'fromDefinition').mockImplementation((definition) => {
    given.push(definition);
    return Vendor.pending();
  });
  try {
    return DEFINITIONS.filter(({ place }) => place === 'Vendor.fromDefinition').flatMap(({ wrong, build }): Array<[string, unknown]> => {
      build(new Stack());
      const definition = given.pop();
      // A token has no place in a file.
      return /\$\{Token|#\{Token/.test(JSON.stringify(definition) ?? '') ? [] : [[wrong, plain(definition)]];
    });
  } finally {
    spy.mockRestore();
  }
}

const BAD = badDefinitions();
const MISSHAPEN = BAD.filter(([, definition]) => !hasShape(definition));

describe('the schema of a vendor definition', () => {
  test.each([
    ['Cloudglue', Vendors.cloudglue()],
    ['hotglue', Vendors.hotglue()],
    ['Coactive', Vendors.coactive({ roleArn: 'arn:aws:iam::111122223333:role/coactive' })],
    ['Creative Force', Vendors.creativeForce()],
    ['Apperate', Vendors.apperate()],
  ])('takes the definition of %s', (_, vendor) => {
    expect(validate(plain(vendor.definition))).toBe(true);
  });

  test('takes its own examples, which are a valid definition', () => {
    expect(validate(EXAMPLES)).toBe(true);
    expect(() => Vendor.fromDefinition(EXAMPLES as never)).not.toThrow();
  });

  test('has cases of bad shape to refuse', () => {
    expect(MISSHAPEN.length).toBeGreaterThan(35);
  });

  test.each(MISSHAPEN)('refuses %s', (_, definition) => {
    expect(validate(definition)).toBe(false);
  });

  test('leaves what is no matter of shape to the library', () => {
    for (const [wrong, definition] of BAD.filter(([, given]) => hasShape(given))) {
      expect([wrong, validate(definition)]).toEqual([wrong, true]);
    }
  });

  test('agrees with the library on any data', () => {
    const [bucket] = EXAMPLES.companionBuckets as object[];
    const value = oneof(jsonValue({ maxDepth: 3 }), constantFrom(...Object.values(EXAMPLES), [''], [], [{}], [{ ...bucket, mode: 'x' }]));
    const fields = Object.fromEntries(Object.entries(EXAMPLES).map(([name, example]) =>
      [name, oneof({ weight: 9, arbitrary: constantFrom(example) }, value)]));
    const definition = oneof(
      record(fields, { requiredKeys: ['name'] }), record(fields, { requiredKeys: [] }), dictionary(constantFrom('name', 'accounts', 'nme'), value),
    );
    const seen = new Set<boolean>();
    assert(property(definition, (given) => {
      const data = plain(given);
      seen.add(hasShape(data));
      return validate(data) === hasShape(data);
    }), { numRuns: 1000, seed: 7 });
    expect(seen).toEqual(new Set([true, false]));
  });

  test('explains each field, to any depth, and shows an example of it', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(VENDOR_FIELDS));
    const unexplained = (at: { readonly properties?: object; readonly items?: object }): string[] => [
      ...Object.entries(at.properties ?? {}).flatMap(([name, field]) => [
        // A sentence, in which no name of the code is left.
        ...(/^[A-Z].+\./.test(field.description ?? '') && !/\w\.[A-Z]{2}/.test(field.description) ? [] : [name]),
        ...unexplained(field),
      ]),
      ...(at.items ? unexplained(at.items) : []),
    ];
    expect(unexplained(schema)).toEqual([]);
    expect(Object.values<{ examples?: unknown[] }>(schema.properties).map(({ examples }) => examples?.[0])).toEqual(Object.values(EXAMPLES));
  });

  test('is what the core and the docstrings say today', () => {
    expect(`${JSON.stringify(definitionSchema(), undefined, 2)}\n`).toBe(schemaText());
  });
});
