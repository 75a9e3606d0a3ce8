import { Status } from './judge';
import { Conclusion, conclusionOf, count, Report, Row } from './report';
import { oneLine } from '../../policy/base';

const LABELS: Readonly<Record<Status, string>> = { pass: 'pass', fail: 'FAIL', note: 'note', skipped: 'skip', error: 'ERROR' };

/** Colours of a terminal. */
const COLORS: Readonly<Record<Status, number>> = { pass: 32, fail: 31, note: 33, skipped: 90, error: 35 };

const STATUSES = Object.keys(LABELS) as Status[];

/** The report as a table, with what a row means under it. */
export function renderTable(report: Report, colors: boolean): string {
  const { target: { roleArn, bucket, folder, mode }, caller, rows } = report;
  const cells = rows.map(({ tried, expected = '-', happened }) => [oneLine(tried), expected, oneLine(happened)] as const);
  const widths = [0, 1].map((i) => Math.max(HEADS[i].length, ...cells.map((row) => row[i].length)));
  const line = (label: string, [tried, expected, happened]: readonly [string, string, string], paint: (text: string) => string) =>
    `${paint(label.padEnd(6))} ${tried.padEnd(widths[0])}  ${expected.padEnd(widths[1])}  ${happened}`;
  const lines = rows.flatMap(({ status, meaning }, i) => [
    line(LABELS[status], cells[i], (text) => (colors ? `\u001b[${COLORS[status]}m${text}\u001b[0m` : text)),
    // What is wrong in the same way as in the row above is explained once.
    ...meaning === undefined || meaning === rows[i - 1]?.meaning ? [] : wrap(oneLine(meaning)).map((text) => `         ${text}`),
  ]);
  return [
    `Role:    ${roleArn}`,
    `Caller:  ${oneLine(caller ?? 'unknown')}`,
    `Bucket:  ${bucket}, ${folder === '' ? 'all of it' : `folder ${oneLine(folder)}`}, mode ${mode}`,
    '',
    line('', HEADS, (text) => text),
    ...lines,
    '',
    summary(report),
    '',
  ].join('\n');
}

/** Breaks text into lines; a word that is longer than a line stays whole, so that it can be copied. */
function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last === '' || last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

const WIDTH = 100;

const HEADS = ['Tried', 'Expected', 'Happened'] as const;

/** The report for programs. */
export function renderJson(report: Report): string {
  const { target: { roleArn, bucket, folder, mode }, caller, rows } = report;
  return `${JSON.stringify({
    roleArn,
    caller,
    bucket,
    ...(folder === '' ? { wholeBucket: true } : { prefix: folder }),
    mode,
    ok: conclusionOf(report) === 'holds',
    conclusion: conclusionOf(report),
    counts: Object.fromEntries(STATUSES.map((status) => [status, count(report, status)])),
    rows: rows.map(({ tried, expected, happened, status, meaning }: Row) => ({ tried, expected, happened, status, meaning })),
  }, undefined, 2)}\n`;
}

function summary(report: Report): string {
  const counts = STATUSES.filter((status) => count(report, status) > 0).map((status) => `${count(report, status)} ${LABELS[status]}`).join(', ');
  const conclusion = conclusionOf(report);
  return `${counts}. ${conclusion === 'holds' && count(report, 'note') > 0 ? HOLDS_WITH_NOTES : CONCLUSIONS[conclusion]}`;
}

const HOLDS_WITH_NOTES = 'Nothing is otherwise than agreed; the notes say what was not shown.';

const CONCLUSIONS: Readonly<Record<Conclusion, string>> = {
  holds: 'All is as agreed.',
  broken: 'The role is not as agreed.',
  untried: 'Not everything could be tried.',
  unshown: 'Nothing of what was agreed on was seen to work, so this shows nothing: a role that can do nothing is refused in the same way.',
};
