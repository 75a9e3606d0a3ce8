import { Finding, LintResult, TemplateFile } from './finding';
import { faultBetween, strayFindings } from './judgement';
import { Shown } from './shown';

const file = (name: string): TemplateFile => ({ name, path: name, content: { Resources: {} } });
const SHOWN: Shown = { template: file('a'), spoilt: file('spoilt/a'), expected: [{ tool: 'checkov', rule: 'R1', resource: 'Role' }] };
const FOUND: Finding = { tool: 'checkov', rule: 'R1', template: 'spoilt/a', resource: 'Role', message: 'open' };
const RESULT: LintResult = { tool: 'checkov', about: '', findings: [FOUND], seen: new Set(['a', 'spoilt/a']) };

describe('between a tool and a template', () => {
  test('all is well if the tool is silent, and finds what was sown', () => {
    expect(faultBetween(RESULT, SHOWN, [])).toBeUndefined();
  });

  test('an open finding is a fault', () => {
    const open = { ...FOUND, template: 'a', rule: 'R2' };
    expect(faultBetween(RESULT, SHOWN, [open])).toBe('R2 Role: open');
    expect(faultBetween(RESULT, SHOWN, [{ ...open, template: 'b' }])).toBeUndefined();
    expect(faultBetween(RESULT, SHOWN, [{ ...open, tool: 'cfn-lint' }])).toBeUndefined();
  });

  test.each<[string, Partial<Finding>]>([
    ['in the sound template only', { template: 'a' }],
    ['by another rule', { rule: 'R2' }],
    ['in another resource', { resource: 'User' }],
  ])('a fault that was sown must be found; not %s', (_, other) => {
    expect(faultBetween({ ...RESULT, findings: [{ ...FOUND, ...other }] }, SHOWN, [])).toBe('overlooks in the spoilt copy: R1 Role');
  });

  test.each(['a', 'spoilt/a'])('a template that was not looked at is a fault: %s', (missing) => {
    const seen = new Set([...RESULT.seen].filter((name) => name !== missing));
    expect(faultBetween({ ...RESULT, seen }, SHOWN, [])).toBe(`has not looked at ${missing}`);
  });

  test('silence is a fault if nothing was sown', () => {
    expect(faultBetween(RESULT, { ...SHOWN, expected: [] }, [])).toContain('nothing was sown');
  });
});

test('findings about templates that were not shown do not get lost', () => {
  const stray = { ...FOUND, template: 'elsewhere' };
  expect(strayFindings([FOUND, stray], [SHOWN])).toEqual([stray]);
});
