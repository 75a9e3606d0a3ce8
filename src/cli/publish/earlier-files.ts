import { keyOf, VersionAddress } from './kit-address';
import { Upload } from './uploads';
import { KIT_FILES, POLICIES, POLICY_FILES } from '../../kit/files';
import { LATEST } from '../../kit/form';

/** What lies among the files of the latest version, though the kit that becomes it has no such file. */
export interface EarlierFiles {
  /** Keys of files as kits have or had them: an earlier kit has left them. */
  readonly ofKits: readonly string[];
  /** Keys that no kit can have made; they are somebody's, and nobody's to delete here. */
  readonly others: readonly string[];
}

/** The folder of the latest version, as its keys start. */
export function latestFolder(location: VersionAddress): string {
  return keyOf(location, LATEST, '');
}

/** Tells apart what is there and stays beside what is uploaded. */
export function earlierFiles(present: readonly string[], latest: readonly Upload[], location: VersionAddress): EarlierFiles {
  const uploaded = new Set(latest.map(({ key }) => key));
  const stale = present.filter((key) => !uploaded.has(key));
  const isOfKit = (key: string) => NAMES.has(key.slice(latestFolder(location).length));
  return { ofKits: stale.filter(isOfKit), others: stale.filter((key) => !isOfKit(key)) };
}

const NAMES: ReadonlySet<string> = new Set([...KIT_FILES, ...[...POLICY_FILES].map((name) => `${POLICIES}/${name}`)]);
