import { guardFindings } from './cfn-guard';

const TITLE = '\n  [CT.KMS.PR.1]: Require rotation\n  [FIX]: Set it\n';

test('the findings of a rule are read from its tree, by resource', () => {
  const missing = (id: string) => ({
    Clause: {
      Unary: {
        check: { UnResolved: { value: { traversed_to: { path: `/Resources/${id}/Properties`, value: {} } } } },
        messages: { custom_message: '', error_message: `Check was not compliant as property [X] is missing. Value traversed to [Path=/Resources/${id}]` },
      },
    },
  });
  const rule = { name: 'rotation_check', messages: { custom_message: null }, checks: [{ Rule: { messages: { custom_message: TITLE }, checks: [missing('A'), missing('B')] } }] };
  expect(guardFindings('t', rule)).toEqual(['A', 'B'].map((resource) => ({
    tool: 'cfn-guard', rule: 'CT.KMS.PR.1', template: 't', resource, message: 'Require rotation; Check was not compliant as property [X] is missing.',
  })));
});

test('a rule that names no resource is a finding about the template', () => {
  expect(guardFindings('t', { name: 'some_check' })).toEqual([{ tool: 'cfn-guard', rule: 'some_check', template: 't', resource: undefined, message: '' }]);
});
