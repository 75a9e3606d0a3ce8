import { join, relative } from 'path';
import { demoApp } from './app';
import { table } from './table';
import { TemplateReader } from './template-reader';

/** Conditions that every statement has, and that would only repeat themselves in a table. */
const EVERYWHERE = new Set(['aws:SecureTransport', 'aws:ResourceAccount']);

function conditions(reader: TemplateReader, condition: any): string[] {
  return Object.entries<any>(condition ?? {}).flatMap(([operator, keys]) => Object.entries<any>(keys)
    .filter(([key]) => !EVERYWHERE.has(key))
    .flatMap(([key, values]) => reader.list(values).map((value, i) => (i === 0 ? `${key} ${operator} ${value}` : `  or ${value}`))));
}

/** Statements of a policy document as rows: what, where, under which conditions. */
function statementRows(reader: TemplateReader, document: any): string[][][] {
  return document.Statement.map((statement: any) => [
    [statement.Effect],
    reader.list(statement.Action),
    reader.list(statement.Resource ?? statement.Principal?.AWS).map((arn) => arn.replace('arn:aws:s3:::', 's3://')),
    conditions(reader, statement.Condition),
  ]);
}

function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

// Runs from anywhere, and does not touch an app's own output folder.
const outdir = join(__dirname, '..', '..', 'cdk.demo.out');
const { app, roles } = demoApp(outdir);
const assembly = app.synth();

for (const stack of assembly.stacks) {
  const reader = new TemplateReader(stack.template);
  const role = roles.find((candidate) => candidate.node.path.startsWith(`${stack.stackName}/`))!;
  print(`\n=== ${stack.stackName} ===`);

  for (const { properties } of reader.resources('AWS::IAM::Role').filter(({ id }) => id.startsWith('Access'))) {
    print(`\nRole ${properties.RoleName ?? '(named by CloudFormation)'}: who may assume it, and how`);
    print(table(['effect', 'action', 'principal', 'under the condition'], statementRows(reader, properties.AssumeRolePolicyDocument)));
  }
  for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']) {
    for (const { properties } of reader.resources(type)) {
      print(`\nPolicy of ${[...reader.list(properties.Roles), ...reader.list(properties.Groups)].join(', ')}: what it may do where (all with TLS, all pinned to the bucket's owner)`);
      print(table(['effect', 'action', 'resource', 'under the condition'], statementRows(reader, properties.PolicyDocument)));
    }
  }
  for (const { properties } of reader.resources('AWS::S3::BucketPolicy')) {
    const statements = properties.PolicyDocument.Statement.filter((statement: any) => statement.Effect === 'Allow');
    if (statements.length > 0) {
      print(`\nBucket policy of ${reader.text({ 'Fn::GetAtt': [properties.Bucket.Ref, 'Arn'] })}: what ${reader.list(statements[0].Principal.AWS).join(', ')} may do`);
      print(table(['effect', 'action', 'resource', 'under the condition'], statementRows(reader, { Statement: statements })));
    }
  }

  const usage = role.policyUsage;
  print('\nSize in characters, against the quota');
  print(table(['policy', 'size', 'quota', 'used'], [
    ['trust', usage.trustSize, usage.trustQuota] as const,
    ['inline', usage.inlineSize, usage.inlineQuota] as const,
    ...usage.managedSizes.map((size, i) => [`managed ${i + 1}`, size, usage.managedQuota] as const),
  ].map(([name, size, quota]) => [[name], [String(size)], [String(quota)], [`${((size / quota) * 100).toFixed(0)} %`]])));
  print(`\nTemplate: ${relative(process.cwd(), stack.templateFullPath)}`);
}
