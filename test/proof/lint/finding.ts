/** A judge of templates from outside. */
export type Tool = 'cfn-lint' | 'checkov' | 'cfn-guard' | 'cdk-validator';

export const TOOLS: readonly Tool[] = ['cfn-lint', 'checkov', 'cfn-guard', 'cdk-validator'];

/** Something that a tool has to say about a template. */
export interface Finding {
  readonly tool: Tool;
  readonly rule: string;
  /** Name of the template. */
  readonly template: string;
  /** Logical ID of the resource, where the finding is about one. */
  readonly resource?: string;
  readonly message: string;
  /** Whether it is an error, where a tool tells them from warnings. */
  readonly error?: boolean;
}

/** What came of a run of a tool. */
export interface LintResult {
  readonly tool: Tool;
  /** Version, and what else there is to know about the run. */
  readonly about: string;
  readonly findings: readonly Finding[];
  /** Names of the templates that the tool itself says it has looked at. */
  readonly seen: ReadonlySet<string>;
}

/** A template as a tool gets it. */
export interface TemplateFile {
  /** Where it comes from, such as `development/demo/Cloudglue`. */
  readonly name: string;
  readonly path: string;
  readonly content: TemplateJson;
  /** The same as a kit publishes it for people to read, where one was written. */
  readonly yaml?: string;
}

export interface TemplateJson {
  readonly Resources: Readonly<Record<string, ResourceJson>>;
  readonly Metadata?: unknown;
}

export interface ResourceJson {
  readonly Type: string;
  readonly Properties?: any;
  readonly Metadata?: unknown;
}
