import { ACCOUNT_MARK, EXAMPLES, NAME_MARK } from './examples';
import type { DefinitionSchema } from './schema-file';
import { PROGRAM } from '../terminal';

/** What nearly every vendor has to say; the rest is proposed in comments. */
const FIRST: Readonly<Record<string, unknown>> = {
  name: NAME_MARK,
  accounts: [ACCOUNT_MARK],
  externalId: EXAMPLES.externalId,
  externalIdIssuer: EXAMPLES.externalIdIssuer,
};

/** An account ID that takes the place of its mark must not become a number. */
const QUOTED = { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' } as const;

const WIDTH = 100;

/** The first draft of a vendor's definition: all fields, explained. */
export function draft(schemaPath: string, fileName: string, { properties }: DefinitionSchema): string {
  // Loaded only here: the help needs none of it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { stringify } = require('yaml') as typeof import('yaml');
  const explained = (name: string) => comment(properties[name].description);
  const others = Object.keys(properties).filter((name) => !Object.hasOwn(FIRST, name));
  return [
    `# yaml-language-server: $schema=${schemaPath}\n`,
    comment(`What customers need to know about a vendor. Replace ${NAME_MARK} and ${ACCOUNT_MARK}, and check the rest.\n`
      + `Then: ${PROGRAM} kit --vendor ${fileName} --out kit`),
    ...Object.entries(FIRST).map(([name, value]) => `${explained(name)}${stringify({ [name]: value }, QUOTED)}`),
    comment('All that follows may be left out. Remove the # in front of a field to use it; the values are examples.'),
    ...others.map((name) => `${explained(name)}${disabled(stringify({ [name]: EXAMPLES[name as keyof typeof EXAMPLES] }))}`),
  ].join('\n');
}

/** A comment for people: a space after each #. */
function comment(text: string): string {
  return text.split('\n').map((line) => `${wrapped(line).map((part) => `# ${part}\n`).join('')}`).join('');
}

/** YAML that does not count until its # is removed. */
function disabled(yaml: string): string {
  return yaml.replace(/^(?=.)/gm, '#');
}

function wrapped(line: string): string[] {
  const parts: string[] = [];
  for (const word of line.split(' ')) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      parts[parts.length - 1] = `${last} ${word}`;
    } else {
      parts.push(word);
    }
  }
  return parts;
}
