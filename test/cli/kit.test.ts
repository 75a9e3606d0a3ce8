import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { App } from 'aws-cdk-lib';
import { parse } from 'yaml';
import { jsonOf, outputOf, runCli } from './run-cli';
import { tempFolder } from './temp-folder';
import { Vendors } from '../../src';
import { kitFiles, templateYaml } from '../../src/kit/files';
import { OneClickExternalId, OneClickStack, OneClickStackProps } from '../../src/kit/stack';

const URL = 'https://acme.s3.amazonaws.com/kit/1.2.0/template.json';
const ARN = 'arn:aws:iam::111122223333:role/vendor';

const folder = tempFolder();
const inFolder = (...path: string[]) => join(folder(), ...path);

/** The template of an app with the same stack, and its kit. */
function ofApp(props: OneClickStackProps) {
  const app = new App({ analyticsReporting: false });
  const stack = new OneClickStack(app, 'Stack', { ...props, kit: false });
  const { template } = app.synth().getStackArtifact(stack.artifactId);
  return { template, files: Object.fromEntries(kitFiles(stack._facts, template).map(({ path, content }) => [path, content])) };
}

function filesIn(root: string): Record<string, string> {
  const files = readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return [file.slice(root.length + 1).replace(/\\/g, '/'), readFileSync(file, 'utf8')];
  }));
}

const CASES: ReadonlyArray<readonly [string, string[], OneClickStackProps]> = [
  ['cloudglue', ['--vendor', 'cloudglue'], { vendor: Vendors.cloudglue() }],
  ['hotglue, with three buckets', ['--vendor', 'hotglue', '--slots', '3'], { vendor: Vendors.hotglue(), slots: 3 }],
  ['coactive, completed', ['--vendor', 'coactive', '--principal', ARN], { vendor: Vendors.coactive({ roleArn: ARN }) }],
  ['creative-force, with a derived ID', ['--vendor', 'creative-force', '--external-id-source', 'derived'],
    { vendor: Vendors.creativeForce(), externalId: OneClickExternalId.STACK_ID }],
  ['apperate', ['--vendor', 'apperate'], { vendor: Vendors.apperate() }],
];

describe('kit', () => {
  test.each([
    ['no links yet', ['cloudglue'], ['no launch links']],
    ['a vendor whose principal each customer enters', ['apperate'], ['no launch links', 'names no account and no principal']],
    ['nothing, where all is known', ['cloudglue', '--template-url', URL], []],
  ])('says what it lacks: %s', async (_, [vendor, ...args], notes) => {
    const { warnings } = await jsonOf('kit', '--vendor', vendor, ...args, '--out', inFolder('kit')) as { warnings: string[] };
    expect(warnings).toEqual(notes.map((note) => expect.stringContaining(note)));
  });

  test.each(CASES)('writes what an app would, for %s', async (_, args, props) => {
    await outputOf('kit', ...args, '--out', inFolder('kit'));
    expect(filesIn(inFolder('kit'))).toEqual(ofApp(props).files);
  });

  test('hands on where, how and as which version it is published', async () => {
    await outputOf('kit', '--vendor', 'cloudglue', '--template-url', URL, '--kit-version', '1.2.0', '--stack-name', 'acme', '--out', inFolder('kit'));
    expect(filesIn(inFolder('kit'))).toEqual(ofApp({ vendor: Vendors.cloudglue(), templateUrl: URL, version: '1.2.0', stackName: 'acme' }).files);
    expect(JSON.parse(readFileSync(inFolder('kit', 'launch-links.json'), 'utf8'))).toMatchObject({ templateUrl: URL, version: '1.2.0', stackName: 'acme' });
  });

  test('lists what was written, for people and as data', async () => {
    const lines = (await outputOf('kit', '--vendor', 'cloudglue', '--out', inFolder('kit'))).trimEnd().split('\n');
    const written = Object.entries(filesIn(inFolder('kit')));
    expect(lines.sort()).toEqual(written.map(([path, content]) => `${inFolder('kit', path)} (${Buffer.byteLength(content)} bytes)`).sort());
    const { written: listed } = await jsonOf('kit', '--vendor', 'cloudglue', '--out', inFolder('kit'));
    expect(listed).toContainEqual({ path: inFolder('kit', 'template.json'), bytes: Buffer.byteLength(filesIn(inFolder('kit'))['template.json']) });
    expect(listed).toHaveLength(lines.length);
  });

  test('takes the place of an earlier kit, and leaves no policy of it', async () => {
    await outputOf('kit', '--vendor', 'cloudglue', '--out', inFolder('kit'));
    writeFileSync(inFolder('kit', 'notes.txt'), 'mine');
    await outputOf('kit', '--vendor', 'coactive', '--principal', ARN, '--out', inFolder('kit'));
    expect(filesIn(inFolder('kit'))).toEqual({ ...ofApp({ vendor: Vendors.coactive({ roleArn: ARN }) }).files, 'notes.txt': 'mine' });
  });

  test.each([['a file of somebody else', 'notes.txt'], ['some policies', 'policies/mine.json'], ['half a kit', 'template.json']])(
    'fails for a folder that holds %s, and changes nothing; unless that is forced', async (_, path) => {
      mkdirSync(dirname(inFolder(path)), { recursive: true });
      writeFileSync(inFolder(path), 'mine');
      const { code, err } = await runCli('kit', '--vendor', 'cloudglue', '--out', folder());
      expect({ code, err }).toEqual({ code: 2, err: `error: FolderNotEmpty: --out: received ${JSON.stringify(folder())}; this folder holds something else than a kit; choose another one, or give --force as well\n` });
      expect(filesIn(folder())).toEqual({ [path]: 'mine' });
      await outputOf('kit', '--vendor', 'cloudglue', '--out', folder(), '--force');
      expect(Object.keys(filesIn(folder()))).toContain('setup.html');
    });

  test('goes into a folder that is there and empty', async () => {
    await outputOf('kit', '--vendor', 'cloudglue', '--out', folder());
    expect(readdirSync(folder()).sort()).toEqual(['SETUP.md', 'launch-links.json', 'policies', 'setup.html', 'template.json', 'template.yaml']);
  });

  test.each<[string, string[], string]>([
    ['no folder', ['--vendor', 'cloudglue'], 'UsageInvalid: --out is missing; give the folder to write the kit into'],
    ['no slots', ['--vendor', 'cloudglue', '--slots', '0'], 'SlotsInvalid --slots: received 0; '],
    ['eleven slots', ['--vendor', 'cloudglue', '--slots', '11'], 'SlotsInvalid --slots: received 11; '],
    ['a version with a slash', ['--vendor', 'cloudglue', '--kit-version', '1/2'], 'KitVersionInvalid --kit-version: received "1/2"; '],
    ['an address that is not on S3', ['--vendor', 'cloudglue', '--template-url', 'https://acme.example/t.json'], 'TemplateUrlInvalid --template-url: '],
    ['a stack name with a space', ['--vendor', 'cloudglue', '--stack-name', 'a b'], 'StackNameInvalid --stack-name: '],
    ['a source that does not exist', ['--vendor', 'cloudglue', '--external-id-source', 'random'], 'InvalidArgument: --external-id-source: received "random"; give one of entered, issued, derived'],
    ['an external ID of a vendor that sends none', ['--vendor', 'coactive', '--external-id-source', 'entered'], 'ExternalIdNotSupported --external-id-source: '],
  ])('fails for %s, and writes nothing', async (_, args, says) => {
    const { code, out, err } = await runCli('kit', ...args, ...(says.includes('--out') ? [] : ['--out', inFolder('kit')]));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(`error: ${says}`);
    expect(existsSync(inFolder('kit'))).toBe(false);
  });

  test('fails where the folder is a file', async () => {
    writeFileSync(inFolder('kit'), '');
    const { code, err } = await runCli('kit', '--vendor', 'cloudglue', '--out', inFolder('kit'));
    expect({ code, err }).toEqual({ code: 2, err: `error: FolderInvalid: --out: received ${JSON.stringify(inFolder('kit'))}; this is a file; give the name of a folder\n` });
  });
});

describe('kit --publish', () => {
  const KIT = ['kit', '--vendor', 'cloudglue', '--kit-version', '1.2.0'];
  const TO = ['--publish', 's3://acme-kits/aws', '--region', 'eu-west-1', '--dry-run'];
  const ADDRESS = 'https://acme-kits.s3.eu-west-1.amazonaws.com/aws/1.2.0/template.json';

  test('makes the kit for the address that it is published at, and tells what is uploaded', async () => {
    const out = await outputOf(...KIT, ...TO, '--out', inFolder('kit'));
    expect(JSON.parse(readFileSync(inFolder('kit', 'launch-links.json'), 'utf8'))).toMatchObject({ templateUrl: ADDRESS, version: '1.2.0' });
    expect(out).toContain(`${inFolder('kit', 'setup.html')} (`);
    expect(out).toContain('s3://acme-kits/aws/1.2.0/setup.html');
    expect(out).toContain(`Template: ${ADDRESS}`);
    const { published, written } = await jsonOf(...KIT, ...TO, '--out', inFolder('kit'));
    expect(published).toMatchObject({ bucket: 'acme-kits', templateUrl: ADDRESS, dryRun: true });
    expect(written.length).toBeGreaterThan(5);
  });

  test('does not publish what nobody asked to publish', async () => {
    expect(await jsonOf(...KIT, '--out', inFolder('kit'))).not.toHaveProperty('published');
  });

  test('fails where S3 does not answer, after the kit is written', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIAEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'example';
    const to = ['--publish', 's3://acme-kits/aws', '--region', 'eu-west-1', '--endpoint-url', 'http://127.0.0.1:9'];
    const { code, out, err } = await runCli(...KIT, ...to, '--out', inFolder('kit'));
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(existsSync(inFolder('kit', 'setup.html'))).toBe(true);
  });

  test.each<[string, string[], string]>([
    ['a region without --publish', [...KIT, '--region', 'eu-west-1'], 'UsageInvalid: --region goes with --publish'],
    ['a dry run without --publish', [...KIT, '--dry-run'], 'UsageInvalid: --dry-run goes with --publish'],
    ['an endpoint without --publish', [...KIT, '--endpoint-url', 'http://127.0.0.1:9'], 'UsageInvalid: --endpoint-url goes with --publish'],
    ['no version', ['kit', '--vendor', 'cloudglue', ...TO], 'UsageInvalid: --kit-version is missing; give it with --publish'],
    ['an address of its own', [...KIT, ...TO, '--template-url', URL], 'UsageInvalid: --template-url follows from --publish'],
    ['an address that is none', [...KIT, '--region', 'eu-west-1', '--publish', 'acme-kits'], 'UsageInvalid: --publish: received "acme-kits"; give s3://<bucket>/<prefix>'],
  ])('fails for %s, and writes nothing', async (_, args, says) => {
    const { code, err } = await runCli(...args, '--out', inFolder('kit'));
    expect(code).toBe(2);
    expect(err).toContain(`error: ${says}`);
    expect(existsSync(inFolder('kit'))).toBe(false);
  });
});

describe('template without --bucket', () => {
  test.each(CASES)('prints the one-click template of %s', async (_, args, props) => {
    const { template } = ofApp(props);
    expect(await outputOf('template', ...args)).toBe(templateYaml(template));
    expect(JSON.parse(await outputOf('template', ...args, '--format', 'json'))).toEqual(template);
  });

  test('is JSON with line breaks while CloudFormation takes that without a bucket, and JSON that fits otherwise', async () => {
    for (const slots of ['1', '10']) {
      const text = await outputOf('template', '--vendor', 'hotglue', '--format', 'json', '--slots', slots);
      const readable = `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
      expect(text).toBe(Buffer.byteLength(readable) <= 51_200 ? readable : `${JSON.stringify(JSON.parse(text))}\n`);
    }
  });

  test('reads as YAML', async () => {
    expect(parse(await outputOf('template', '--vendor', 'cloudglue'), { logLevel: 'silent' })).toHaveProperty('Parameters.BucketName');
  });

  test.each(['--external-id', '--role-name', '--account', '--region'])('fails for %s, which nothing would use', async (option) => {
    expect(await runCli('template', '--vendor', 'cloudglue', option, 'x')).toEqual({
      code: 2, out: '', err: `error: UsageInvalid: ${option} goes with --bucket; without one, the template asks for it\n`,
    });
  });
});
