import { keyOf, VersionAddress } from './kit-address';
import { StoredFile } from './kit-folder';
import { LATEST } from '../../kit/form';

/** A file on its way to the bucket. */
export interface Upload extends StoredFile {
  readonly key: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** What is uploaded, each part in its order. */
export interface Uploads {
  readonly version: readonly Upload[];
  readonly latest: readonly Upload[];
}

/** By the end of the name; S3 would call everything a stream of bytes, which browsers save and do not show. */
const CONTENT_TYPES: ReadonlyArray<readonly [RegExp, string]> = [
  [/\.json$/, 'application/json'],
  [/\.yaml$/, 'application/yaml'],
  [/\.html$/, 'text/html; charset=utf-8'],
  [/\.md$/, 'text/markdown; charset=utf-8'],
];

/** A version never changes. */
const FOREVER = 'public, max-age=31536000, immutable';

/** A new version shows after minutes. */
const MINUTES = 'public, max-age=300';

/** First what others point at, last what customers open: no page or link ever leads to what is not there yet. */
const ORDER = ['template.json', 'template.yaml', 'policies/', 'SETUP.md', 'launch-links.json', 'setup.html'];

/** Plans the uploads of a kit. */
export function planUploads(files: readonly StoredFile[], location: VersionAddress, latest: boolean): Uploads {
  const rank = ({ path }: StoredFile) => ORDER.findIndex((start) => path.startsWith(start));
  const ordered = [...files].sort((a, b) => rank(a) - rank(b));
  const into = (folder: string, cacheControl: string) => ordered.map((file): Upload => ({
    ...file, key: keyOf(location, folder, file.path), contentType: contentTypeOf(file.path), cacheControl,
  }));
  return { version: into(location.version, FOREVER), latest: latest ? into(LATEST, MINUTES) : [] };
}

function contentTypeOf(path: string): string {
  return CONTENT_TYPES.find(([end]) => end.test(path))![1];
}
