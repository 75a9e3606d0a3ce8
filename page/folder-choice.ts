/// <reference lib="dom" />
import { make } from './dom';
import { Field, textField } from './field';
import { folderHint, wholeBucketNote } from './wording';
import { KitFacts } from '../src/kit/form';

/** Where in a bucket: a folder, or everything, which is opened only by saying so. */
export class FolderChoice {
  public readonly field: Field;
  private readonly box: HTMLInputElement;

  constructor(id: string, vendor: KitFacts['vendor']) {
    // A browser that comes back to the page would tick it again, and tell nobody.
    this.box = make('input', { 'type': 'checkbox', 'id': `${id}-whole`, 'autocomplete': 'off', 'aria-describedby': `${id}-hint` });
    const choice = make('label', { class: 'choice', for: this.box.id }, this.box, 'The whole bucket');
    this.field = textField({ id, label: 'Folder', hint: folderHint(vendor), extra: choice }, {}, true);
    // Before the form hears of it.
    this.box.addEventListener('input', () => this.field.replaceBy(this.wholeBucket ? wholeBucketNote(vendor) : undefined));
  }

  public get wholeBucket(): boolean {
    return this.box.checked;
  }
}
