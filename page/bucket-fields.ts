import { button, make } from './dom';
import { choiceField, Field, textField } from './field';
import { FolderChoice } from './folder-choice';
import { MODE_LABELS } from './wording';
import { KitFacts } from '../src/kit/form';
import { BucketInput } from '../src/policy/request';
import { offeredModes } from '../src/policy/vendor';

let made = 0;

/** The fields of one bucket. */
export class BucketFields {
  public readonly element: HTMLFieldSetElement;
  /** By the name that errors call them. */
  public readonly fields: Readonly<Record<'bucketName' | 'prefix' | 'keyArn', Field>> & { readonly mode?: Field };
  private readonly folder: FolderChoice;
  private readonly title = make('span');
  private readonly remove: HTMLButtonElement;

  constructor({ vendor }: KitFacts, removed: (bucket: BucketFields) => void) {
    const { name: vendorName, modes } = vendor;
    const id = `bucket-${++made}`;
    const offered = offeredModes(modes);
    this.folder = new FolderChoice(`${id}-prefix`, vendor);
    this.fields = {
      bucketName: textField({ id: `${id}-name`, label: 'Bucket name', hint: 'The name alone, without s3:// or ARN.' }),
      prefix: this.folder.field,
      ...(offered.length > 1 ? {
        mode: choiceField({ id: `${id}-mode`, label: 'Access', hint: `What ${vendorName} may do there.` },
          offered.map((mode) => [mode, MODE_LABELS[mode]])),
      } : {}),
      keyArn: textField({
        id: `${id}-key`, label: 'KMS key ARN', optional: true, hint: 'Only if the bucket is encrypted with a key of your own.',
      }),
    };
    this.remove = button('Remove', { class: 'quiet' }, () => removed(this));
    const { bucketName, prefix, mode, keyArn } = this.fields;
    this.element = make('fieldset', { class: 'bucket' },
      make('legend', {}, this.title),
      this.remove,
      ...[bucketName, prefix, ...(mode ? [mode] : []), keyArn].map(({ element }) => element));
  }

  /** Names the bucket by its place in the list; the only one cannot be removed. */
  public place(index: number, count: number): void {
    this.title.textContent = `Bucket ${index + 1}`;
    this.remove.setAttribute('aria-label', `Remove bucket ${index + 1}`);
    this.remove.hidden = count === 1;
  }

  public get input(): BucketInput {
    const { bucketName, prefix, mode, keyArn } = this.fields;
    return { bucketName: bucketName.value, prefix: prefix.value, wholeBucket: this.folder.wholeBucket, mode: mode?.value ?? '', keyArn: keyArn.value };
  }

  public focus(): void {
    this.fields.bucketName.focus();
  }
}
