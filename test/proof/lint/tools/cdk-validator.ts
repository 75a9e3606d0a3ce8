import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Finding, TemplateFile } from '../finding';
import { parsed } from './execute';
import { runScript, Workspace } from '../workspace';

interface Report {
  readonly pluginReports: ReadonlyArray<{
    readonly pluginName: string;
    readonly violations: readonly Violation[];
    readonly suppressedViolations?: readonly Violation[];
  }>;
}

interface Violation {
  readonly ruleName: string;
  readonly severity: string;
  readonly description: string;
  readonly violatingConstructs: ReadonlyArray<{
    readonly constructPath: string;
    readonly cloudFormationResource?: { readonly templatePath: string; readonly logicalId: string };
  }>;
}

/** What the validator says of templates by itself. */
interface DirectReport {
  readonly success: boolean;
  readonly violations: ReadonlyArray<{
    readonly ruleName: string;
    readonly description: string;
    readonly violatingResources: ReadonlyArray<{ readonly templatePath: string; readonly resourceLogicalId?: string }>;
  }>;
}

/** What the validator said. */
export interface Verdict {
  readonly findings: readonly Finding[];
  /** Names of the templates that it was given. */
  readonly given: readonly string[];
  /** Whether one of the findings is an error. */
  readonly failed: boolean;
}

/** Reads the report over an app; `nameOf` gives the name of a template from its file in the assembly. */
export function readVerdict({ dir }: Workspace, app: string, nameOf: (file: string) => string): Verdict {
  const outdir = join(dir, 'out', app);
  const { pluginReports }: Report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  const violations = pluginReports.flatMap((report) => report.violations);
  return {
    // What was acknowledged is a finding as well: reasons are given in one place.
    findings: [...violations, ...pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations ?? [])].flatMap((violation) =>
      places(violation).map(({ file, resource }): Finding => (
        { tool: 'cdk-validator', rule: violation.ruleName, template: nameOf(file), resource, message: violation.description, error: isError(violation) }
      ))),
    given: (JSON.parse(readFileSync(`${outdir}.validated.json`, 'utf8')) as string[]).map(nameOf),
    failed: violations.some(isError),
  };
}

function isError({ severity }: Violation): boolean {
  return severity === 'error' || severity === 'fatal';
}

function places({ violatingConstructs }: Violation): Array<{ readonly file: string; readonly resource?: string }> {
  return violatingConstructs.length === 0 ? [{ file: 'no template' }] : violatingConstructs.map(({ constructPath, cloudFormationResource: resource }) => (
    { file: resource?.templatePath ?? `${constructPath.split('/')[0]}.template.json`, resource: resource?.logicalId }
  ));
}

/** Shows finished templates to the validator, without an app around them. */
export async function validateTemplates(workspace: Workspace, files: readonly TemplateFile[]): Promise<Verdict> {
  const list = join(workspace.dir, 'templates.json');
  writeFileSync(list, JSON.stringify(files.map(({ path }) => path)));
  const { success, violations } = parsed<DirectReport>('the CDK\'s validator', await runScript(workspace, 'validate.ts', list));
  const names = new Map(files.map(({ name, path }) => [path, name]));
  return {
    findings: violations.flatMap(({ ruleName: rule, description: message, violatingResources }) =>
      violatingResources.map(({ templatePath, resourceLogicalId: resource }): Finding => (
        { tool: 'cdk-validator', rule, template: names.get(templatePath) ?? templatePath, resource, message }
      ))),
    given: files.map(({ name }) => name),
    failed: !success,
  };
}
