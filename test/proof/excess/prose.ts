/** As long as lines of hand-written pages are. */
const WIDTH = 120;

/** A paragraph, whatever its line breaks were, in lines of one width: so a changed figure changes few lines. */
export function paragraph(text: string, indent = ''): string {
  const lines = [''];
  for (const word of words(text)) {
    const last = lines.at(-1)!;
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length > WIDTH - indent.length && last !== '') {
      lines.push(word);
    } else {
      lines[lines.length - 1] = longer;
    }
  }
  return lines.join(`\n${indent}`);
}

/** Words, and code as one word. */
function words(text: string): string[] {
  return text.trim().match(/(`[^`]*`|[^\s`])+/g) ?? [];
}

/** A list of paragraphs. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${paragraph(item, '  ')}`).join('\n');
}
