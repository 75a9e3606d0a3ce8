/// <reference lib="dom" />

let held = false;

for (const [type, value] of [['pointerdown', true], ['pointerup', false], ['pointercancel', false]] as const) {
  addEventListener(type, () => {
    held = value;
  }, true);
}

/**
 * Runs something once no button of the mouse is held any more. Leaving a field by pressing a button must not move that button
 * away before it is released: the click would be lost.
 */
export function whenSettled(run: () => void): void {
  if (!held) {
    setTimeout(run);
    return;
  }
  const over = new AbortController();
  for (const type of ['pointerup', 'pointercancel']) {
    addEventListener(type, () => {
      over.abort();
      // After the click, which follows.
      setTimeout(run);
    }, { signal: over.signal });
  }
}
