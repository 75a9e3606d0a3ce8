import { BOUNDS } from '../aws';
import { fail, hasReference, literalParts } from '../base';

const MIN = 2;

/** Phrases that guides put where the customer's own ID belongs. They are compared without case and punctuation. */
const PLACEHOLDER_PHRASES = [
  'external-id', 'your-external-id', 'my-external-id', 'your-unique-external-id', 'unique-external-id', 'external-id-here', 'your-external-id-here',
  'change-me', 'change-this', 'change-it', 'replace-me', 'replace-this', 'replace-with-your-external-id', 'replace-with-external-id',
  'placeholder', 'example', 'example-id', 'example-external-id', 'sample', 'todo', 'tbd', 'fixme', 'insert-external-id-here',
  'insert-external-id', 'enter-external-id', 'enter-external-id-here', 'xxx', 'xxxx', 'xxxxx', 'xxxxxx', 'xxxxxxxx', 'none', 'null', 'undefined',
  'some-external-id', 'some-unique-id', 'unique-id', 'your-unique-id', 'your-id', 'random-string',
] as const;

const PLACEHOLDER_TEXTS: ReadonlySet<string> = new Set(PLACEHOLDER_PHRASES.map(plain));

/** The shorter placeholders, spelt as guides do, for where only exact text can be compared. */
export function placeholderSpellings(): string[] {
  return PLACEHOLDER_PHRASES.map((phrase) => phrase.split('-')).filter((words) => words.length <= 3).flatMap((words) => {
    const camel = words.map((word, i) => (i === 0 ? word : word[0].toUpperCase() + word.slice(1))).join('');
    return [...new Set([words.join('-'), words.join('_'), words.join('_').toUpperCase(), camel])];
  });
}

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
  if (!/^[\w+=,.@:/-]*$/.test(literal) || literal.length > BOUNDS.externalId || (!hasReference(id) && literal.length < MIN)) {
    fail('ExternalIdFormat', field, id, rule);
  }
  return id;
}

function placeholder(id: string): boolean {
  // `<your-id>`, `{{external_id}}` and `$EXTERNAL_ID` are the same placeholder in other clothes.
  return PLACEHOLDER_TEXTS.has(plain(id));
}

function plain(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}
