import { mkdirSync, rmSync } from 'fs';
import { join } from 'path';
import { LintResult, TemplateFile } from './finding';
import { collectApp, collectCoactive, collectSnapshots, writeTemplate, writeYaml } from './templates';
import { readVerdict, validateTemplates, Verdict } from './tools/cdk-validator';
import { cfnGuard } from './tools/cfn-guard';
import { cfnLint } from './tools/cfn-lint';
import { checkov } from './tools/checkov';
import { developmentWorkspace, Synthesis, synthesize, Workspace, workspaceWith } from './workspace';
import { LINTED } from '../../../build-tools/cdk-versions/versions';
import { Expected, spoil } from '../plants/lint/spoil';

/** A template, and its copy with faults. */
export interface Shown {
  readonly template: TemplateFile;
  readonly spoilt: TemplateFile;
  /** What must be found in the copy. */
  readonly expected: readonly Expected[];
}

/** Everything that the linters had to say. */
export interface Said {
  readonly shown: readonly Shown[];
  /** Templates once more, in YAML; for cfn-lint alone, which reads both. */
  readonly inYaml: readonly Shown[];
  readonly results: readonly LintResult[];
  /** Runs of the newest CDK with its validator on. */
  readonly exits: ReadonlyArray<{
    readonly name: string;
    /** Whether the validator reported an error. */
    readonly failed: boolean;
    /** The exit code. */
    readonly status: number;
    readonly mustFail: boolean;
  }>;
  readonly cdkVersions: { readonly development: string; readonly newest: string };
}

/** One-click templates, which are mostly the same whatever version of the CDK makes them; those are shown once. */
const TWINS = /\/kits\//;

/** Makes all templates in a folder, and shows them and their spoilt copies to all linters. */
export async function show(dir: string, executables: string): Promise<Said> {
  const development = developmentWorkspace(join(dir, 'development'));
  const newest = workspaceWith(LINTED, join(dir, 'newest'));
  const [old, now] = await Promise.all([development, newest].map((workspace) => synthesize(workspace, 'apps')));

  const [soundFolder, spoiltFolder] = ['sound', 'spoilt'].map((name) => join(dir, name));
  const collected = (workspace: Workspace, group: string, { apps }: Synthesis) =>
    apps.flatMap((app) => collectApp(soundFolder, group, workspace, app));
  const latest = collected(newest, 'newest', now);
  const templates = [
    ...withoutTwins(collected(development, 'development', old), latest), ...latest, ...collectSnapshots(soundFolder),
    await collectCoactive(soundFolder),
  ];
  const shown = templates.map((template): Shown => {
    const { content, expected } = spoil(template.content);
    return { template, spoilt: { ...writeTemplate(spoiltFolder, template.name, content), name: `spoilt/${template.name}` }, expected };
  });
  const spoilt = shown.map((pair) => pair.spoilt);
  const inYaml = shown.filter(({ template }) => template.yaml !== undefined).map((pair) => asYaml(join(dir, 'yaml'), pair));
  const files = [...templates, ...spoilt];

  // The validator sees the apps of the newest CDK as any user's; everything else as a mere template.
  const asApps = joined(now.apps.map((app) => readVerdict(newest, app, templateNames(`newest/${app}`))));
  const given = new Set(asApps.given);
  const home = join(dir, 'home');
  mkdirSync(home);
  const [lint, security, controls, alone, planted] = await Promise.all([
    cfnLint(executables, [...files, ...inYaml.flatMap((pair) => [pair.template, pair.spoilt])], home),
    checkov(executables, { sound: soundFolder, spoilt: spoiltFolder, files, expected: shown.flatMap(({ expected }) => expected) }, home),
    cfnGuard(files, home),
    validateTemplates(newest, [...templates.filter(({ name }) => !given.has(name)), ...spoilt]),
    synthesize(newest, 'planted'),
  ]);
  const { findings, given: seen } = joined([asApps, alone]);
  return {
    shown,
    inYaml,
    results: [lint, security, controls, { tool: 'cdk-validator', about: `aws-cdk-lib ${newest.cdkVersion}`, findings, seen: new Set(seen) }],
    exits: [
      { name: 'all apps', failed: asApps.failed, status: now.status, mustFail: false },
      { name: 'an app with a fault', failed: readVerdict(newest, 'planted', templateNames('planted')).failed, status: planted.status, mustFail: true },
    ],
    cdkVersions: { development: development.cdkVersion, newest: newest.cdkVersion },
  };
}

function withoutTwins(templates: readonly TemplateFile[], others: readonly TemplateFile[]): TemplateFile[] {
  const texts = new Set(others.map(({ content }) => JSON.stringify(content)));
  return templates.filter(({ name, path, content }) => {
    const twin = TWINS.test(name) && texts.has(JSON.stringify(content));
    if (twin) {
      rmSync(path);
    }
    return !twin;
  });
}

/** In a folder of its own, into which checkov does not look. */
function asYaml(folder: string, { template, spoilt, expected }: Shown): Shown {
  return { template: writeYaml(folder, template), spoilt: writeYaml(folder, spoilt), expected };
}

function templateNames(group: string): (file: string) => string {
  return (file) => `${group}/${file.replace(/\.template\.json$/, '')}`;
}

function joined(verdicts: readonly Verdict[]): Verdict {
  return {
    findings: verdicts.flatMap(({ findings }) => findings),
    given: verdicts.flatMap(({ given }) => given),
    failed: verdicts.some(({ failed }) => failed),
  };
}
