import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { KIT_FILES, kitFiles, POLICY_FILES, writeKit } from '../../../src/kit/files';
import { launchLinks } from '../../../src/kit/files/launch-links';
import { KitFacts } from '../../../src/kit/form';
import { policyFiles } from '../../../src/kit/texts';
import { definitionOf } from '../../support/catalogue';

const FACTS: KitFacts = {
  vendor: definitionOf('cloudglue'),
  principalKind: 'any',
  asksPrincipal: false,
  externalId: 'entered',
  slots: 2,
  stackName: 'cloudglue-s3-access',
  regions: ['eu-west-1', 'us-east-1'],
};

const PUBLISHED: KitFacts = { ...FACTS, version: '1.0.0', templateUrl: 'https://kits.s3.eu-west-1.amazonaws.com/1.0.0/template.json' };

const TEMPLATE = { Description: 'A template', Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } } };

function content(facts: KitFacts, path: string): string {
  return kitFiles(facts, TEMPLATE).find((file) => file.path === path)!.content;
}

describe('the files of a kit', () => {
  test('are the five that every kit has, and policies', () => {
    const paths = kitFiles(FACTS, TEMPLATE).map(({ path }) => path);
    expect(paths.slice(0, KIT_FILES.length)).toEqual([...KIT_FILES]);
    const others = paths.slice(KIT_FILES.length);
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((path) => !/^policies\/[\w./-]+\.json$/.test(path))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  test.each([['before it is published', FACTS], ['published', PUBLISHED]])('are the same bytes every time, %s', (_, facts) => {
    expect(kitFiles(facts, TEMPLATE)).toEqual(kitFiles(structuredClone(facts), structuredClone(TEMPLATE)));
  });

  test('end in a line break, for whoever keeps them in git', () => {
    expect(kitFiles(PUBLISHED, TEMPLATE).filter((file) => !file.content.endsWith('\n')).map(({ path }) => path)).toEqual([]);
  });

  test('hold the template twice, as JSON on one line and as YAML', () => {
    expect(content(FACTS, 'template.json')).toBe(`${JSON.stringify(TEMPLATE)}\n`);
    expect(content(FACTS, 'template.yaml')).toBe('Description: A template\nOutputs:\n  RoleArn:\n    Value: !GetAtt Role.Arn\n');
  });

  test('name the vendor and its template where people read them', () => {
    expect(content(PUBLISHED, 'setup.html')).toContain('Cloudglue');
    expect(content(PUBLISHED, 'SETUP.md')).toContain('Cloudglue');
    expect(content(PUBLISHED, 'SETUP.md')).toContain(encodeURIComponent(PUBLISHED.templateUrl!));
  });
});

describe('launch links', () => {
  test('are there for each region, each in three forms', () => {
    const { regions, templateUrl, version } = launchLinks(PUBLISHED);
    expect({ templateUrl, version }).toEqual({ templateUrl: PUBLISHED.templateUrl, version: '1.0.0' });
    expect(Object.keys(regions)).toEqual(PUBLISHED.regions);
    for (const [region, { link, markdown, html }] of Object.entries(regions)) {
      expect(new URL(link).host).toBe(`${region}.console.aws.amazon.com`);
      expect(markdown).toContain(`](${link})`);
      expect(html.replace(/&#38;/g, '&')).toContain(link);
    }
  });

  test('are not there before the template has an address', () => {
    expect(launchLinks(FACTS)).toEqual({ templateUrl: null, version: null, stackName: 'cloudglue-s3-access', regions: {} });
  });

  test('fail for a template that CloudFormation cannot read', () => {
    expect(() => launchLinks({ ...PUBLISHED, templateUrl: 'https://example.com/template.json' })).toThrow(/^TemplateUrlInvalid/);
  });
});

describe('writing a kit', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'kit-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('makes the folder and all files', () => {
    const kit = join(directory, 'a', 'kit');
    const files = kitFiles(FACTS, TEMPLATE);
    writeKit(kit, files);
    const written = readdirSync(kit, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(written).toHaveLength(files.length);
    files.forEach((file) => expect(readFileSync(join(kit, file.path), 'utf8')).toBe(file.content));
  });

  test('replaces an earlier kit, and leaves alone what is none of it', () => {
    mkdirSync(join(directory, 'policies'));
    writeFileSync(join(directory, 'policies', 'trust-pending.json'), 'of a kit');
    writeFileSync(join(directory, 'policies', 'mine.json'), 'mine');
    writeFileSync(join(directory, 'policies', 'notes.md'), 'mine');
    writeFileSync(join(directory, 'LICENSE'), 'mine');
    writeKit(directory, kitFiles(FACTS, TEMPLATE));
    expect(existsSync(join(directory, 'policies', 'trust-pending.json'))).toBe(false);
    expect(readFileSync(join(directory, 'policies', 'mine.json'), 'utf8')).toBe('mine');
    expect(readFileSync(join(directory, 'policies', 'notes.md'), 'utf8')).toBe('mine');
    expect(readFileSync(join(directory, 'LICENSE'), 'utf8')).toBe('mine');
  });

  test('touches nothing where the folder of the policies is a link elsewhere', () => {
    mkdirSync(join(directory, 'elsewhere'));
    writeFileSync(join(directory, 'elsewhere', 'trust.json'), 'mine');
    mkdirSync(join(directory, 'kit'));
    symlinkSync(join(directory, 'elsewhere'), join(directory, 'kit', 'policies'));
    writeKit(join(directory, 'kit'), kitFiles(FACTS, TEMPLATE));
    expect(readdirSync(join(directory, 'elsewhere'))).toEqual(['trust.json']);
    expect(readFileSync(join(directory, 'elsewhere', 'trust.json'), 'utf8')).toBe('mine');
  });

  test.each([['read', undefined], ['write', ['write']], ['all', ['read', 'write', 'readWrite']]] as const)(
    'knows the names of all policies of a kit, with modes %s', (_, modes) => {
      for (const facts of [FACTS, { ...FACTS, vendor: { name: 'Acme' }, asksPrincipal: true }]) {
        const names = policyFiles({ ...facts, vendor: { ...facts.vendor, modes: modes && [...modes] } }).map(({ path }) => path.replace('policies/', ''));
        expect(names.filter((name) => !POLICY_FILES.has(name))).toEqual([]);
      }
    });

  test('knows no other names', () => {
    expect([...POLICY_FILES].sort()).toEqual([
      'read-folder-kms.json', 'read-folder.json', 'read-kms.json', 'read-whole-bucket-kms.json', 'read-whole-bucket.json',
      'read-write-folder-kms.json', 'read-write-folder.json', 'read-write-kms.json', 'read-write-whole-bucket-kms.json', 'read-write-whole-bucket.json',
      'read-write.json', 'read.json', 'trust-pending.json', 'trust.json',
      'write-folder-kms.json', 'write-folder.json', 'write-kms.json', 'write-whole-bucket-kms.json', 'write-whole-bucket.json', 'write.json',
    ]);
  });
});
