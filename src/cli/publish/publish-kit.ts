import { join } from 'path';
import { EarlierFiles, earlierFiles, latestFolder } from './earlier-files';
import { KitAddress, parseKitAddress, publishedTemplateUrl, publishedUrl, VersionAddress } from './kit-address';
import { readKit, StoredKit } from './kit-folder';
import { ObjectStore } from './object-store';
import { S3ObjectStore } from './s3-object-store';
import { planUploads, Upload, Uploads } from './uploads';
import { checkKitVersion } from '../../kit/form';
import { fail, failWith, show } from '../../policy/base';
import { checkEndpoint, chosenRegion } from '../aws';
import { CommandError, EXIT, PROGRAM } from '../terminal';

/** What to publish, and where. */
export interface PublishOptions {
  /** The folder of the kit. */
  readonly folder: string;
  /** `s3://bucket/prefix`. */
  readonly to: string;
  /** By default the one that the kit was made with. */
  readonly version?: string;
  /** By default the one in the address that the kit was made with, otherwise that of the environment. */
  readonly region?: string;
  /** Whether it becomes the latest version. @default true */
  readonly latest?: boolean;
  /** Whether what an earlier kit has left among the files of the latest version is deleted there. */
  readonly prune?: boolean;
  /** Whether a version may be replaced. */
  readonly force?: boolean;
  /** Whether to tell only what would be done; nobody is asked anything then. */
  readonly dryRun?: boolean;
  /** What stands in for S3. */
  readonly endpointUrl?: string;
}

/** One file of the result. */
interface Published {
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly bytes: number;
  /** `unchanged` where it was there already. */
  readonly done: 'uploaded' | 'unchanged' | 'planned';
}

/** What was published, or would be. */
export interface PublishResult {
  readonly bucket: string;
  readonly region: string;
  readonly version: string;
  readonly dryRun: boolean;
  readonly templateUrl: string;
  readonly pageUrl: string;
  readonly files: readonly Published[];
  /** Keys of files of an earlier kit that were deleted. */
  readonly pruned: readonly string[];
  /**
   * What was left where it is: in the folder of the kit, what is no part of one; among the files of the latest version, by its address, what
   * this kit does not have.
   */
  readonly left: readonly string[];
  /** Which of these an earlier kit has left: customers can still come upon it. */
  readonly prunable: readonly string[];
}

/** Makes the store; another one in tests. */
export type OpenStore = (bucket: string, region: string, endpointUrl: string | undefined) => ObjectStore;

const openS3: OpenStore = (bucket, region, endpointUrl) => new S3ObjectStore(bucket, region, endpointUrl);

/** Publishes a kit on S3: under its version, and then as the latest one. */
export async function publishKit(options: PublishOptions, open: OpenStore = openS3): Promise<PublishResult> {
  const { folder, latest = true, force = false, dryRun = false, prune = false } = options;
  if (prune && !latest) {
    throw new CommandError(EXIT.usage, '--prune deletes only from the latest version, which --no-latest leaves as it is; leave one of them out');
  }
  const endpointUrl = checkEndpoint(options.endpointUrl);
  const target = parseKitAddress(options.to, '--to');
  const kit = readKit(folder);
  const location = locate(target, kit, options);
  checkAddress(folder, kit, location);
  const uploads = planUploads(kit.files, location, latest);
  const { files, earlier } = dryRun
    ? { files: [...uploads.version, ...uploads.latest].map((file) => told(file, 'planned')), earlier: { ofKits: [], others: [] } }
    : await withStore(open(location.bucket, location.region, endpointUrl), (store) => upload(store, uploads, location, { force, prune }));
  const addressOf = (key: string) => `s3://${location.bucket}/${key}`;
  const prunable = prune ? [] : earlier.ofKits.map(addressOf);
  return {
    bucket: location.bucket,
    region: location.region,
    version: location.version,
    dryRun,
    templateUrl: publishedTemplateUrl(location),
    pageUrl: publishedUrl(location, 'setup.html'),
    files,
    pruned: prune ? earlier.ofKits : [],
    left: [...kit.others, ...prunable, ...earlier.others.map(addressOf)],
    prunable,
  };
}

function locate(target: KitAddress, { version: made, templateUrl }: StoredKit, options: PublishOptions): VersionAddress {
  const { version = made ?? undefined, region } = options;
  if (version === undefined) {
    fail('KitVersionInvalid', '--kit-version', version, 'the kit has none; give one, such as 1.2.0');
  }
  if (made !== null && version !== made) {
    fail('KitVersionInvalid', '--kit-version', version, `the kit was made as version ${made}; make it anew for another`);
  }
  const named = /^https:\/\/[a-z0-9-]+\.s3\.([a-z0-9-]+)\./.exec(templateUrl ?? '')?.[1];
  const found = chosenRegion(region ?? named);
  if (found === undefined) {
    throw new CommandError(EXIT.usage, '--region is missing; name the region of the bucket');
  }
  return { ...target, version: checkKitVersion(version, '--kit-version'), region: found };
}

/** What was made for another address would launch another template, or none. */
function checkAddress(folder: string, { templateUrl, pageAgrees }: StoredKit, location: VersionAddress): void {
  const expected = publishedTemplateUrl(location);
  if (templateUrl !== expected) {
    failWith({
      code: 'TemplateUrlInvalid',
      field: join(folder, 'launch-links.json'),
      received: templateUrl === null ? 'no address of the template' : show(templateUrl),
      remedy: `published here, the template will be at ${expected}; make the kit for that: ${PROGRAM} kit --template-url ${expected}`,
    });
  }
  if (!pageAgrees) {
    throw new CommandError(EXIT.usage, `${join(folder, 'setup.html')} was made for another address than launch-links.json; write the kit anew`);
  }
}

async function withStore<T>(store: ObjectStore, use: (store: ObjectStore) => Promise<T>): Promise<T> {
  try {
    return await use(store);
  } finally {
    store.close();
  }
}

/** What was done, and what is there beside it. */
interface Uploaded {
  readonly files: Published[];
  readonly earlier: EarlierFiles;
}

async function upload(
  store: ObjectStore, { version, latest }: Uploads, location: VersionAddress, { force, prune }: { readonly force: boolean; readonly prune: boolean },
): Promise<Uploaded> {
  // First of all, so that nothing is done where nobody could tell what is left.
  const earlier = earlierFiles(latest.length === 0 ? [] : await store.list(latestFolder(location)), latest, location);
  const present = await Promise.all(version.map(({ key }) => store.read(key)));
  const changed = version.filter(({ content }, i) => present[i] !== undefined && !content.equals(present[i]));
  if (changed.length > 0 && !force) {
    refuseVersion(location, changed[0]);
  }
  const files: Published[] = [];
  for (const [i, file] of version.entries()) {
    if (present[i]?.equals(file.content)) {
      files.push(told(file, 'unchanged'));
    } else if (await store.write(file, !force) === 'exists') {
      // Somebody else has published it meanwhile.
      refuseVersion(location, file);
    } else {
      files.push(told(file, 'uploaded'));
    }
  }
  for (const file of latest) {
    await store.write(file, false);
    files.push(told(file, 'uploaded'));
  }
  // Last of all: until then the page of the earlier kit may still be the latest one.
  for (const key of prune ? earlier.ofKits : []) {
    await store.remove(key);
  }
  return { files, earlier };
}

function refuseVersion({ bucket, version }: VersionAddress, { key }: Upload): never {
  fail('KitVersionInvalid', '--kit-version', version,
    `it is published already, and s3://${bucket}/${key} differs; raise the version, or replace it with: ${PROGRAM} publish --force`);
}

function told({ key, contentType, cacheControl, content }: Upload, done: Published['done']): Published {
  return { key, contentType, cacheControl, bytes: content.length, done };
}
