import { make, toggleAttribute } from './dom';
import { whenSettled } from './settled';
import { detailOf, Issue } from '../src/policy/base';

/** What a field looks like. */
interface FieldLook {
  /** Unique in the page. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  /** Something beside the label. */
  readonly extra?: HTMLElement;
}

/** One thing to fill in: label, hint, control, and what is wrong with it. */
export class Field {
  public readonly element: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly error: HTMLElement;
  private shown?: Issue;
  private visited = false;

  constructor(public readonly look: FieldLook, private readonly control: HTMLInputElement | HTMLSelectElement, private readonly verbatim = false) {
    const { id, label, hint, optional, extra } = look;
    control.id = id;
    control.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
    toggleAttribute(control, 'aria-required', optional ? undefined : 'true');
    this.hint = make('p', { id: `${id}-hint`, class: 'hint' }, hint);
    this.error = make('p', { id: `${id}-error`, class: 'error' });
    this.element = make('div', { class: 'field' },
      make('div', { class: 'label' },
        make('label', { for: id }, label, ...(optional ? [make('span', { class: 'optional' }, ' optional')] : [])),
        ...(extra ? [extra] : [])),
      control,
      this.hint,
      this.error);
    // Nobody likes to be corrected while still typing; once corrected, everybody likes to see it go away.
    control.addEventListener('focusout', () => whenSettled(() => this.visit()));
  }

  /** What was typed. Blanks around it come from copying, unless they can be meant. */
  public get value(): string {
    if (this.control.disabled) {
      return '';
    }
    return this.verbatim ? this.control.value : this.control.value.trim();
  }

  /** Fills the field in, as if it had been typed. */
  public set value(value: string) {
    this.control.value = value;
    this.visit();
    this.control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Says something about the value that is in the field now; gone once somebody types. */
  public note(text: string): void {
    const note = make('p', { class: 'notice', role: 'status' }, text);
    this.element.append(note);
    this.control.addEventListener('input', () => note.remove(), { once: true });
  }

  /** Takes the field out of use, and shows what counts in its place; without a text it is as before, with what was typed. */
  public replaceBy(text: string | undefined): void {
    this.control.disabled = text !== undefined;
    this.hint.textContent = text ?? this.look.hint;
    this.hint.className = text === undefined ? 'hint' : 'notice';
  }

  /** Whether the field tells of its errors. */
  public get isVisited(): boolean {
    return this.visited;
  }

  /** From now on the field tells of its errors. */
  public visit(): void {
    if (!this.visited) {
      this.visited = true;
      this.render();
      this.control.dispatchEvent(new Event('visit', { bubbles: true }));
    }
  }

  /** What is wrong; told once the field was visited. */
  public get wrong(): Issue | undefined {
    return this.shown;
  }

  public set wrong(error: Issue | undefined) {
    this.shown = error;
    this.render();
  }

  public focus(): void {
    this.control.focus();
  }

  private render(): void {
    const error = this.visited ? this.shown : undefined;
    toggleAttribute(this.control, 'aria-invalid', error && 'true');
    this.error.replaceChildren(...(error ? [make('span', { class: 'code' }, error.code), ` ${detailOf(error)}`] : []));
  }
}

/** A field for text. */
export function textField(look: FieldLook, attributes: Readonly<Record<string, string>> = {}, verbatim = false): Field {
  const input = make('input', { type: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', ...attributes });
  return new Field(look, input, verbatim);
}

/** A field with a list to choose from. */
export function choiceField(look: FieldLook, choices: ReadonlyArray<readonly [value: string, label: string]>): Field {
  return new Field(look, make('select', { autocomplete: 'off' }, ...choices.map(([value, label]) => make('option', { value }, label))));
}
