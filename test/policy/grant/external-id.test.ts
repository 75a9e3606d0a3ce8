import { reference } from '../../../src/policy/base';
import { checkExternalId, placeholderSpellings } from '../../../src/policy/grant';

const VALUE = reference('Value', 1224);

test.each([
  'k3', 'k3J-2f9a', 'a_b', '0123456789', 'x'.repeat(1224), '_+=,.@:/-', 'ACME_SFCRole=2_AbC+/dEf=', 'urn:acme:42', 'example-42', 'my-external-id-7',
  VALUE, `acme-${VALUE}`, `${VALUE}x`, `externalid${VALUE}`,
])('%j is an external ID', (id) => {
  expect(checkExternalId(id, 'externalId')).toBe(id);
});

test.each([
  ['too short', 'k'],
  ['empty', ''],
  ['too long', 'x'.repeat(1225)],
  ['with a space', 'a b'],
  ['with a line break at its end', 'ab\n'],
  ['with an accent', 'né'],
  ['with a wildcard', 'a*'],
  ['with a question mark', 'a?'],
  ['with a policy variable', '${aws:userid}'],
  ['with a wildcard beside a reference', `${VALUE}*`],
  ['too long beside a reference', `${VALUE}${'x'.repeat(1225)}`],
])('fails for an external ID %s', (_, id) => {
  expect(() => checkExternalId(id, 'externalId')).toThrow(expect.objectContaining({ code: 'ExternalIdFormat', field: 'externalId' }));
});

test.each([
  'EXTERNAL_ID', '<EXTERNAL_ID>', '{{external_id}}', '$EXTERNAL_ID', '${external-id}', 'External.Id', '"external id"', '%EXTERNAL_ID%', 'your-external-id',
  'YOUR_UNIQUE_EXTERNAL_ID', 'change-me', 'Change Me!', 'TODO', '<TBD>', 'x-x-x-x', 'null', 'undefined', 'None',
])('fails for the placeholder %j', (id) => {
  expect(() => checkExternalId(id, 'externalId')).toThrow(expect.objectContaining({ code: 'ExternalIdPlaceholder' }));
});

test.each([undefined, null, 12345678, {}, ['k3J-2f9a']])('fails for %j', (id) => {
  expect(() => checkExternalId(id, 'externalId')).toThrow(expect.objectContaining({ code: 'ValueTypeInvalid' }));
});

describe('the spellings of placeholders', () => {
  test('are those of guides: hyphens, underscores, capitals, camel case', () => {
    expect(placeholderSpellings()).toEqual(expect.arrayContaining([
      'external-id', 'external_id', 'EXTERNAL_ID', 'externalId', 'your-external-id', 'YOUR_EXTERNAL_ID', 'yourExternalId', 'changeMe', 'CHANGE_ME', 'todo', 'TODO',
    ]));
  });

  test('are all refused as placeholders, and each is there once', () => {
    const all = placeholderSpellings();
    expect(new Set(all).size).toBe(all.length);
    all.forEach((id) => expect(() => checkExternalId(id, 'externalId')).toThrow(/^ExternalIdPlaceholder/));
  });

  test('leave out long phrases, of which there would be too many', () => {
    expect(placeholderSpellings().filter((id) => id.split(/[-_]/).length > 3)).toEqual([]);
    expect(placeholderSpellings()).toContain('example-external-id');
    expect(placeholderSpellings()).not.toContain('replacewithexternalid');
  });
});
