import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { join } from 'path';
import { kitContents, TO, urlOf, write } from './kit';
import { publishKit, PublishOptions, renderPublished } from '../../../src/cli/publish';
import { publishedTemplateUrl } from '../../../src/cli/publish/kit-address';
import { ObjectStore } from '../../../src/cli/publish/object-store';
import { OpenStore } from '../../../src/cli/publish/publish-kit';
import { Upload } from '../../../src/cli/publish/uploads';
import { runCli } from '../run-cli';
import { tempFolder } from '../temp-folder';

/** A bucket in memory. */
class Bucket implements ObjectStore {
  public readonly objects = new Map<string, Buffer>();
  public readonly written: Upload[] = [];
  /** Each with how many files were written before. */
  public readonly removed: Array<[key: string, after: number]> = [];
  public closed = false;
  /** Somebody else who is faster. */
  public meanwhile?: (key: string) => void;

  public readonly open: OpenStore = () => this;

  public async read(key: string) {
    return this.objects.get(key);
  }

  public async write(upload: Upload, onlyNew: boolean) {
    this.meanwhile?.(upload.key);
    if (onlyNew && this.objects.has(upload.key)) {
      return 'exists';
    }
    this.written.push(upload);
    this.objects.set(upload.key, upload.content);
    return 'written';
  }

  public async list(prefix: string) {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  public async remove(key: string) {
    this.removed.push([key, this.written.length]);
    this.objects.delete(key);
  }

  public close() {
    this.closed = true;
  }
}

const nobody: OpenStore = () => {
  throw new Error('nobody may be asked');
};

const folder = tempFolder();
const options = (more: Partial<PublishOptions> = {}): PublishOptions => ({ folder: folder(), to: TO, ...more });

const FILES = ['template.json', 'template.yaml', 'policies/read-folder.json', 'policies/trust.json', 'SETUP.md', 'launch-links.json', 'setup.html'];

describe('publishing', () => {
  test('puts the version first, then the latest, each with its template before its page', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    const result = await publishKit(options(), bucket.open);

    expect(bucket.written.map(({ key }) => key)).toEqual([...FILES.map((file) => `aws/s3/1.2.0/${file}`), ...FILES.map((file) => `aws/s3/latest/${file}`)]);
    expect(result).toMatchObject({
      bucket: 'acme-kits',
      region: 'eu-west-1',
      version: '1.2.0',
      dryRun: false,
      left: [],
      templateUrl: urlOf('1.2.0'),
      pageUrl: 'https://acme-kits.s3.eu-west-1.amazonaws.com/aws/s3/1.2.0/setup.html',
    });
    expect(bucket.closed).toBe(true);
  });

  test('tells browsers what each file is, and how long it stays', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    await publishKit(options(), bucket.open);

    expect(Object.fromEntries(bucket.written.map(({ path, contentType }) => [path, contentType]))).toEqual({
      'template.json': 'application/json',
      'template.yaml': 'application/yaml',
      'policies/read-folder.json': 'application/json',
      'policies/trust.json': 'application/json',
      'SETUP.md': 'text/markdown; charset=utf-8',
      'launch-links.json': 'application/json',
      'setup.html': 'text/html; charset=utf-8',
    });
    const caching = (start: string) => new Set(bucket.written.filter(({ key }) => key.startsWith(start)).map(({ cacheControl }) => cacheControl));
    expect(caching('aws/s3/1.2.0/')).toEqual(new Set(['public, max-age=31536000, immutable']));
    expect(caching('aws/s3/latest/')).toEqual(new Set(['public, max-age=300']));
  });

  test('works at the top of a bucket', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents('1.2.0', 'https://acme-kits.s3.eu-west-1.amazonaws.com/1.2.0/template.json'));
    await publishKit(options({ to: 's3://acme-kits' }), bucket.open);

    expect(new Set(bucket.written.map(({ key }) => key.split('/')[0]))).toEqual(new Set(['1.2.0', 'latest']));
  });

  test('leaves the latest version, if asked to', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    await publishKit(options({ latest: false }), bucket.open);

    expect([...bucket.objects.keys()].filter((key) => key.includes('latest'))).toEqual([]);
    expect(bucket.objects.size).toBe(FILES.length);
  });

  test('takes only what a kit consists of', async () => {
    const bucket = new Bucket();
    write(folder(), { ...kitContents(), '.env': 'secret', 'notes.txt': 'draft', 'policies/mine.json': '{}', 'policies/trust-of-mine.json': '{}', 'policies/notes.md': '', 'deep/template.json': '{}' });
    symlinkSync('/etc/hosts', join(folder(), 'hosts'));
    const { left } = await publishKit(options({ latest: false }), bucket.open);

    expect(bucket.written.map(({ path }) => path)).toEqual(FILES);
    expect(left).toEqual(['.env', 'deep', 'hosts', 'notes.txt', 'policies/mine.json', 'policies/notes.md', 'policies/trust-of-mine.json']);
  });

  test('changes nothing of a version that is there', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    await publishKit(options(), bucket.open);
    bucket.written.length = 0;
    const { files } = await publishKit(options(), bucket.open);

    expect(new Set(bucket.written.map(({ key }) => key.split('/')[2]))).toEqual(new Set(['latest']));
    expect(files.filter(({ done }) => done === 'unchanged')).toHaveLength(FILES.length);
  });

  test('replaces a version by force only', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    await publishKit(options(), bucket.open);
    const before = new Map(bucket.objects);
    write(folder(), { 'SETUP.md': '# Another set-up\n' });

    await expect(publishKit(options(), bucket.open)).rejects.toThrow(/KitVersionInvalid: --kit-version: .*SETUP\.md differs.*--force/);
    expect(bucket.objects).toEqual(before);

    await publishKit(options({ force: true }), bucket.open);
    expect(bucket.objects.get('aws/s3/1.2.0/SETUP.md')!.toString()).toBe('# Another set-up\n');
  });

  test('goes on where an earlier run has stopped', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    bucket.objects.set('aws/s3/1.2.0/template.json', Buffer.from(kitContents()['template.json']));
    const { files } = await publishKit(options(), bucket.open);

    expect(files.slice(0, 2).map(({ done }) => done)).toEqual(['unchanged', 'uploaded']);
  });

  test('lets be what somebody else publishes meanwhile, and does not make it the latest', async () => {
    const bucket = new Bucket();
    write(folder(), kitContents());
    bucket.meanwhile = (key) => void (key.endsWith('1.2.0/SETUP.md') && bucket.objects.set(key, Buffer.from('theirs')));

    await expect(publishKit(options(), bucket.open)).rejects.toThrow(/KitVersionInvalid/);
    expect(bucket.objects.get('aws/s3/1.2.0/SETUP.md')!.toString()).toBe('theirs');
    expect([...bucket.objects.keys()].filter((key) => key.includes('latest'))).toEqual([]);
    expect(bucket.closed).toBe(true);
  });
});

describe('what an earlier kit has left among the latest files', () => {
  const OLD = ['aws/s3/latest/policies/read-write-folder.json', 'aws/s3/latest/policies/read.json'];
  const OTHERS = ['aws/s3/latest/logo.png', 'aws/s3/latest/policies/mine.json'];
  const ELSEWHERE = ['aws/s3/1.1.0/policies/read.json', 'aws/s3/latest-notes.md', 'latest/template.json'];
  const address = (key: string) => `s3://acme-kits/${key}`;

  function published(): Bucket {
    const bucket = new Bucket();
    [...OLD, ...OTHERS, ...ELSEWHERE, 'aws/s3/latest/SETUP.md'].forEach((key) => bucket.objects.set(key, Buffer.from('earlier')));
    write(folder(), { ...kitContents(), 'notes.txt': '' });
    return bucket;
  }

  test('is told, and stays', async () => {
    const bucket = published();
    const result = await publishKit(options(), bucket.open);

    expect(result).toMatchObject({ pruned: [], left: ['notes.txt', ...[...OLD, ...OTHERS].map(address)], prunable: OLD.map(address) });
    expect([...OLD, ...OTHERS, ...ELSEWHERE].filter((key) => !bucket.objects.has(key))).toEqual([]);
    expect(renderPublished(result)).toContain(`of an earlier kit, and still there: ${address(OLD[0])}; "publish" with --prune deletes it\n`);
    expect(renderPublished(result)).toContain(`no part of a kit, left where it is: ${address(OTHERS[0])}\n`);
  });

  test('is deleted with --prune, after everything else, and nothing but that', async () => {
    const bucket = published();
    const result = await publishKit(options({ prune: true }), bucket.open);

    expect(result).toMatchObject({ pruned: OLD, left: ['notes.txt', ...OTHERS.map(address)], prunable: [] });
    expect(bucket.removed).toEqual(OLD.map((key) => [key, 2 * FILES.length]));
    expect([...OTHERS, ...ELSEWHERE].filter((key) => !bucket.objects.has(key))).toEqual([]);
    expect(FILES.filter((file) => !bucket.objects.has(`aws/s3/latest/${file}`))).toEqual([]);
    expect(renderPublished(result)).toContain(`deleted    ${address(OLD[0])}\n`);
  });

  test('is not looked for where the latest version stays', async () => {
    const bucket = published();
    bucket.list = () => Promise.reject(new Error('nobody may ask'));

    expect((await publishKit(options({ latest: false }), bucket.open)).left).toEqual(['notes.txt']);
  });

  test('keeps everything from being done where it cannot be looked for', async () => {
    const bucket = published();
    bucket.list = () => Promise.reject(new Error('refused'));

    await expect(publishKit(options({ prune: true }), bucket.open)).rejects.toThrow('refused');
    expect([bucket.written, bucket.removed]).toEqual([[], []]);
  });

  test('is not deleted where the version is refused', async () => {
    const bucket = published();
    bucket.objects.set('aws/s3/1.2.0/SETUP.md', Buffer.from('theirs'));

    await expect(publishKit(options({ prune: true }), bucket.open)).rejects.toThrow(/KitVersionInvalid/);
    expect(bucket.removed).toEqual([]);
  });

  test('is not asked for in a dry run, which says so', async () => {
    write(folder(), kitContents());
    expect(renderPublished(await publishKit(options({ dryRun: true, prune: true }), nobody))).toContain('Nobody was asked what an earlier kit has left');
  });
});

describe('a dry run', () => {
  test('tells all that a real one does, and asks nobody', async () => {
    write(folder(), kitContents());
    const bucket = new Bucket();
    const dry = await publishKit(options({ dryRun: true }), nobody);
    const real = await publishKit(options(), bucket.open);

    expect(dry.files.map((file) => ({ ...file, done: 'uploaded' }))).toEqual(real.files);
    expect(new Set(dry.files.map(({ done }) => done))).toEqual(new Set(['planned']));
  });

  test('of a folder that is not there fails in one line with its code', async () => {
    const { code, err } = await runCli('publish', join(folder(), 'kti'), '--to', TO, '--dry-run');

    expect(code).toBe(2);
    expect(err).toMatch(/^error: FolderInvalid: there is no folder [^\n]+kti; [^\n]+\n$/);
  });

  test('on the command line', async () => {
    write(folder(), kitContents());
    const { code, out } = await runCli('publish', folder(), '--to', TO, '--dry-run');

    expect(code).toBe(0);
    expect(out).toContain('planned    s3://acme-kits/aws/s3/1.2.0/template.json  (application/json, 17 bytes)');
    expect(out).toContain('Nothing was uploaded.');
  });

  test('on the command line, as data', async () => {
    write(folder(), kitContents());
    const { out } = await runCli('publish', folder(), '--to', TO, '--dry-run', '--no-latest', '--json');

    expect(JSON.parse(out)).toMatchObject({ dryRun: true, templateUrl: urlOf('1.2.0'), files: FILES.map((file) => ({ key: `aws/s3/1.2.0/${file}` })) });
  });
});

describe('bad input is refused before anybody is asked', () => {
  test.each<readonly [string, Partial<PublishOptions>, RegExp]>([
    ['an address that is none', { to: 'acme-kits/aws' }, /--to: .*s3:\/\/<bucket>/],
    ['a bucket with upper-case letters', { to: 's3://Kits/aws' }, /BucketNameInvalid: --to/],
    ['a bucket with dots', { to: 's3://kits.acme.com/aws' }, /BucketNameInvalid: --to: .*without dots/],
    ['a prefix that climbs', { to: 's3://acme-kits/aws/../other' }, /KeySegmentInvalid: --to/],
    ['another bucket than the kit was made for', { to: 's3://other-kits/aws/s3' }, /TemplateUrlInvalid: .*\/launch-links\.json: received "https:.*; published here, .*: npx cdk-vendor-s3-access kit --template-url https:\/\/other-kits/],
    ['another folder than the kit was made for', { to: 's3://acme-kits/aws' }, /TemplateUrlInvalid/],
    ['another region than the kit was made for', { region: 'us-east-1' }, /TemplateUrlInvalid: .*us-east-1/],
    ['a region that is none', { region: 'evil/' }, /RegionInvalid: --region/],
    ['another version than the kit was made as', { version: '2.0.0' }, /KitVersionInvalid: --kit-version: .*1\.2\.0/],
    ['pruning what is left as it is', { prune: true, latest: false }, /^--prune .*--no-latest leaves as it is; leave one of them out$/],
    ['credentials sent in the clear', { endpointUrl: 'http://example.com' }, /--endpoint-url/],
  ])('fails for %s', async (_title, more, message) => {
    write(folder(), kitContents());

    await expect(publishKit(options(more), nobody)).rejects.toThrow(message);
  });

  test.each<readonly [string, string | null, string | null, Partial<PublishOptions>, RegExp]>([
    ['a kit that knows no address', '1.2.0', null, { region: 'eu-west-1' }, new RegExp(`TemplateUrlInvalid: .*received no address of the template; .*--template-url ${urlOf('1.2.0')}`)],
    ['a kit without a version', null, urlOf('1.2.0'), {}, /KitVersionInvalid: --kit-version: received nothing; the kit has none; give one, such as 1\.2\.0/],
    ['a version that is no name of a folder', '../1', urlOf('1'), {}, /KitVersionInvalid/],
    ['the version "latest"', 'latest', urlOf('latest'), {}, /KitVersionInvalid/],
    ['a version with a slash', null, urlOf('1'), { version: 'a/b' }, /KitVersionInvalid/],
  ])('fails for %s', async (_title, version, templateUrl, more, message) => {
    write(folder(), kitContents(version, templateUrl));

    await expect(publishKit(options(more), nobody)).rejects.toThrow(message);
  });

  test('fails where nothing names a region', async () => {
    write(folder(), kitContents('1.2.0', null));
    const environment = process.env;
    process.env = { ...environment };
    delete process.env.AWS_REGION;
    delete process.env.AWS_DEFAULT_REGION;

    await expect(publishKit(options(), nobody)).rejects.toThrow(/--region is missing; name the region of the bucket/);
    process.env = environment;
  });

  test.each<readonly [string, (kit: string) => void, RegExp]>([
    ['a folder that is not there', (kit) => rmSync(kit, { recursive: true }), /^there is no folder \S+; check its name, or write a kit into it with: npx cdk-vendor-s3-access kit --out \S+$/],
    ['a folder that is a file', (kit) => {
      rmSync(kit, { recursive: true });
      writeFileSync(kit, '');
    }, /is a file; name the folder that "kit --out" has written$/],
    ['a folder that lacks the page', (kit) => rmSync(join(kit, 'setup.html')), /no kit, for it lacks setup\.html/],
    ['a file that is a link', (kit) => {
      rmSync(join(kit, 'SETUP.md'));
      symlinkSync('/etc/hosts', join(kit, 'SETUP.md'));
    }, /SETUP\.md is no ordinary file/],
    ['a policy that is a link', (kit) => symlinkSync('/etc/hosts', join(kit, 'policies', 'write.json')), /write\.json is no ordinary file/],
    ['policies that are elsewhere', (kit) => {
      rmSync(join(kit, 'policies'), { recursive: true });
      symlinkSync('/etc', join(kit, 'policies'));
    }, /policies is no ordinary folder/],
    ['a file that is a folder', (kit) => {
      rmSync(join(kit, 'template.json'));
      mkdirSync(join(kit, 'template.json'));
    }, /template\.json is no ordinary file/],
    ['a page of another kit', (kit) => write(kit, { 'setup.html': kitContents('1.1.0', urlOf('1.1.0'))['setup.html'] }), /setup\.html was made for another/],
    ['links that are no JSON', (kit) => write(kit, { 'launch-links.json': '{' }), /launch-links\.json does not say/],
    ['links that say nothing', (kit) => write(kit, { 'launch-links.json': '{}' }), /launch-links\.json does not say/],
  ])('fails for %s', async (_title, spoil, message) => {
    spoil(write(folder(), kitContents()));

    await expect(publishKit(options(), nobody)).rejects.toThrow(message);
  });
});

describe('the address of a published template', () => {
  test.each([
    ['in a folder', { bucket: 'acme-kits', prefix: 'aws/s3', version: '1.2.0', region: 'eu-west-1' }, urlOf('1.2.0')],
    ['at the top of a bucket', { bucket: 'acme-kits', prefix: '', version: '1', region: 'us-east-1' },
      'https://acme-kits.s3.us-east-1.amazonaws.com/1/template.json'],
    ['in China', { bucket: 'acme-kits', prefix: 'a', version: '1', region: 'cn-north-1' }, 'https://acme-kits.s3.cn-north-1.amazonaws.com.cn/a/1/template.json'],
    ['with a plus sign, which would stand for a space', { bucket: 'acme-kits', prefix: 'a b', version: '1+2', region: 'eu-west-1' },
      'https://acme-kits.s3.eu-west-1.amazonaws.com/a%20b/1%2B2/template.json'],
  ])('%s', (_title, location, url) => {
    expect(publishedTemplateUrl(location)).toBe(url);
  });

  test('fails for a version that would be another folder', () => {
    expect(() => publishedTemplateUrl({ bucket: 'acme-kits', prefix: '', version: '..', region: 'eu-west-1' })).toThrow(/KitVersionInvalid/);
  });
});

test('names of files that are no part of a kit do not reach the terminal as they are', async () => {
  write(folder(), { ...kitContents(), 'a\u001b[2J\nb': '' });
  const result = await publishKit(options({ dryRun: true }), nobody);

  expect(result.left).toEqual(['a\u001b[2J\nb']);
  expect(renderPublished(result)).toMatch(/left where it is: a\S*b\n/);
  expect(renderPublished(result)).not.toContain('\u001b');
});
