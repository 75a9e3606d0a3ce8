import { readdirSync } from 'fs';
import { arch, platform } from 'os';
import { dirname, join } from 'path';
import { execute, parsed } from './execute';
import { Finding, LintResult, TemplateFile } from '../finding';

/** The Control Tower controls about what the library makes or adds to, by folder of their rules. */
const CONTROLS = ['identityandaccessmanagement', 'keymanagementservice', 's3'];

interface FileReport {
  readonly name: string;
  readonly not_compliant: ReadonlyArray<{ readonly Rule: { readonly name: string } }>;
}

/** The Control Tower controls, by the engine and the rules that `@cdklabs/cdk-validator-cfnguard` brings. */
export async function cfnGuard(files: readonly TemplateFile[], cwd: string): Promise<LintResult> {
  const home = dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
  const command = join(home, 'bin', engineFolder(), 'cfn-guard');
  const rules = CONTROLS.map((control) => join(home, 'rules', 'control-tower', 'cfn-guard', control));
  const version = await execute(command, ['--version'], { cwd });
  const outcome = await execute(command, [
    'validate', ...rules.flatMap((rule) => ['--rules', rule]), ...files.flatMap(({ path }) => ['--data', path]),
    '--output-format', 'json', '--show-summary', 'none', '--structured',
  ], { cwd });
  const reports = parsed<FileReport[]>('cfn-guard', outcome);
  const names = new Map(files.map(({ name, path }) => [path, name]));
  const nameOf = (path: string) => names.get(path) ?? path;
  return {
    tool: 'cfn-guard',
    about: `${version.stdout.trim().replace('cfn-guard ', '')}, ${rules.flatMap((rule) => readdirSync(rule)).length} Control Tower controls (CT.IAM, CT.KMS, CT.S3)`,
    findings: reports.flatMap(({ name, not_compliant }) => not_compliant.flatMap(({ Rule }) => guardFindings(nameOf(name), Rule))),
    seen: new Set(reports.map(({ name }) => nameOf(name))),
  };
}

/**
 * The findings of one rule in one template. Guard prints how it evaluated the rule, as a tree whose shape depends on how the
 * rule is written; whatever is about a resource has a `path` below `/Resources`.
 */
export function guardFindings(template: string, rule: { readonly name: string }): Finding[] {
  const messages = new Map<string, Set<string>>();
  const [, control = rule.name, title = ''] = /\[(CT\.[A-Z0-9]+\.PR\.\d+)\]: (.*?)\\n/.exec(JSON.stringify(rule)) ?? [];
  const visit = (node: unknown, said: string) => {
    if (typeof node !== 'object' || node === null) {
      return;
    }
    const { messages: own, path } = node as { messages?: { error_message?: string | null }; path?: unknown };
    const message = own?.error_message || said;
    const resource = typeof path === 'string' ? /^\/Resources\/([^/]+)/.exec(path)?.[1] : undefined;
    if (resource !== undefined) {
      messages.set(resource, (messages.get(resource) ?? new Set()).add(message));
    }
    Object.values(node).forEach((child) => visit(child, message));
  };
  visit(rule, '');
  const finding = (message: string, resource?: string): Finding => ({ tool: 'cfn-guard', rule: control, template, resource, message });
  return messages.size === 0
    ? [finding(title)]
    : [...messages].map(([resource, said]) => finding([title, ...[...said].map(shortened)].join('; '), resource));
}

/** Without the value that was judged, which may be a whole resource. */
function shortened(message: string): string {
  return message.replace(/ Value traversed to \[.*$/s, '').trim();
}

function engineFolder(): string {
  const system = { linux: 'ubuntu', darwin: 'macos' }[platform() as string];
  const machine = { x64: 'x86_64', arm64: 'aarch64' }[arch() as string];
  if (system === undefined || machine === undefined) {
    throw new Error(`cfn-guard has no engine for ${platform()} on ${arch()}`);
  }
  return join(system, machine);
}
