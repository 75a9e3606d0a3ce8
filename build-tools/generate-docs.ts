/** Writes docs/errors.md from the tables of errors and warnings in the code. */
import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { markdownTable } from './markdown-table';
import { WARNING_PREFIX, WARNINGS } from '../src/cdk/report';
import { COMMAND_CODES } from '../src/cli/terminal/command-codes';
import { AccessError, ERRORS } from '../src/policy/base';
import { checkExternalId } from '../src/policy/grant';

const root = resolve(__dirname, '..');

const errors = markdownTable(['code', 'what is wrong'], sorted(ERRORS).map(([code, text]) => [`\`${code}\``, text]));
const commandCodes = markdownTable(['code', 'what is wrong'], sorted(COMMAND_CODES).map(([code, text]) => [`\`${code}\``, text]));
const warnings = markdownTable(['ID', 'what it is about'], sorted(WARNINGS).map(([id, text]) => [`\`${WARNING_PREFIX}:${id}\``, text]));

const page = `<!-- Written by "npm run docs:generate" from src/policy/base/codes.ts, src/cdk/report/warnings.ts and src/cli/terminal/command-codes.ts. -->

# Errors and warnings

## Errors

What cannot be right fails while the app runs, before anything is deployed. An error has one line:

\`\`\`text
${example()}
\`\`\`

First comes the code; then, in brackets, the path of the construct (for a vendor definition: the function that checks it, or the
file); then the property, or the field as the file has it, the value that was received, and, after the semicolon, what to do. A value that is known only at
deployment is shown as \`<known at deployment>\`, a long one is cut. The \`name\` of the error is \`VendorS3AccessError\`.

Codes are API: match on them. Texts may change.

${errors}

## Warnings

What is legal and yet worth a second look is a warning of the construct. Once you have thought about it, acknowledge it, with
a reason for whoever reads the code next:

\`\`\`ts
import { Annotations } from 'aws-cdk-lib';

Annotations.of(this).acknowledgeWarning('${WARNING_PREFIX}:multipartListing', 'the bucket holds nothing but uploads of this vendor');
\`\`\`

A warning names first what it is about, then what may go wrong, and then what to write, where there is a cure. An acknowledgement holds
for the construct given, and for all below it. In a pipeline, \`cdk synth --strict\` fails for every warning that
is left.

${warnings}

## The command line

What is wrong with the access itself has the codes above, whoever finds it. These are about the command:

${commandCodes}

Others are the names that the operating system (\`ENOENT\`), the parser of options (\`UnknownOption\`) or AWS (\`NoSuchBucket\`) have for it.
With \`--json\` an error is an object with \`code\`, \`message\` and, where it is about an option, \`option\`; where it is about a definition file, with
\`file\` and the \`field\` in it. The exit code says whether a check
failed (1), the input is wrong (2), or something outside (3).
`;

mkdirSync(join(root, 'docs'), { recursive: true });
writeFileSync(join(root, 'docs', 'errors.md'), page);

function sorted(table: Readonly<Record<string, string>>): Array<[string, string]> {
  return Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A real message, so that the page shows their form as it is. */
function example(): string {
  try {
    checkExternalId('YOUR_EXTERNAL_ID', 'externalId');
  } catch (e) {
    if (e instanceof AccessError) return e.at('App/Cloudglue').message;
  }
  throw new Error('a placeholder is no longer refused: choose another example');
}
