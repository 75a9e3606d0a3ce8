import { copyButton } from './copy';
import { make } from './dom';
import { Text, View } from './texts';
import { Setup } from '../src/kit/form';

/** Shows the texts of one view; keeps its elements while only the texts change, so that nothing jumps or loses the focus. */
export class ViewPanel {
  public readonly element: HTMLElement;
  private readonly blocks = make('div', { class: 'blocks' });
  private readonly empty = make('p', { class: 'empty' });
  private names: readonly string[] = [];

  constructor(private readonly view: View) {
    this.element = make('section', { class: 'view' },
      make('h3', {}, view.heading), make('p', { class: 'hint' }, view.intro), this.blocks, this.empty);
    this.show(undefined, '');
  }

  /** Shows a set-up, or why there is none. */
  public show(setup: Setup | undefined, reason: string): void {
    const texts = setup ? this.view.texts(setup) : [];
    const names = texts.map(({ name }) => name);
    if (names.join() !== this.names.join()) {
      this.names = names;
      this.blocks.replaceChildren(...texts.map((text) => block(text)));
    }
    this.blocks.querySelectorAll('code').forEach((code, i) => {
      code.textContent = texts[i].content;
    });
    this.empty.textContent = reason;
    this.empty.hidden = setup !== undefined;
  }
}

function block({ name }: Text): HTMLElement {
  const code = make('code');
  return make('div', { class: 'block' },
    make('div', { class: 'bar' }, make('p', { class: 'name' }, name), copyButton(name, code)),
    // It scrolls, and so keyboards must reach it.
    make('pre', { 'tabindex': '0', 'role': 'region', 'aria-label': name }, code));
}
