import { make } from './dom';

/** One tab and what belongs to it. */
interface Tab {
  readonly id: string;
  readonly title: string;
  readonly content: HTMLElement;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs as screen readers and keyboards know them: one stop for Tab, arrows between them. */
export function tabs(label: string, all: readonly Tab[]): HTMLElement {
  const heads = all.map(({ id, title }) => make('button', { 'type': 'button', 'role': 'tab', 'id': `tab-${id}`, 'aria-controls': `panel-${id}` }, title));
  const panels = all.map(({ id, content }) => make('div', { 'role': 'tabpanel', 'id': `panel-${id}`, 'aria-labelledby': `tab-${id}` }, content));
  const select = (chosen: number) => heads.forEach((head, i) => {
    head.setAttribute('aria-selected', String(i === chosen));
    head.tabIndex = i === chosen ? 0 : -1;
    panels[i].hidden = i !== chosen;
  });
  heads.forEach((head, i) => {
    head.addEventListener('click', () => select(i));
    head.addEventListener('keydown', (event) => {
      const next = STEPS[event.key]?.(i, heads.length);
      if (next !== undefined) {
        event.preventDefault();
        select(next);
        heads[next].focus();
      }
    });
  });
  select(0);
  return make('div', { class: 'tabs' }, make('div', { 'role': 'tablist', 'class': 'tablist', 'aria-label': label }, ...heads), ...panels);
}
