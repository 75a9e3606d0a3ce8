import { fail } from './errors';
import { hasReference, literalParts } from './reference';

const MIN = 2;
const MAX = 1224;

/** Words that guides put where the customer's own ID belongs, compared without case and punctuation. */
const PLACEHOLDERS = new Set([
  'externalid', 'yourexternalid', 'myexternalid', 'youruniqueexternalid', 'uniqueexternalid', 'externalidhere', 'yourexternalidhere',
  'changeme', 'changethis', 'changeit', 'replaceme', 'replacethis', 'replacewithyourexternalid', 'replacewithexternalid',
  'placeholder', 'example', 'exampleid', 'exampleexternalid', 'sample', 'todo', 'tbd', 'fixme', 'insertexternalidhere',
  'insertexternalid', 'enterexternalid', 'enterexternalidhere', 'xxx', 'xxxx', 'xxxxx', 'xxxxxx', 'xxxxxxxx', 'none', 'null', 'undefined',
  'someexternalid', 'someuniqueid', 'uniqueid', 'youruniqueid', 'yourid', 'randomstring',
]);

/**
 * Checks an external ID as STS does when a role is assumed. IAM itself takes almost anything in a trust policy, so a
 * mistake would otherwise show only when the vendor first tries.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function checkExternalId(id: unknown, field: string): string {
  const rule = 'use 2 to 1,224 characters of letters, digits and _+=,.@:/-';
  if (typeof id !== 'string') {
    fail('ValueTypeInvalid', field, id, 'give a string');
  }
  const literal = literalParts(id).join('');
  if (!hasReference(id) && placeholder(id)) {
    fail('ExternalIdPlaceholder', field, id, 'put in the ID that you and the vendor agreed on');
  }
  if (!/^[\w+=,.@:/-]*$/.test(literal) || literal.length > MAX || (!hasReference(id) && literal.length < MIN)) {
    fail('ExternalIdFormat', field, id, rule);
  }
  return id;
}

function placeholder(id: string): boolean {
  // `<your-id>`, `{{external_id}}` and `$EXTERNAL_ID` are the same placeholder in other clothes.
  return PLACEHOLDERS.has(id.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
