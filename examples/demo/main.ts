import { join, relative } from 'path';
import { SynthesisMessageLevel } from 'aws-cdk-lib/cx-api';
import { demoApp } from './app';
import { bucketPolicies, keyPolicies, permissions, trusts } from './policies';
import { table } from './table';
import { TemplateReader } from './template-reader';
import { PolicyUsage } from '../../src';

function sizes(usage: PolicyUsage): string {
  const rows: Array<[string, number, number]> = [
    ['trust', usage.trustSize, usage.trustQuota],
    ['inline', usage.inlineSize, usage.inlineQuota],
    ...usage.managedSizes.map((size, i): [string, number, number] => [`managed ${i + 1}`, size, usage.managedQuota]),
  ];
  return table(['policy', 'size', 'quota', 'used'], rows.map(([name, size, quota]) =>
    [[name], [String(size)], [String(quota)], [`${((size / quota) * 100).toFixed(0)} %`]]));
}

/** Each block starts with a heading and an empty line before it. */
function print(heading: string, ...body: string[]): void {
  process.stdout.write(`\n${[heading, ...body].join('\n')}\n`);
}

// Runs from anywhere, and does not touch an app's own output folder.
const outdir = join(__dirname, '..', '..', 'cdk.demo.out');
const { app, roles } = demoApp(outdir);

for (const stack of app.synth().stacks) {
  const reader = new TemplateReader(stack.template);
  print(`=== ${stack.stackName} ===`);
  for (const part of [trusts, permissions, bucketPolicies, keyPolicies]) {
    for (const { heading, body } of part(reader)) {
      print(heading, body);
    }
  }

  const warnings = stack.messages.filter(({ level }) => level === SynthesisMessageLevel.WARNING);
  if (warnings.length > 0) {
    print('Warnings', ...warnings.map(({ id, entry }) => `  ${id}: ${String(entry.data)}`));
  }
  const role = roles.find(({ node }) => node.path.startsWith(`${stack.stackName}/`))!;
  print('Size in characters, against the quota', sizes(role.policyUsage));
  print(`Template: ${relative(process.cwd(), stack.templateFullPath)}`);
}
