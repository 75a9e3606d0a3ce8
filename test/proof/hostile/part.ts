import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { PartResult } from '../report/part';
import { Recorder } from '../report/recorder';

const ROOT = resolve(__dirname, '..', '..', '..');
const TESTS = 'test/hostile';

/** What Jest tells of a run, as far as it is used here. */
interface JestResults {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly message: string;
    readonly assertionResults: ReadonlyArray<{ readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }>;
  }>;
}

/** Inputs crafted to escape: the tests of `test/hostile`, as Jest reports them. */
export function hostile(): PartResult {
  const recorder = new Recorder('hostile');
  const { testResults } = runJest();
  for (const { name, message, assertionResults } of testResults) {
    if (assertionResults.length === 0) {
      recorder.check(`${name} runs`, message);
    }
    for (const { status, fullName, failureMessages } of assertionResults) {
      recorder.judged(1);
      recorder.check(fullName, status === 'passed' ? undefined : `${status}\n${failureMessages.join('\n')}`);
    }
  }
  recorder.note(`${testResults.length} files of tests in ${TESTS}; each test is an attack with the error, or the bounds, that it must meet.`);
  return recorder.finish();
}

function runJest(): JestResults {
  const dir = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const output = join(dir, 'results.json');
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const { stderr } = spawnSync(process.execPath, [jest, '--ci', '--coverage=false', '--json', `--outputFile=${output}`, TESTS], { cwd: ROOT, encoding: 'utf8' });
    try {
      return JSON.parse(readFileSync(output, 'utf8'));
    } catch {
      throw new Error(`Jest gave no results: ${stderr.slice(-2000)}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
