import { BadInput, options, role } from './bad-input';
import { S3Access, S3KeyScope, Vendor } from '../../src';

const BRACES = 'close every brace; braces only surround a variable, as in exports/{tenant}';
const KNOWN = 'or use one that the vendor fills in: date, env_id, flow_id, full_date, job_id, root_tenant_id, tap, tenant';

function template(wrong: string, text: unknown, values: unknown, code: BadInput['code'], finding: string, says: string): BadInput {
  return options('read', wrong, () => ({ keys: [S3KeyScope.template(text as string, values as { [name: string]: string })] }),
    code, `access[0].keys[0]${finding}`, says);
}

function value(wrong: string, given: unknown, code: BadInput['code'], shown: string, says: string): BadInput {
  return template(wrong, 'exports/{tenant}', { tenant: given }, code, `.{tenant}: received ${shown}`, says);
}

export const TEMPLATES: readonly BadInput[] = [
  template('a template with an open brace', 'exports/{tenant', {}, 'TemplateSyntax', ': received "exports/{tenant"', BRACES),
  template('a template with a closing brace alone', 'exports/tenant}', {}, 'TemplateSyntax', ': received "exports/tenant}"', BRACES),
  template('a template with braces in braces', 'exports/{{tenant}}', {}, 'TemplateSyntax', ': received "exports/{{tenant}}"', BRACES),
  template('a template with empty braces', 'exports/{}', {}, 'TemplateSyntax', ': received "exports/{}"', 'name the variable between the braces'),
  template('a template with an unknown variable', 'exports/{year}', {}, 'TemplateVariableUnknown', ': received "exports/{year}"', `give {year} a value, ${KNOWN}`),
  template('a variable with spaces around its name', 'exports/{ tenant }', {}, 'TemplateVariableUnknown', ': received "exports/{ tenant }"', KNOWN),
  template('a variable in upper case', 'exports/{TENANT}', {}, 'TemplateVariableUnknown', ': received "exports/{TENANT}"', KNOWN),
  template('a variable named __proto__', 'exports/{__proto__}', {}, 'TemplateVariableUnknown', ': received "exports/{__proto__}"', KNOWN),
  template('a variable named constructor', 'exports/{constructor}', {}, 'TemplateVariableUnknown', ': received "exports/{constructor}"', KNOWN),
  template('a variable named toString', '{toString}/x', {}, 'TemplateVariableUnknown', ': received "{toString}/x"', KNOWN),
  template('a value for a variable that is not used', 'exports', { tenant: 'acme' },
    'TemplateVariableUnknown', ': received "tenant"', 'the template has no variables; remove the value or correct its name'),
  template('a value for __proto__', 'exports', JSON.parse('{"__proto__": "acme"}'),
    'TemplateVariableUnknown', ': received "__proto__"', 'the template has no variables; remove the value or correct its name'),
  ...['{tenant}', '{tenant}/', '{tenant}/{tap}', '{tenant}{tap}'].map((text) =>
    template(`nothing but variables that may be anything: ${text}`, text, {}, 'ScopeMissing', `: received "${text}"`, 'for nothing in it says where; if the whole bucket is meant, declare wholeBucket: true')),
  template('the same after values that went missing', '{tenant}', undefined, 'ScopeMissing', ': received "{tenant}"', 'give a variable its value'),
  template('an empty template', '', {}, 'KeyEmpty', ': received ""', 'the whole bucket takes wholeBucket: true'),
  template('a template with a leading slash', '/{tenant}', {}, 'KeyLeadingSlash', ': received "/{tenant}"', 'drop it'),
  template('a template with an empty segment', '{tenant}//x', {}, 'KeySegmentInvalid', ': received "{tenant}//x"', 'without empty'),
  template('a template that climbs up', '{tenant}/../x', {}, 'KeySegmentInvalid', ': received "{tenant}/../x"', 'without empty'),
  template('a template that ends in two slashes', '{tenant}//', {}, 'KeySegmentInvalid', ': received "{tenant}//"', 'without empty'),
  template('a template with a line break', '{tenant}\n', {}, 'KeyCharacterInvalid', ': received "{tenant}\\n"', 'IAM accepts no U+000A'),
  template('a template beyond U+00FF', '{tenant}/日', {}, 'KeyCharacterInvalid', ': received "{tenant}/日"', 'IAM accepts no U+65E5'),
  template('a variable name with a line break', 'a/{te\u2028nant}', {}, 'KeyCharacterInvalid', ': received "a/{te\\u2028nant}"', 'IAM accepts no U+2028'),
  template('nothing as template', undefined, {}, 'ValueTypeInvalid', ': received nothing', 'give a string'),
  template('a number as template', 5, {}, 'ValueTypeInvalid', ': received 5', 'give a string'),
  template('values that add up to more than 1,024 bytes', '{tenant}/x', { tenant: 't'.repeat(1030) }, 'KeyTooLong', ': received "{tenant}/x"', 'this takes 1033'),

  value('an empty value', '', 'TemplateValueInvalid', '""', 'give a value that is not empty and has no slash'),
  value('a value with a slash', 'acme/eu', 'TemplateValueInvalid', '"acme/eu"', 'has no slash'),
  value('a value that is a slash', '/', 'TemplateValueInvalid', '"/"', 'has no slash'),
  value('a number as value', 42, 'ValueTypeInvalid', '42', 'give a string'),
  value('null as value', null, 'ValueTypeInvalid', 'null', 'give a string'),
  value('nothing as value', undefined, 'ValueTypeInvalid', 'nothing', 'give a string'),
  template('a value that climbs up', '{tenant}/x', { tenant: '..' }, 'KeySegmentInvalid', ': received "{tenant}/x"', 'without empty'),
  template('a value beyond U+00FF', '{tenant}/x', { tenant: 'ł' }, 'KeyCharacterInvalid', ': received "{tenant}/x"', 'IAM accepts no U+0142'),

  role('a variable of another vendor', (_, bucket) => ({
    vendor: Vendor.fromDefinition({ name: 'Acme', accounts: ['111122223333'], pathVariables: { year: '????' } }),
    access: [S3Access.read(bucket, { keys: [S3KeyScope.template('{tenant}/{year}')] })],
  }), 'TemplateVariableUnknown', 'access[0].keys[0]: received "{tenant}/{year}"', 'give {tenant} a value, or use one that the vendor fills in: year'),
];
