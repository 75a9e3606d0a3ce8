import { readFileSync } from 'fs';
import { join, resolve } from 'path';

const MANIFEST = JSON.parse(readFileSync(join(resolve(__dirname, '..', '..'), 'package.json'), 'utf8'));

/** The aws-cdk-lib that the library is developed with: the oldest that it supports. */
export const OLDEST: string = MANIFEST.devDependencies['aws-cdk-lib'];

/**
 * One that users meet between the two ends, for what pip and Maven resolve to lags behind. This is the last whose validator takes the
 * empty default of a parameter for its value (2.262 to 2.275), and tries every combination of the choices in a resource (2.268, and 2.271
 * to 2.275); from 2.276 on it does neither, and before 2.262 there is none.
 */
export const BETWEEN = '2.275.0';

/** Whatever is the newest today. */
export const NEWEST = '2';

/**
 * The one whose validator is among the outside linters. It is raised by hand: a new version brings new rules, and what they find has to be
 * mended or explained.
 */
export const LINTED = '2.276.0';

/** What aws-cdk-lib needs beside it. */
export const CONSTRUCTS: string = MANIFEST.devDependencies.constructs;
