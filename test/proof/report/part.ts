/** A part of the proof: one question, and who answers it. */
export interface Part {
  /** Name of its result file, and its order in the report. */
  readonly id: 'worlds' | 'plants' | 'solver' | 'kms' | 'mutation' | 'deploy' | 'lint' | 'versions' | 'excess' | 'hostile' | 'page' | 'bindings';
  readonly title: string;
  /** Who judges; never the library itself. */
  readonly judge: string;
  /** What runs it. */
  readonly command: string;
}

/** All parts, in the order of the report. */
export const PARTS: readonly Part[] = [
  { id: 'worlds', title: 'Random worlds', judge: 'iam-simulate and a second evaluator, against an oracle', command: 'npm run prove' },
  { id: 'plants', title: 'Bugs in the source', judge: 'random worlds, and tests', command: 'npm run prove:plants' },
  { id: 'solver', title: 'Containment, over all requests', judge: 'Z3', command: 'npm run prove' },
  { id: 'kms', title: 'KMS keys', judge: 'iam-simulate and a second evaluator, against an oracle', command: 'npm run prove' },
  { id: 'mutation', title: 'Mutation testing', judge: 'Stryker', command: 'npm run prove:mutation' },
  { id: 'deploy', title: 'Emulated deployment', judge: 'moto, read back by the AWS SDK', command: 'npm run prove:deploy' },
  { id: 'lint', title: 'Outside linters', judge: 'cfn-lint, checkov, cfn-guard, the CDK\'s validator', command: 'npm run prove:lint' },
  { id: 'versions', title: 'Versions of the CDK', judge: 'the CDK\'s own validators', command: 'npm run prove:versions' },
  { id: 'excess', title: 'Excess, measured', judge: 'iam-simulate and a second evaluator', command: 'npm run prove:excess' },
  { id: 'hostile', title: 'Hostile use', judge: 'expected errors, as a table', command: 'npm run prove' },
  { id: 'page', title: 'Set-up page', judge: 'Chromium, against what the construct synthesizes', command: 'npm run prove:page' },
  { id: 'bindings', title: 'Other languages', judge: 'the same apps in TypeScript, file by file', command: 'npm run bindings' },
];

/** Something that should have held, and did not. */
export interface Failure {
  /** What was checked, in a line. */
  readonly check: string;
  /** What came out, with all that is needed to see it again. */
  readonly detail: string;
}

/** What a part found. */
export interface PartResult {
  readonly id: Part['id'];
  /** Statements that were shown or refuted, each of them one line in the mind of a reviewer. */
  readonly checks: number;
  /** Single requests, queries, mutants or templates that were judged for these checks. */
  readonly probes: number;
  readonly failures: readonly Failure[];
  readonly seconds: number;
  /** Facts for the reader of the report: versions, bounds, counts by kind. */
  readonly notes: readonly string[];
}
