/// <reference lib="dom" />
import { announce } from './announce';
import { button } from './dom';

const SHOWN_MS = 2000;

/** A button that copies what an element shows; `what` tells it from the other ones. */
export function copyButton(what: string, source: HTMLElement): HTMLButtonElement {
  const made = button('Copy', { 'class': 'secondary copy', 'aria-label': `Copy ${what}` }, () => void copy());
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function copy(): Promise<void> {
    const copied = await toClipboard(source);
    made.textContent = copied ? 'Copied' : 'Selected';
    announce(copied ? `Copied ${what}` : `Selected ${what}: press Ctrl+C or Command+C to copy`);
    clearTimeout(timer);
    timer = setTimeout(() => {
      made.textContent = 'Copy';
    }, SHOWN_MS);
  }
  return made;
}

/** Copies the text, or at least selects it: pages that are opened from a file, or in a frame, may not use the clipboard. */
async function toClipboard(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent!);
    return true;
  } catch {
    getSelection()!.selectAllChildren(source);
    return document.execCommand('copy');
  }
}
