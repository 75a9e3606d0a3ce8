import { fail } from '../../policy/base';

/** The name of the folder that always holds the newest version. */
export const LATEST = 'latest';

/** Checks the version of a kit: it becomes a folder, beside the one of the latest. */
export function checkKitVersion(version: unknown, field: string): string {
  if (typeof version !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.test(version) || version === LATEST) {
    fail('KitVersionInvalid', field, version, `use 1 to 64 letters, digits and ._+-, such as 1.2.0, and not "${LATEST}"`);
  }
  return version;
}
