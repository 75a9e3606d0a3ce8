import { reference } from '../../../src/policy/base';
import { COMMON_VARIABLES } from '../../../src/policy/grant';
import { expandTemplate } from '../../../src/policy/grant/key-template';

const VALUE = reference('Value', 1024);

function expand(template: string, values: Record<string, string> = {}, variables = COMMON_VARIABLES) {
  return expandTemplate(template, values, variables, 'keys[0]');
}

test.each([
  ['no variable', 'exports', {}, 'exports', 'exports'],
  ['an unbound variable', 'exports/{tenant}', {}, 'exports/*', 'exports/x'],
  ['a variable of fixed length', '{date}-{full_date}', {}, '??????-????????', 'x-x'],
  ['a bound variable', '{tenant}/in', { tenant: 'acme' }, 'acme/in', 'acme/in'],
  ['a bound variable of fixed length', '{date}', { date: '2025' }, '2025', '2025'],
  ['a variable used twice', '{tenant}/{tenant}', { tenant: 'a' }, 'a/a', 'a/a'],
  ['wildcards in the literal part', 'a*b?/{tap}', {}, 'a${*}b${?}/*', 'a*b?/x'],
  ['wildcards in a value', '{tap}', { tap: '*?$' }, '${*}${?}${$}', '*?$'],
  ['braces in a value', '{tap}', { tap: '{tenant}' }, '{tenant}', '{tenant}'],
  ['a variable of the caller\'s own', '{year}', { year: '2025' }, '2025', '2025'],
  ['references', `${VALUE}/{tap}`, { tap: VALUE }, `${VALUE}/${VALUE}`, `${VALUE}/${VALUE}`],
  ['variables side by side', '{tenant}{date}', {}, '*??????', 'xx'],
])('%s', (_, template, values, pattern, shape) => {
  expect(expand(template, values as unknown as Record<string, string>)).toEqual({ pattern, shape });
});

test('a vendor\'s own variables take the place of the common ones', () => {
  expect(expand('{year}', {}, { year: '????' }).pattern).toBe('????');
  expect(() => expand('{tenant}', {}, { year: '????' })).toThrow('TemplateVariableUnknown: keys[0]: received "{tenant}"; give {tenant} a value, or use one that the vendor fills in: year');
});

test.each([
  ['an open brace', '{tenant', {}, 'TemplateSyntax'],
  ['a closing brace', 'tenant}', {}, 'TemplateSyntax'],
  ['nested braces', '{{tenant}}', {}, 'TemplateSyntax'],
  ['a brace beside a reference', `${VALUE}{`, {}, 'TemplateSyntax'],
  ['empty braces', '{}', {}, 'TemplateSyntax'],
  ['an unknown variable', '{nobody}', {}, 'TemplateVariableUnknown'],
  ['__proto__', '{__proto__}', {}, 'TemplateVariableUnknown'],
  ['constructor', '{constructor}', {}, 'TemplateVariableUnknown'],
  ['an unused value', 'a', { tenant: 'a' }, 'TemplateVariableUnknown'],
])('fails for %s', (_, template, values, code) => {
  expect(() => expand(template, values as unknown as Record<string, string>)).toThrow(expect.objectContaining({ code, field: 'keys[0]' }));
});

test.each([
  ['an empty value', '', 'TemplateValueInvalid'],
  ['a slash', 'a/b', 'TemplateValueInvalid'],
  ['a slash beside a reference', `${VALUE}/`, 'TemplateValueInvalid'],
  ['a number', 5, 'ValueTypeInvalid'],
])('fails for a variable bound to %s', (_, value, code) => {
  expect(() => expand('{tenant}', { tenant: value as string })).toThrow(expect.objectContaining({ code, field: 'keys[0].{tenant}' }));
});

test('the common variables have the narrowest patterns that their formats allow', () => {
  expect(COMMON_VARIABLES).toEqual({
    date: '??????', env_id: '*', flow_id: '*', full_date: '????????', job_id: '*', root_tenant_id: '*', tap: '*', tenant: '*',
  });
});

test('the variables to choose from are named in order', () => {
  expect(() => expand('{x}', {}, { zone: '*', year: '????', area: '*' })).toThrow(/use one that the vendor fills in: area, year, zone$/);
});
