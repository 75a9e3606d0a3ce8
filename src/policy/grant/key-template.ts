import { didYouMean, fail, literalParts } from '../base';
import { escapeKey } from '../pattern';

/** The variables that a vendor fills in, each with the narrowest IAM pattern that its format allows. */
export type TemplateVariables = Readonly<Record<string, string>>;

/** The variables of a vendor that declares none of its own. */
export const COMMON_VARIABLES: TemplateVariables = {
  date: '??????', // YYYYMM
  env_id: '*',
  flow_id: '*',
  full_date: '????????', // YYYYMMDD
  job_id: '*',
  root_tenant_id: '*',
  tap: '*',
  tenant: '*',
};

interface Expanded {
  /** In IAM's pattern language. */
  readonly pattern: string;
  /** One character in place of each unbound variable; bound values literal. */
  readonly shape: string;
}

/** Fills in a template: bound variables are literal, unbound ones become wildcards. */
export function expandTemplate(template: string, values: Readonly<Record<string, string>>, variables: TemplateVariables, field: string): Expanded {
  const used = new Set<string>();
  let pattern = '';
  let shape = '';
  for (const [i, piece] of template.split(/\{([^{}]*)\}/).entries()) {
    // What lies between two variables, and then the name of the next one.
    if (i % 2 === 0) {
      if (literalParts(piece).some((part) => /[{}]/.test(part))) {
        fail('TemplateSyntax', field, template, 'close every brace; braces only surround a variable, as in exports/{tenant}');
      }
      pattern += escapeKey(piece);
      shape += piece;
      continue;
    }
    const name = piece;
    if (name === '') {
      fail('TemplateSyntax', field, template, 'name the variable between the braces');
    }
    used.add(name);
    if (Object.hasOwn(values, name)) {
      const value = checkValue(values[name], name, field);
      pattern += escapeKey(value);
      shape += value;
    } else if (Object.hasOwn(variables, name)) {
      pattern += variables[name];
      shape += 'x';
    } else {
      fail('TemplateVariableUnknown', field, template, unknownVariable(name, Object.keys(variables).sort()));
    }
  }
  for (const name of Object.keys(values)) {
    if (!used.has(name)) {
      const others = [...used].sort();
      fail('TemplateVariableUnknown', field, name, `${didYouMean(name, others)}the template ${others.length === 0 ? 'has no variables' : `has ${others.join(', ')}`}; remove the value or correct its name`);
    }
  }
  return { pattern, shape };
}

function unknownVariable(name: string, known: readonly string[]): string {
  const others = known.length === 0 ? 'for the vendor fills in no variables' : `or use one that the vendor fills in: ${known.join(', ')}`;
  return `${didYouMean(name, known)}give {${name}} a value, ${others}`;
}

function checkValue(value: unknown, name: string, field: string): string {
  if (typeof value !== 'string') {
    fail('ValueTypeInvalid', `${field}.{${name}}`, value, 'give a string');
  }
  if (value === '' || literalParts(value).some((part) => part.includes('/'))) {
    fail('TemplateValueInvalid', `${field}.{${name}}`, value, 'give a value that is not empty and has no slash');
  }
  return value;
}
