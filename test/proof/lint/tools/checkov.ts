import { writeFileSync } from 'fs';
import { join, sep } from 'path';
import { execute, parsed } from './execute';
import { Expected } from '../../plants/lint/spoil';
import { Finding, LintResult, TemplateFile } from '../finding';

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_path: string;
  /** Type and logical ID. */
  readonly resource: string;
}

interface Report {
  readonly results: {
    readonly passed_checks: readonly Check[];
    readonly failed_checks: readonly Check[];
    readonly skipped_checks: readonly Check[];
    readonly parsing_errors: readonly string[];
  };
  readonly summary: { readonly checkov_version: string };
}

/** Folders of templates, and what must be found in the spoilt ones. */
export interface CheckovInput {
  readonly sound: string;
  readonly spoilt: string;
  readonly files: readonly TemplateFile[];
  readonly expected: readonly Expected[];
}

/**
 * Rules that take seconds for each policy that allows everything, as the spoilt templates have it. They see all sound templates,
 * and instead of the spoilt ones a single policy.
 */
const SLOW_RULES = ['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111'];
const KNOWN_BAD = 'known-bad.template.json';

/** Security rules for CloudFormation, offline. It looks at whole folders, since it takes seconds to start. */
export async function checkov(executables: string, { sound, spoilt, files, expected }: CheckovInput, cwd: string): Promise<LintResult> {
  const command = join(executables, 'checkov');
  const rules = await execute(command, ['--list', '--framework', 'cloudformation'], { cwd });
  const run = async (folder: string, ...more: string[]) => {
    const outcome = await execute(command, [
      '--directory', folder, '--framework', 'cloudformation', '--output', 'json', '--compact', '--skip-download', ...more,
    ], { cwd });
    const report = parsed<Report>('checkov', outcome);
    return { ...report, results: located(report.results, new Map(files.map(({ name, path }) => [path, name])), folder) };
  };
  writeFileSync(join(sound, KNOWN_BAD), JSON.stringify({
    Resources: {
      Known: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
      },
    },
  }));
  const demanded = new Set(expected.filter(({ tool }) => tool === 'checkov').map(({ rule }) => rule));
  const [full, narrow] = await Promise.all([run(sound), run(spoilt, '--check', [...demanded].join(','))]);

  const known = full.results.findings.filter(({ template }) => template.endsWith(KNOWN_BAD)).map(({ rule }) => rule);
  const blind = SLOW_RULES.filter((rule) => !known.includes(rule));
  if (blind.length > 0) {
    throw new Error(`checkov does not mind a policy that allows everything by its rules ${blind.join(', ')}`);
  }
  return {
    tool: 'checkov',
    about: `${full.summary.checkov_version}, ${new Set(rules.stdout.match(/\bCKV2?_AWS_\d+\b/g)).size} rules`,
    findings: [...full.results.findings.filter(({ template }) => !template.endsWith(KNOWN_BAD)), ...narrow.results.findings],
    seen: new Set([...full.results.seen, ...narrow.results.seen]),
  };
}

function located({ failed_checks, passed_checks, skipped_checks, parsing_errors }: Report['results'], names: ReadonlyMap<string, string>, folder: string) {
  const nameOf = (path: string) => names.get(path) ?? names.get(join(folder, ...path.split(sep))) ?? path;
  const finding = ({ check_id, check_name, file_path, resource }: Check): Finding => (
    { tool: 'checkov', rule: check_id, template: nameOf(file_path), resource: resource.slice(resource.lastIndexOf('.') + 1), message: check_name }
  );
  return {
    findings: [
      ...failed_checks.map(finding),
      // Nothing asks checkov to skip anything.
      ...skipped_checks.map((check) => ({ ...finding(check), message: `skipped: ${check.check_name}` })),
      ...parsing_errors.map((path): Finding => ({ tool: 'checkov', rule: 'parsing', template: nameOf(path), message: 'checkov cannot read the template' })),
    ],
    seen: [...passed_checks, ...failed_checks].map(({ file_path }) => nameOf(file_path)),
  };
}
