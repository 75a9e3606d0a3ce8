/**
 * What can be wrong with a command rather than with the access that it is about; docs/errors.md is generated from this table.
 *
 * They are API, too: scripts match on them, with `--json`.
 */
export const COMMAND_CODES = {
  AccessDenied: 'AWS does not let these credentials read or write what `publish` has to.',
  ArgumentEmpty: 'An argument is empty.',
  CheckFailed: 'What was checked does not hold.',
  FileExists: 'A file is there already, and is kept.',
  FolderInvalid: 'What is named as a folder is not there, or is a file.',
  FolderNotEmpty: 'A folder holds something else than a kit, and is kept.',
  OptionEmpty: 'An option has no value.',
  OptionRepeated: 'An option is given twice, or together with one that excludes it.',
  OutputFailed: 'Standard output cannot be written to, as where the disk behind it is full.',
  OutsideFailed: 'Something outside failed: a file, the network, AWS.',
  PeerMissing: 'The packages `aws-cdk-lib` and `constructs` are not installed.',
  RegionOther: 'The bucket of a kit lies in another region than was named.',
  Unexpected: 'The program failed; `--debug` tells where.',
  UsageInvalid: 'Options or arguments do not go together.',
  VendorUnknown: 'The catalogue has no such vendor.',
} as const;

/** A stable code. */
export type CommandCode = keyof typeof COMMAND_CODES;
