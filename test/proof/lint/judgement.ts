import { Finding, LintResult, TemplateFile } from './finding';
import { Shown } from './shown';

/** What is wrong between a tool and a template: something it found, or something it overlooked. */
export function faultBetween(result: LintResult, { template, spoilt, expected }: Shown, open: readonly Finding[]): string | undefined {
  const { tool, findings, seen } = result;
  const said = (file: TemplateFile, rule: string, resource: string) => findings.some((finding) =>
    finding.template === file.name && finding.rule === rule && finding.resource === resource);
  const demanded = expected.filter((fault) => fault.tool === tool);
  const faults = [
    ...open.filter((finding) => finding.tool === tool && finding.template === template.name)
      .map(({ rule, resource, message }) => `${rule} ${resource ?? ''}: ${message.slice(0, 300)}`),
    ...[template, spoilt].filter(({ name }) => !seen.has(name)).map(({ name }) => `has not looked at ${name}`),
    ...demanded.filter(({ rule, resource }) => !said(spoilt, rule, resource))
      .map(({ rule, resource }) => `overlooks in the spoilt copy: ${rule} ${resource}`),
    ...(demanded.length === 0 ? ['nothing was sown for it, so its silence says nothing'] : []),
  ];
  return faults.length === 0 ? undefined : faults.join('\n');
}

/** Findings about no template that was shown: they would be lost otherwise. */
export function strayFindings(findings: readonly Finding[], shown: readonly Shown[]): Finding[] {
  const names = new Set(shown.flatMap(({ template, spoilt }) => [template.name, spoilt.name]));
  return findings.filter(({ template }) => !names.has(template));
}
