import { join } from 'path';
import { execute, parsed } from './execute';
import { LintResult, TemplateFile } from '../finding';

/** Where the templates are for, and two partitions more. */
const REGIONS = ['eu-west-1', 'us-east-1', 'cn-north-1', 'us-gov-west-1'];

interface Match {
  readonly Filename: string;
  readonly Location: { readonly Path?: ReadonlyArray<string | number> | null };
  readonly Message: string;
  readonly Rule: { readonly Id: string };
}

/** AWS's linter: schemas of resources, values of properties, shapes of policies. Informational rules are judged as well. */
export async function cfnLint(executables: string, files: readonly TemplateFile[], cwd: string): Promise<LintResult> {
  const command = join(executables, 'cfn-lint');
  const version = await execute(command, ['--version'], { cwd });
  const rules = await execute(command, ['--list-rules'], { cwd });
  const outcome = await execute(command, [
    '--format', 'json', '--info', '--include-checks', 'I', '--regions', ...REGIONS, '--', ...files.map(({ path }) => path),
  ], { cwd });
  const names = new Map(files.map(({ name, path }) => [path, name]));
  return {
    tool: 'cfn-lint',
    about: `${version.stdout.trim().replace('cfn-lint ', '')}, ${rules.stdout.match(/^[EWI]\d{4}: /gm)?.length ?? 0} rules, for ${REGIONS.join(', ')}`,
    findings: parsed<Match[]>('cfn-lint', outcome).map(({ Filename, Location, Message, Rule }) => {
      const [section, id] = Location.Path ?? [];
      return {
        tool: 'cfn-lint',
        rule: Rule.Id,
        template: names.get(Filename) ?? Filename,
        resource: section === 'Resources' && id !== undefined ? String(id) : undefined,
        message: Message,
      };
    }),
    seen: new Set([...outcome.stderr.matchAll(/Run scan of template (.+)$/gm)].flatMap(([, path]) => names.get(path) ?? [])),
  };
}
