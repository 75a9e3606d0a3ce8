import { existsSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stage } from 'aws-cdk-lib';
import { OneClickStack, Vendors } from '../../../src';
import { KIT_FILES } from '../../../src/kit/files';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

test('the kit stands beside the template in the cloud assembly', () => {
  const app = new App({ outdir });
  const stack = new OneClickStack(app, 'Cloudglue', { vendor: Vendors.cloudglue() });
  const template = app.synth().getStackArtifact(stack.artifactId).template;
  const kit = join(outdir, 'Cloudglue.kit');
  expect([...KIT_FILES, 'policies'].filter((file) => !existsSync(join(kit, file)))).toEqual([]);
  expect(JSON.parse(readFileSync(join(kit, 'template.json'), 'utf8'))).toEqual(template);
  expect(readFileSync(join(kit, 'setup.html'), 'utf8')).toContain('992382634011');
});

test('each stack has a kit of its own, in a stage too', () => {
  const app = new App({ outdir });
  new OneClickStack(app, 'Cloudglue', { vendor: Vendors.cloudglue() });
  const hotglue = new OneClickStack(new Stage(app, 'Beta'), 'Hotglue', { vendor: Vendors.hotglue() });
  app.synth();
  const page = (...folder: string[]) => readFileSync(join(outdir, ...folder, 'setup.html'), 'utf8');
  expect(page('Cloudglue.kit')).toContain('<title>Connect S3 to Cloudglue</title>');
  expect(page('assembly-Beta', `${hotglue.artifactId}.kit`)).toContain('<title>Connect S3 to hotglue</title>');
});

test('no kit is written where it is switched off', () => {
  const app = new App({ outdir });
  new OneClickStack(app, 'Cloudglue', { vendor: Vendors.cloudglue(), kit: false });
  app.synth();
  expect(existsSync(join(outdir, 'Cloudglue.template.json'))).toBe(true);
  expect(existsSync(join(outdir, 'Cloudglue.kit'))).toBe(false);
});
