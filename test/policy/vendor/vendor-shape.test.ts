import { AccessError, raising } from '../../../src/policy/base';
import { definitionWords, fieldsOf, VENDOR_FIELDS } from '../../../src/policy/vendor';
import { checkVendorShape } from '../../../src/policy/vendor/vendor-shape';

function shapeOf(value: unknown, field: string): unknown {
  return raising((issues) => checkVendorShape(value, definitionWords('object', fieldsOf(field)), issues));
}

const FULL = {
  name: 'Acme',
  partition: 'aws-cn',
  accounts: ['111122223333'],
  principals: [],
  principalArns: ['x'],
  organizationId: 'o',
  externalId: 'optional',
  externalIdIssuer: 'vendor',
  roleName: 'acme',
  modes: ['read', 'write', 'readWrite'],
  accessMethods: ['role', 'bucketPolicy', 'accessKey'],
  readActions: [],
  writeActions: ['x'],
  companionBuckets: [{ bucketName: 'a', ownerAccount: 'b', mode: 'read', prefixes: ['c'] }, { bucketName: 'a', ownerAccount: 'b', mode: 'write', wholeBucket: false }],
  acceptedEncryption: ['AES256', 'aws:kms', 'aws:kms:dsse'],
  sessionTags: [{ key: 'a', values: ['b'] }, { key: 'a' }],
  pathVariables: { year: '????', constructor: '*' },
  exportOutputs: false,
  documentationUrl: 'x',
};

test('a definition with every field passes, and is given back as it is', () => {
  expect(Object.keys(FULL)).toEqual(Object.keys(VENDOR_FIELDS));
  expect(shapeOf(FULL, 'definition')).toBe(FULL);
});

test('a name is enough, and unset fields do not count', () => {
  expect(() => shapeOf({ name: 'Acme' }, 'definition')).not.toThrow();
  expect(() => shapeOf({ name: 'Acme', accounts: undefined, unknown: undefined }, 'definition')).not.toThrow();
});

test.each(Object.keys(FULL))('fails for a wrong type in %s', (name) => {
  for (const value of [null, 5, Symbol('x'), '', [[]], { x: 1 }, () => 1]) {
    expect(() => shapeOf({ ...FULL, [name]: value }, 'definition')).toThrow(expect.objectContaining({
      code: expect.stringMatching(/^DefinitionField(Invalid|Unknown|Missing)$/),
      field: expect.stringMatching(new RegExp(`^definition\\.${name}`)),
    }));
  }
});

test.each([
  ['a field of the definition', { acount: 'x' }, 'DefinitionFieldUnknown', 'definition.acount'],
  ['a field named constructor', { constructor: 'x' }, 'DefinitionFieldUnknown', 'definition.constructor'],
  ['a field named __proto__', JSON.parse('{"name": "Acme", "__proto__": {}}'), 'DefinitionFieldUnknown', 'definition.__proto__'],
  ['a field of a companion bucket', { companionBuckets: [{ bucketName: 'a', ownerAccount: 'b', mode: 'read', region: 'x' }] }, 'DefinitionFieldUnknown', 'definition.companionBuckets[0].region'],
  ['a switch of a companion bucket that is text', {
    companionBuckets: [{ bucketName: 'a', ownerAccount: 'b', mode: 'read', wholeBucket: 'true' }],
  }, 'DefinitionFieldInvalid', 'definition.companionBuckets[0].wholeBucket'],
  ['a field of a session tag', { sessionTags: [{ key: 'a' }, { key: 'b', value: 'x' }] }, 'DefinitionFieldUnknown', 'definition.sessionTags[1].value'],
  ['a missing field', { name: undefined }, 'DefinitionFieldMissing', 'definition.name'],
  ['a missing field of a companion bucket', { companionBuckets: [{}] }, 'DefinitionFieldMissing', 'definition.companionBuckets[0].bucketName'],
  ['a missing field of a session tag', { sessionTags: [{}] }, 'DefinitionFieldMissing', 'definition.sessionTags[0].key'],
  ['a value that is not offered', { externalId: 'Required' }, 'DefinitionFieldInvalid', 'definition.externalId'],
  ['an empty list', { modes: [] }, 'DefinitionFieldInvalid', 'definition.modes'],
  ['an inherited field', Object.create({ accounts: [] }), 'DefinitionFieldInvalid', 'definition'],
])('fails for %s', (_, fields, code, field) => {
  const given = Object.getPrototypeOf(fields) === Object.prototype ? { name: 'Acme', ...fields } : fields;
  expect(() => shapeOf(given, 'definition')).toThrow(expect.objectContaining({ code, field }));
});

test.each([undefined, null, 'Acme', 5, [], () => 1])('fails for a definition that is %p', (value) => {
  expect(() => shapeOf(value, 'definition')).toThrow(expect.objectContaining({ code: 'DefinitionFieldInvalid', field: 'definition' }));
});

describe.each([
  ['companionBuckets', { bucketName: 'a', ownerAccount: 'b', mode: 'read', prefixes: ['c'] }, ['bucketName', 'ownerAccount', 'mode']],
  ['sessionTags', { key: 'a', values: ['b'] }, ['key']],
])('an entry of %s', (list, whole, required) => {
  const given = (entry: object) => () => shapeOf({ name: 'Acme', [list]: [entry] }, 'definition');
  const at = (code: string, place: string) => expect.objectContaining({ code, field: `definition.${list}[0].${place}` });

  test('passes with all its fields, and with those that it needs', () => {
    expect(given(whole)).not.toThrow();
    expect(given(Object.fromEntries(Object.entries(whole).filter(([name]) => required.includes(name))))).not.toThrow();
  });

  test.each(required)('fails without its %s', (name) => {
    expect(given({ ...whole, [name]: undefined })).toThrow(at('DefinitionFieldMissing', name));
  });

  test.each(Object.entries(whole))('fails for a wrong value as %s', (name, right) => {
    expect(given({ ...whole, [name]: 5 })).toThrow(at('DefinitionFieldInvalid', name));
    if (Array.isArray(right)) {
      expect(given({ ...whole, [name]: [] })).toThrow(at('DefinitionFieldInvalid', name));
      expect(given({ ...whole, [name]: [...right, 5] })).toThrow(at('DefinitionFieldInvalid', `${name}[1]`));
    }
  });
});

test('fails for a bucket whose mode is none', () => {
  expect(() => shapeOf({ name: 'Acme', companionBuckets: [{ bucketName: 'a', ownerAccount: 'b', mode: 'both' }] }, 'definition'))
    .toThrow(expect.objectContaining({ code: 'DefinitionFieldInvalid', field: 'definition.companionBuckets[0].mode' }));
});

test('fails for a definition that has all but its name', () => {
  expect(() => shapeOf({ ...FULL, name: undefined }, 'definition')).toThrow(expect.objectContaining({ code: 'DefinitionFieldMissing' }));
});

test('an object without a prototype is a definition', () => {
  const bare = Object.assign(Object.create(null), { name: 'Acme' });
  expect(shapeOf(bare, 'definition')).toBe(bare);
});

test('all that is wrong is told at once, in the order of the definition', () => {
  const wrong = { accounts: 'x', modes: ['read', 'delete'], companionBuckets: [{ bucketName: 5 }] };
  expect(() => shapeOf(wrong, 'definition')).toThrow(expect.objectContaining({
    issues: [
      'definition.accounts', 'definition.modes[1]', 'definition.companionBuckets[0].bucketName', 'definition.companionBuckets[0].ownerAccount',
      'definition.companionBuckets[0].mode', 'definition.name',
    ].map((field) => expect.objectContaining({ field })),
  }));
});

test('a field that is misspelt is not told again as one that is missing', () => {
  const fields = (wrong: object) => {
    try {
      shapeOf(wrong, 'definition');
    } catch (e) {
      return (e as AccessError).issues.map(({ code, field }) => `${code} ${field}`);
    }
    return [];
  };
  expect(fields({ nam: 'Acme' })).toEqual(['DefinitionFieldUnknown definition.nam']);
  expect(fields({ title: 'Acme' })).toEqual(['DefinitionFieldUnknown definition.title', 'DefinitionFieldMissing definition.name']);
  expect(fields({ name: 'Acme', companionBuckets: [{ bucket_name: 'a', ownerAcount: 'b', mod: 'read' }] })).toEqual([
    'DefinitionFieldUnknown definition.companionBuckets[0].bucket_name', 'DefinitionFieldUnknown definition.companionBuckets[0].ownerAcount',
    'DefinitionFieldUnknown definition.companionBuckets[0].mod',
  ]);
});
