/// <reference lib="dom" />

/** What an element is made with; there is no way to hand in markup. */
type Attributes = Readonly<Record<string, string>>;

/** Makes an element. Strings among its children become text, whatever is in them. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A link to another site; it opens beside the page, which keeps what was typed, and learns nothing of the page. */
export function linkTo(anchor: HTMLAnchorElement, url: string): void {
  if (!url.startsWith('https://')) {
    throw new Error('only https links leave the page');
  }
  anchor.setAttribute('href', url);
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noreferrer noopener');
}

/** Sets an attribute, or takes it away. */
export function toggleAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}

/** A button that submits nothing. */
export function button(label: string, attributes: Attributes, pressed: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', pressed);
  return made;
}
