import { lstatSync, readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { KIT_FILES, POLICIES, POLICY_FILES } from '../../kit/files';
import { isRecord } from '../../policy/base';
import { CommandError, EXIT, PROGRAM } from '../terminal';

/** A file of a kit, as it is on disk. */
export interface StoredFile {
  /** Where in the kit, with slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** A kit, as it is on disk. */
export interface StoredKit {
  readonly files: readonly StoredFile[];
  /** What lies beside the kit, and is no part of it. */
  readonly others: readonly string[];
  /** Where the kit says that its template is; null where it does not know. */
  readonly templateUrl: string | null;
  readonly version: string | null;
  /** Whether the page holds that address, too. */
  readonly pageAgrees: boolean;
}

/** Reads a kit. Only what a kit consists of is read, and no link is followed: the folder may hold anything else. */
export function readKit(folder: string): StoredKit {
  checkFolder(folder);
  const found = readdirSync(folder).sort();
  const missing = [...KIT_FILES, POLICIES].filter((name) => !found.includes(name));
  if (missing.length > 0) {
    throw new CommandError(EXIT.usage, `${folder} is no kit, for it lacks ${missing.join(', ')}; write one with: ${PROGRAM} kit --out ${folder}`);
  }
  if (!lstatSync(join(folder, POLICIES)).isDirectory()) {
    throw noFile(join(folder, POLICIES), 'folder');
  }
  const inPolicies = readdirSync(join(folder, POLICIES)).sort();
  const isPolicy = (name: string) => POLICY_FILES.has(name);
  const paths = [...KIT_FILES, ...inPolicies.filter(isPolicy).map((name) => `${POLICIES}/${name}`)];
  const files = paths.map((path) => ({ path, content: readPlain(join(folder, path)) }));
  const contentOf = (path: typeof KIT_FILES[number]) => files.find((file) => file.path === path)!.content;
  const links = readLinks(contentOf('launch-links.json'), join(folder, 'launch-links.json'));
  return {
    files,
    others: [
      ...found.filter((name) => name !== POLICIES && !(KIT_FILES as readonly string[]).includes(name)),
      ...inPolicies.filter((name) => !isPolicy(name)).map((name) => `${POLICIES}/${name}`),
    ],
    ...links,
    // An address of S3 has no letters that the page writes in another way.
    pageAgrees: contentOf('setup.html').includes(`"templateUrl":${JSON.stringify(links.templateUrl)}`),
  };
}

/** The folder itself may be a link: only what is in it is published. */
function checkFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CommandError(EXIT.usage, `there is no folder ${folder}; check its name, or write a kit into it with: ${PROGRAM} kit --out ${folder}`, 'FolderInvalid');
  }
  if (!found.isDirectory()) {
    throw new CommandError(EXIT.usage, `${folder} is a file; name the folder that "kit --out" has written`, 'FolderInvalid');
  }
}

function readPlain(path: string): Buffer {
  // Of the entry itself: a link may lead to what nobody wants to publish.
  if (!lstatSync(path).isFile()) {
    throw noFile(path, 'file');
  }
  return readFileSync(path);
}

function noFile(path: string, kind: string): CommandError {
  return new CommandError(EXIT.usage, `${path} is no ordinary ${kind}; a kit has no links`);
}

function readLinks(content: Buffer, path: string): Pick<StoredKit, 'templateUrl' | 'version'> {
  let links: unknown;
  try {
    links = JSON.parse(content.toString('utf8'));
  } catch {
    links = undefined;
  }
  const textOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
  if (!isRecord(links) || !textOrNull(links.templateUrl) || !textOrNull(links.version)) {
    throw new CommandError(EXIT.usage, `${path} does not say where the template is published, and in which version; write the kit anew`);
  }
  return { templateUrl: links.templateUrl, version: links.version };
}
