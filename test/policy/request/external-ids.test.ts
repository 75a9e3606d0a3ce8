import { Issue, raising } from '../../../src/policy/base';
import { checkExternalIds, ExternalIdRequest } from '../../../src/policy/request';
import { definitionWords, fieldsOf, VendorFacts, vendorFacts } from '../../../src/policy/vendor';
import { outcome } from '../outcome';

function vendor(fields: object = {}): VendorFacts {
  return raising((issues) => vendorFacts({ name: 'Acme', accounts: ['999988887777'], ...fields }, { written: 'aws' }, definitionWords('object', fieldsOf('vendor')), issues));
}

const REQUIRED = vendor();
const UNSUPPORTED = vendor({ externalId: 'unsupported' });
const PENDING = vendor({ accounts: undefined });

function check(facts: VendorFacts, request: ExternalIdRequest) {
  return outcome((issues) => checkExternalIds(facts, request, issues));
}

test.each<[string, VendorFacts, ExternalIdRequest, object]>([
  ['one ID', REQUIRED, { externalId: 'k3J' }, { externalIds: ['k3J'] }],
  ['a present ID and a next one', REQUIRED, { externalId: 'k3J', nextExternalId: 'm4K' }, { externalIds: ['k3J', 'm4K'] }],
  ['an ID of a vendor that is not trusted yet', PENDING, { externalId: 'k3J' }, { externalIds: ['k3J'] }],
  ['a reason to have none', REQUIRED, { withoutExternalId: 'our own account' }, { externalIds: [], reason: 'our own account' }],
  ['none, of a vendor that sends none', UNSUPPORTED, {}, { externalIds: [], reason: undefined }],
  ['none, of a vendor that is not trusted yet', PENDING, {}, { externalIds: [], reason: undefined }],
])('%s', (_, facts, request, ids) => {
  expect(check(facts, request)).toStrictEqual({ result: ids, issues: [] });
});

const NOT_GIVEN: Issue = { code: 'ExternalIdMissing', field: 'externalId', received: 'nothing', remedy: 'agree on an ID with Acme' };
const NEXT_ALONE: Issue = { code: 'ExternalIdContradiction', field: 'nextExternalId', received: '"m4K"', remedy: 'give the present ID as externalId' };
const BOTH: Issue = { code: 'ExternalIdContradiction', field: 'withoutExternalId', received: '"why"', remedy: 'an external ID is given; drop one of the two' };
const REASON: Issue = { code: 'ReasonMissing', field: 'withoutExternalId', received: '""', remedy: 'say why; the reason is what a reviewer will read' };
const UNCHANGED: Issue = {
  code: 'ExternalIdUnchanged', field: 'nextExternalId', received: '"k3J"', remedy: 'give the ID that will replace the present one, or leave it out',
};
const NEVER_SENT: Issue = {
  code: 'ExternalIdNotSupported', field: 'externalId', received: '"k3J"', remedy: 'Acme sends none and could never assume the role; leave it out',
};
const FORMAT: Issue = {
  code: 'ExternalIdFormat', field: 'externalId', received: '"k"', remedy: 'use 2 to 1,224 characters of letters, digits and _+=,.@:/-',
};
const NEXT_FORMAT: Issue = { ...FORMAT, field: 'nextExternalId' };

test.each<[string, VendorFacts, ExternalIdRequest, Issue[]]>([
  ['no ID', REQUIRED, {}, [NOT_GIVEN]],
  ['no ID of a vendor that can do without', vendor({ externalId: 'optional' }), {}, [NOT_GIVEN]],
  ['a next ID alone', REQUIRED, { nextExternalId: 'm4K' }, [NEXT_ALONE]],
  ['a next ID and a reason to have none', REQUIRED, { nextExternalId: 'm4K', withoutExternalId: 'why' }, [NEXT_ALONE]],
  ['a next ID of a vendor that sends none', UNSUPPORTED, { nextExternalId: 'm4K' }, [NEXT_ALONE]],
  ['an ID and a reason to have none', REQUIRED, { externalId: 'k3J', withoutExternalId: 'why' }, [BOTH]],
  ['an ID and a reason to have none, with a next ID', REQUIRED, { externalId: 'k3J', nextExternalId: 'm4K', withoutExternalId: 'why' }, [BOTH]],
  ['an ID that the vendor never sends', UNSUPPORTED, { externalId: 'k3J' }, [NEVER_SENT]],
  ['an ID that the vendor never sends, with a next one', UNSUPPORTED, { externalId: 'k3J', nextExternalId: 'm4K' }, [NEVER_SENT]],
  ['a malformed ID', REQUIRED, { externalId: 'k' }, [FORMAT]],
  ['a malformed next ID', REQUIRED, { externalId: 'k3J', nextExternalId: 'k' }, [NEXT_FORMAT]],
  ['two malformed IDs', REQUIRED, { externalId: 'k', nextExternalId: 'k' }, [FORMAT, NEXT_FORMAT]],
  ['a next ID that is the present one', REQUIRED, { externalId: 'k3J', nextExternalId: 'k3J' }, [UNCHANGED]],
])('fails for %s', (_, facts, request, found) => {
  expect(check(facts, request)).toStrictEqual({ result: undefined, issues: found });
});

test('a reason that says nothing is wrong by itself', () => {
  expect(check(REQUIRED, { withoutExternalId: '' })).toStrictEqual({ result: { externalIds: [], reason: undefined }, issues: [REASON] });
  expect(check(REQUIRED, { externalId: 'k3J', withoutExternalId: '' })).toStrictEqual({ result: { externalIds: ['k3J'] }, issues: [REASON] });
});

test.each<[ExternalIdRequest, Issue[]]>([
  [{}, [NOT_GIVEN]],
  [{ nextExternalId: 'm4K' }, [NEXT_ALONE]],
  [{ withoutExternalId: '' }, [REASON]],
  [{ externalId: 'k', nextExternalId: 'k' }, [FORMAT, NEXT_FORMAT]],
  [{ externalId: 'k3J', nextExternalId: 'k3J' }, [UNCHANGED]],
  [{ externalId: 'k3J', withoutExternalId: 'why' }, [BOTH]],
])('the fields of %j have the place of the declaration before them', (request, found) => {
  const place = 'additionalTrust[0].';
  expect(check(REQUIRED, { ...request, place }).issues).toStrictEqual(found.map((issue) => ({ ...issue, field: `${place}${issue.field}` })));
});

test('an ID that the vendor never sends is told with its place', () => {
  expect(check(UNSUPPORTED, { externalId: 'k3J', place: 'here.' }).issues).toStrictEqual([{ ...NEVER_SENT, field: 'here.externalId' }]);
});

test('the advice about a missing ID names what else can be done', () => {
  expect(check(REQUIRED, { otherwise: ', or say why not' }).issues).toStrictEqual([{ ...NOT_GIVEN, remedy: 'agree on an ID with Acme, or say why not' }]);
});
