import { PartResult, PARTS } from './part';
import { markdownTable } from '../../../build-tools/markdown-table';

/** The results for a terminal. */
export function summaryTable(results: readonly PartResult[]): string {
  const rows = [HEAD, ...results.map(cells), ...(results.length > 1 ? [totals(results)] : [])];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}

/** The report: what was shown, by whom, and how to see it again. */
export function renderReport(results: readonly PartResult[]): string {
  const missing = PARTS.filter(({ id }) => !results.some((result) => result.id === id));
  const sections = PARTS.flatMap(({ id, title, judge, command }) => {
    const result = results.find((candidate) => candidate.id === id);
    return result === undefined ? [] : [[
      `## ${title}`,
      `Judged by ${judge}. Run again with \`${command}\`.`,
      ...(result.notes.length > 0 ? [result.notes.map((note) => `- ${note}`).join('\n')] : []),
      result.failures.length === 0
        ? `All ${count(result.checks)} checks hold.`
        : result.failures.map(({ check, detail }) => `### Failed: ${check}\n\n\`\`\`text\n${detail}\n\`\`\``).join('\n\n'),
    ].join('\n\n')];
  });
  return [
    '# Proof report',
    'What was declared is what the vendor can do, nothing more and nothing less. How this is shown, and what is not: docs/proof.md.',
    markdownTable([...HEAD], [...results.map(cells), totals(results)]),
    ...(missing.length > 0 ? [`Not run: ${missing.map(({ title, command }) => `${title} (\`${command}\`)`).join(', ')}.`] : []),
    ...sections,
  ].join('\n\n') + '\n';
}

const HEAD = ['part', 'checks', 'probes', 'failures', 'time'];

function cells({ id, checks, probes, failures, seconds }: PartResult): string[] {
  return [PARTS.find((part) => part.id === id)!.title, count(checks), count(probes), count(failures.length), `${seconds.toFixed(1)} s`];
}

function totals(results: readonly PartResult[]): string[] {
  const sum = (of: (result: PartResult) => number) => results.reduce((total, result) => total + of(result), 0);
  return ['all', count(sum(({ checks }) => checks)), count(sum(({ probes }) => probes)), count(sum(({ failures }) => failures.length)),
    `${sum(({ seconds }) => seconds).toFixed(1)} s`];
}

/** With a comma between thousands, whatever the locale of the machine. */
function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
