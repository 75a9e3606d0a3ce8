import { Finding, TemplateFile, Tool } from './finding';

/** A finding that is not mended, and why. */
export interface Skip {
  readonly tool: Tool;
  /** The one rule. */
  readonly rule: string;
  /** The one type of resource; without it, the skip holds for a template as a whole, and wherever the rule speaks up. */
  readonly type?: string;
  /** Templates for which it holds, by name. */
  readonly template?: RegExp;
  /** Resources for which it holds, by logical ID. */
  readonly resource?: RegExp;
  /** What the tool says. */
  readonly message?: RegExp;
  /** Why this is not mended: full sentences. */
  readonly reason: string;
}

/** Whether a skip is about a finding. */
export function covers(skip: Skip, finding: Finding, type: string | undefined): boolean {
  return skip.tool === finding.tool
    && skip.rule === finding.rule
    && (skip.type === undefined || skip.type === type)
    && (skip.template?.test(finding.template) ?? true)
    && (skip.resource === undefined || (finding.resource !== undefined && skip.resource.test(finding.resource)))
    && (skip.message?.test(finding.message) ?? true);
}

/** Findings, parted by the skips. */
export interface Parted {
  readonly open: readonly Finding[];
  /** How many findings each skip explains, in the order of the skips. A finding counts for the first skip that covers it. */
  readonly explained: readonly number[];
}

/** Parts findings into those that a skip explains, and those that stand. */
export function part(findings: readonly Finding[], skips: readonly Skip[], templates: ReadonlyMap<string, TemplateFile>): Parted {
  const explained = skips.map(() => 0);
  const open = findings.filter((finding) => {
    const type = finding.resource === undefined ? undefined : templates.get(finding.template)?.content.Resources[finding.resource]?.Type;
    const index = skips.findIndex((skip) => covers(skip, finding, type));
    if (index >= 0) {
      explained[index]++;
    }
    return index < 0;
  });
  return { open, explained };
}

/** What is wrong with a skip: it explains nothing, or does not say why. */
export function faultOf(skip: Skip, explained: number): string | undefined {
  if (explained === 0) {
    return 'no finding is left that it explains; remove it';
  }
  return /^[A-Z].{30,}\.$/s.test(skip.reason) ? undefined : `its reason is no sentence: "${skip.reason}"`;
}

/** A skip in a line. */
export function titleOf({ tool, rule, type, template, resource, message }: Skip): string {
  const limits = [type, template, resource, message].filter((limit) => limit !== undefined);
  return [`${tool} ${rule}`, ...limits.map(String)].join(' ');
}

/** The keys of metadata in which linters look for orders to keep quiet. */
const SILENCERS = ['cfn-lint', 'checkov', 'cfn_nag', 'guard', 'cdk_nag'];

/** Orders to linters inside a template. There must be none: what is not mended is explained in one place, outside. */
export function silencers({ content }: TemplateFile): string[] {
  const holders = [['the template', content] as const, ...Object.entries(content.Resources)];
  return holders.flatMap(([name, { Metadata }]) => SILENCERS
    .filter((key) => typeof Metadata === 'object' && Metadata !== null && key in Metadata)
    .map((key) => `${name}: ${key}`));
}
