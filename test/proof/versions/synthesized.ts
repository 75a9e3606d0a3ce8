import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Finding } from '../lint/finding';
import { readVerdict } from '../lint/tools/cdk-validator';
import { Synthesis, synthesize, Workspace, workspaceWith } from '../lint/workspace';

/** What came of all apps with one version of the CDK. */
export interface SynthesizedApps extends Synthesis {
  /** The feature flags that should be in force. */
  readonly recommended: readonly string[];
  /** The texts of all templates, by app and file. */
  readonly templates: ReadonlyMap<string, string>;
  readonly validated: Validated;
  /** What came of an app with a fault. */
  readonly planted: Validated & { readonly status: number };
}

/** What the validator did; nothing, where there is none. */
export interface Validated {
  /** Templates that it was given. */
  readonly given: readonly string[];
  /** Whether it found an error. */
  readonly failed: boolean;
  readonly findings: readonly Finding[];
}

/** Synthesizes all apps with a version of the CDK, in a folder of its own. */
export async function synthesizeWith(version: string, dir: string): Promise<SynthesizedApps> {
  const workspace = workspaceWith(version, dir);
  const synthesis = await synthesize(workspace, 'apps');
  const planted = await synthesize(workspace, 'planted');
  return {
    ...synthesis,
    recommended: Object.keys(workspace.flags),
    templates: new Map(synthesis.apps.flatMap((app) => templatesOf(workspace, app))),
    validated: validatedIn(workspace, synthesis),
    planted: { ...validatedIn(workspace, planted), status: planted.status },
  };
}

function templatesOf({ dir }: Workspace, app: string): Array<[string, string]> {
  const outdir = join(dir, 'out', app);
  return readdirSync(outdir).filter((file) => file.endsWith('.template.json'))
    .map((file) => [`${app}/${file}`, readFileSync(join(outdir, file), 'utf8')]);
}

function validatedIn(workspace: Workspace, { apps }: Synthesis): Validated {
  // Without a plugin there is no report.
  const verdicts = apps.filter((app) => existsSync(join(workspace.dir, 'out', app, 'validation-report.json')))
    .map((app) => readVerdict(workspace, app, (file) => `${app}/${file}`));
  return {
    given: verdicts.flatMap(({ given }) => given),
    failed: verdicts.some(({ failed }) => failed),
    findings: verdicts.flatMap(({ findings }) => findings),
  };
}
