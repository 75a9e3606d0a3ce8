/** Writes docs/errors.md from the tables of errors and warnings in the code. */
import { mkdirSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { markdownTable } from './markdown-table';
import { WARNING_PREFIX, WARNINGS } from '../src/cdk/report';
import { AccessError, ERRORS } from '../src/policy/base';
import { checkExternalId } from '../src/policy/grant';

const root = resolve(__dirname, '..');

const errors = markdownTable(['code', 'what is wrong'], sorted(ERRORS).map(([code, text]) => [`\`${code}\``, text]));
const warnings = markdownTable(['ID', 'what it says'], sorted(WARNINGS).map(([id, text]) => [`\`${WARNING_PREFIX}:${id}\``, text]));

const page = `<!-- Written by "npm run docs:generate" from src/policy/base/codes.ts and src/cdk/report/warnings.ts. -->

# Errors and warnings

## Errors

What cannot be right fails while the app runs, before anything is deployed. An error has one line:

\`\`\`text
${example()}
\`\`\`

First comes the code; then, in brackets, the path of the construct (for a vendor definition: the function that checks it, or the
file); then the property, the value that was received, and, after the semicolon, what to do. A value that is known only at
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

It holds for the construct given, and for all below it. In a pipeline, \`cdk synth --strict\` fails for every warning that
is left.

${warnings}
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
