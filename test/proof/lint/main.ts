/**
 * Shows every template that the examples, the README, the integration tests and a gallery produce to four linters that know nothing
 * of this library. What one of them says must be mended, or explained in skips.ts. So that silence means something, each template is
 * shown once more with faults sown into it, which must all be found.
 */
import { mkdtempSync, realpathSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { TOOLS } from './finding';
import { faultBetween, strayFindings } from './judgement';
import { Said, show } from './shown';
import { faultOf, part, silencers, titleOf } from './skip';
import { SKIPS } from './skips';
import { pythonVersion, venv } from '../python/venv';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

function record(recorder: Recorder, { shown, inYaml, results, exits, cdkVersions }: Said, python: string): void {
  const findings = results.flatMap((result) => result.findings);
  const healthy = new Map([...shown, ...inYaml].map(({ template }) => [template.name, template]));
  const { open, explained } = part(findings.filter(({ template }) => healthy.has(template)), SKIPS, healthy);
  for (const pair of shown) {
    for (const result of results) {
      recorder.check(`${result.tool} has nothing to say about ${pair.template.name}`, faultBetween(result, pair, open));
      recorder.judged(Object.keys(pair.template.content.Resources).length);
    }
    const orders = silencers(pair.template);
    recorder.check(`${pair.template.name} silences no linter`, orders.length === 0 ? undefined : orders.join('\n'));
  }
  for (const pair of inYaml) {
    const lint = results.find(({ tool }) => tool === 'cfn-lint')!;
    recorder.check(`cfn-lint has nothing to say about ${pair.template.name}`, faultBetween(lint, pair, open));
    recorder.judged(Object.keys(pair.template.content.Resources).length);
  }
  SKIPS.forEach((skip, i) => recorder.check(`skip ${titleOf(skip)} is needed, and says why`, faultOf(skip, explained[i])));
  const stray = strayFindings(findings, [...shown, ...inYaml]);
  recorder.check('every finding is about a template that was shown', stray.length === 0 ? undefined : JSON.stringify(stray.slice(0, 10), undefined, 2));
  for (const { name, failed, status, mustFail } of exits) {
    recorder.check(`the CDK with its validator ${mustFail ? 'fails on' : 'passes'} ${name}`,
      failed === mustFail && (status !== 0) === mustFail ? undefined : `exit code ${status}, errors in the report: ${failed}`);
  }

  const sources = new Map<string, number>();
  for (const name of healthy.keys()) {
    const source = name.split('/').slice(0, 2).join('/');
    sources.set(source, (sources.get(source) ?? 0) + 1);
  }
  recorder.note(`${healthy.size} templates: ${[...sources].map(([source, count]) => `${source} ${count}`).join(', ')}`);
  recorder.note(`"development" is aws-cdk-lib ${cdkVersions.development}, "newest" ${cdkVersions.newest} with the recommended feature flags`);
  results.forEach(({ tool, about }) => recorder.note(`${tool}: ${about}`));
  recorder.note(`Python ${python}; probes are resources, counted once for each tool that looked at them`);
  recorder.note(`${sum(shown.map(({ expected }) => expected.length))} findings demanded of the linters in copies of the templates with faults sown into them`);
  const skipped = TOOLS.map((tool) => {
    const counts = SKIPS.flatMap((skip, i) => (skip.tool === tool ? [explained[i]] : []));
    return `${tool} ${counts.length} for ${sum(counts)} findings`;
  });
  recorder.note(`${SKIPS.length} skips, each with its reason: ${skipped.join(', ')}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function main(): Promise<void> {
  const recorder = new Recorder('lint');
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'cdk-vendor-s3-access-lint-'));
  try {
    await recorder.attempt('the linters ran', async () => {
      const executables = venv('lint', join(__dirname, 'requirements.txt'));
      record(recorder, await show(dir, executables), pythonVersion(executables));
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  publish([recorder.finish()]);
}

void main();
