import { make } from './dom';
import { Field } from './field';
import { detailOf, Issue } from '../src/policy/base';

/** What is left to do, in one place, with ways to get there. */
export class Summary {
  public readonly element: HTMLElement;
  private readonly status = make('p', { role: 'status' });
  private readonly list = make('ul');

  constructor() {
    this.element = make('section', { 'class': 'summary', 'aria-labelledby': 'summary-title' },
      make('h2', { id: 'summary-title' }, 'Checks'), this.status, this.list);
  }

  public show(issues: readonly Issue[], fields: ReadonlyMap<string, Field>): void {
    const count = issues.length;
    this.status.textContent = count === 0 ? 'Everything is filled in.' : `${count} ${count === 1 ? 'field' : 'fields'} to fill in or correct:`;
    const order = [...fields.keys()];
    const sorted = [...issues].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    this.list.replaceChildren(...sorted.map((issue) => make('li', {}, ...entry(issue, fields.get(issue.field), fields))));
    this.element.classList.toggle('done', count === 0);
  }
}

function entry(issue: Issue, field: Field | undefined, fields: ReadonlyMap<string, Field>): (Node | string)[] {
  const { field: name, code } = issue;
  if (!field) {
    return [make('span', { class: 'code' }, code), ` ${name}: ${detailOf(issue)}`];
  }
  const link = make('a', { href: `#${field.look.id}` }, nameOf(name, field, fields));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field.focus();
  });
  return field.isVisited ? [link, ': ', make('span', { class: 'code' }, code)] : [link];
}

/** Two buckets have fields of the same label. */
function nameOf(name: string, { look: { label } }: Field, fields: ReadonlyMap<string, Field>): string {
  const [, index] = /^buckets\[(\d+)\]/.exec(name) ?? [];
  return index !== undefined && fields.has('buckets[1].bucketName') ? `${label} of bucket ${Number(index) + 1}` : label;
}
