import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join, resolve } from 'path';
import { PartResult, PARTS } from './part';
import { renderReport, summaryTable } from './render';

/** Where results are kept; not in git. */
export const REPORTS = resolve(__dirname, '..', '..', '..', 'reports', 'proof');

/**
 * Writes the results of some parts, and the report over all parts that have one; prints the summary. The process ends
 * with 1 if one of these parts failed.
 */
export function publish(results: readonly PartResult[]): void {
  mkdirSync(REPORTS, { recursive: true });
  for (const result of results) {
    writeFileSync(resultFile(result.id), `${JSON.stringify(result, undefined, 2)}\n`);
  }
  const all = PARTS.flatMap(({ id }) => (existsSync(resultFile(id)) ? [JSON.parse(readFileSync(resultFile(id), 'utf8')) as PartResult] : []));
  const report = join(REPORTS, 'report.md');
  writeFileSync(report, renderReport(all));

  for (const { check, detail } of results.flatMap(({ failures }) => failures)) {
    process.stdout.write(`\nFAILED ${check}\n${detail.replace(/^/gm, '  ')}\n`);
  }
  process.stdout.write(`\n${summaryTable(results)}\n\nReport: ${report}\n`);
  process.exitCode = results.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

/** Each part has a file of its own, so that parts can run at different times. */
function resultFile(id: PartResult['id']): string {
  return join(REPORTS, `${id}.json`);
}
