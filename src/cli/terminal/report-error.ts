import { CommanderError } from 'commander';
import { CommandError, EXIT, Io } from './io';
import { bucketOf, optionInText, optionOf } from './option-names';
import { style } from './print';
import { systemRemedy } from './system-errors';
import { AccessError, detailOf, oneLine } from '../../policy/base';

/** One thing that is wrong, as data. */
interface Finding {
  readonly code: string;
  readonly field?: string;
  /** The file that the field is in. */
  readonly file?: string;
  /** The option that sets it. */
  readonly option?: string;
  /** Where there are several buckets: which of them, counted from 1. */
  readonly bucket?: number;
  readonly message: string;
}

interface ReportOptions {
  readonly json: boolean;
  readonly debug: boolean;
  /** What was typed. */
  readonly args?: readonly string[];
}

/** Tells what went wrong, one line for each thing, and gives the exit code. */
export function reportError(io: Io, error: unknown, { json, debug, args = [] }: ReportOptions): number {
  const { exitCode, findings: [found, ...rest] } = explain(error);
  // A field of a file is set there, whatever its name.
  const named = (finding: Finding): Finding => (finding.file !== undefined
    ? finding
    : { ...finding, option: optionOf(finding.field, args), bucket: bucketOf(finding.field, args) });
  const findings = [named(found), ...rest.map(named)];
  if (error instanceof CommandError && error.message === '') {
    // What was printed already says it all.
    return exitCode;
  }
  if (json) {
    const [first] = findings;
    io.out(`${JSON.stringify({ error: findings.length > 1 ? { ...first, others: findings.slice(1) } : first }, undefined, 2)}\n`);
  } else {
    findings.forEach((finding) => io.err(`${style(io).red('error:')} ${line(finding)}\n`));
  }
  if (debug) {
    io.err(`${Object(error).stack ?? String(error)}\n`);
  }
  return exitCode;
}

function line({ code, field, file, option, bucket, message }: Finding): string {
  const typed = optionInText(field, option);
  const place = file !== undefined ? `${file}: ${field}` : bucket === undefined ? typed : `${typed} (bucket ${bucket})`;
  return oneLine(place === undefined ? `${code}: ${message}` : `${code} ${place}: ${message}`);
}

function explain(error: unknown): { readonly exitCode: number; readonly findings: readonly [Finding, ...Finding[]] } {
  if (error instanceof AccessError) {
    const [first, ...others] = error.issues.map((issue): Finding => {
      const { code, field, file } = issue;
      return { code, field, file, message: detailOf(issue) };
    });
    return { exitCode: EXIT.usage, findings: [first, ...others] };
  }
  if (error instanceof CommandError) {
    return { exitCode: error.exitCode, findings: [{ code: error.code, message: error.message }] };
  }
  if (error instanceof CommanderError) {
    return { exitCode: EXIT.usage, findings: [{ code: usageCode(error.code), message: usageMessage(error.message) }] };
  }
  const { code, message = String(error) } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (code === 'MODULE_NOT_FOUND' && /'(aws-cdk-lib|constructs)/.test(message)) {
    return outside('PeerMissing', 'this needs aws-cdk-lib and constructs beside it; run npm install aws-cdk-lib constructs');
  }
  // What the operating system refuses has a code such as ENOENT; all else is a mistake of this program.
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    const remedy = systemRemedy(code);
    return outside(code, `${message.replace(/^E[A-Z]+: /, '')}${remedy === undefined ? '' : `; ${remedy}`}`);
  }
  return outside('Unexpected', `${message.split('\n')[0]}; --debug tells where`);
}

function outside(code: string, message: string): ReturnType<typeof explain> {
  return { exitCode: EXIT.outside, findings: [{ code, message }] };
}

/** `commander.unknownOption` is called `UnknownOption` here. */
function usageCode(code: string): string {
  const name = code.replace(/^commander\./, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function usageMessage(message: string): string {
  return message.replace(/^error: /, '').replace(/\.?\s*\n\s*/g, ' ').trim();
}
