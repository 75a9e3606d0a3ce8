/// <reference lib="dom" />

/** Tells screen readers what happened. */
export function announce(text: string): void {
  const region = document.getElementById('announcer')!;
  // The same text twice would be no news.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
