/** What to do about what the operating system refuses. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'let this user at it, or choose another path',
  EDQUOT: 'make room on the disk, or choose another one',
  EEXIST: 'choose another path',
  EISDIR: 'it is a folder; choose the path of a file',
  ENOENT: 'check the path, and make the folders on the way to it',
  ENOSPC: 'make room on the disk, or choose another one',
  ENOTDIR: 'a file stands where the path has a folder; choose another path',
  EPERM: 'let this user at it, or choose another path',
  EROFS: 'nothing can be written there; choose another path',
};

/** What to do about it; nothing where the code alone does not tell. */
export function systemRemedy(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(REMEDIES, code) ? REMEDIES[code] : undefined;
}
