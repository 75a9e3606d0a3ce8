/**
 * Does what new users do: a customer installs the package into an empty CDK app, pastes the first example of the README and
 * synthesizes it, or imports the package in another way; a vendor lets the command line write its kit. It catches what no other test sees, such as a file missing from
 * the tarball.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { CONSTRUCTS, OLDEST } from './cdk-versions/versions';
import { pack } from './pack';
import { firstReadmeExample } from './readme-example';
import { run } from './run';
import { withTempDir } from './temp-dir';
import { tryLoading } from './try-loading';

const root = resolve(__dirname, '..');

withTempDir('pack-try', (dir) => {
  const tarball = pack(dir);

  const app = join(dir, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'scratch-app', private: true }));
  run('npm', [
    'install', '--no-audit', '--no-fund', '--prefer-offline', tarball,
    `aws-cdk-lib@${OLDEST}`, `constructs@${CONSTRUCTS}`,
  ], { cwd: app });

  writeFileSync(join(app, 'example.ts'), firstReadmeExample(root));
  writeFileSync(join(app, 'main.ts'), `
    import { App } from 'aws-cdk-lib';
    import { ExampleStack } from './example';

    const app = new App({ outdir: 'cdk.out' });
    new ExampleStack(app, 'Example');
    app.synth();
  `);
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { target: 'ES2022', module: 'node16', strict: true, skipLibCheck: true, types: [] },
  }));
  run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', '.'], { cwd: app });
  run(process.execPath, ['main.js'], { cwd: app });

  const template = JSON.parse(readFileSync(join(app, 'cdk.out', 'Example.template.json'), 'utf8'));
  const types = Object.values<{ Type: string }>(template.Resources ?? {}).map((resource) => resource.Type);
  if (!types.includes('AWS::IAM::Role')) throw new Error(`no AWS::IAM::Role in the synthesized template, only: ${types.sort().join(', ')}`);
  console.log(`the README example synthesizes to ${types.length} resources, an IAM role among them`);

  tryLoading(app);
  writeKit(app);
  callWithoutInstalling(dir, tarball);
});

/** Runs the command line as the README of a vendor would: by its name, with nothing prepared. */
function writeKit(app: string): void {
  for (const bin of ['cdk-vendor-s3-access', 'vendor-s3-access']) {
    run('npx', ['--no-install', bin, '--version'], { cwd: app });
  }
  const start = Date.now();
  run('npx', ['--no-install', 'cdk-vendor-s3-access', 'kit', '--vendor', 'cloudglue', '--out', 'kit'], { cwd: app });
  const seconds = (Date.now() - start) / 1000;
  const files = readdirSync(join(app, 'kit')).sort();
  const expected = ['SETUP.md', 'launch-links.json', 'policies', 'setup.html', 'template.json', 'template.yaml'];
  if (files.join() !== expected.join()) throw new Error(`the kit holds ${files.join(', ')}; expected ${expected.join(', ')}`);
  const { Outputs } = JSON.parse(readFileSync(join(app, 'kit', 'template.json'), 'utf8'));
  const outputs = Object.keys(Outputs).sort();
  if (outputs.join() !== 'ExternalId,RoleArn,RoleName') throw new Error(`the template has the outputs ${outputs.join(', ')}`);
  console.log(`the command line writes the kit of Cloudglue in ${seconds.toFixed(1)} s`);
}

/** Calls the command line where nothing is installed, as docs show it: npx fetches the package, and has to choose between its two commands. */
function callWithoutInstalling(dir: string, tarball: string): void {
  const elsewhere = join(dir, 'elsewhere');
  mkdirSync(elsewhere);
  const out = run('npx', ['--yes', '--prefer-offline', `file:${tarball}`, 'vendors', 'cloudglue'], { cwd: elsewhere, capture: true });
  if (!out.startsWith('name: Cloudglue\n')) throw new Error(`npx printed ${out}`);
  console.log('npx runs the command of the package where it is not installed');
}
