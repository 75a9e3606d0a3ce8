import { oneLine } from '../../policy/base';

/** Text for a paragraph, a heading or a link of Markdown: on one line, and nothing in it means anything. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, (c) => (c === '&' || c === '<' ? `&#${c.charCodeAt(0)};` : `\\${c}`));
}

/** Code within a line; its fence is longer than any run of backticks in it. */
export function codeSpan(code: string): string {
  const text = oneLine(code);
  const fence = fenceFor(text, 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Code in lines of its own. */
export function codeBlock(language: string, code: string): string {
  const fence = fenceFor(code, 3);
  return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`;
}

/** A table; cells are Markdown, without line breaks. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\\?\|/g, '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function fenceFor(code: string, atLeast: number): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  return '`'.repeat(longest >= atLeast ? longest + 1 : atLeast);
}
