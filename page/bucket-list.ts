import { announce } from './announce';
import { BucketFields } from './bucket-fields';
import { button, make } from './dom';
import { KitFacts } from '../src/kit/form';

/** The buckets: at least one, and no more than the template takes. */
export class BucketList {
  public readonly element: HTMLElement;
  public readonly buckets: BucketFields[] = [];
  private readonly list = make('div', { class: 'buckets' });
  private readonly adder: HTMLButtonElement;

  constructor(private readonly facts: KitFacts, private readonly changed: () => void) {
    this.adder = button('Add a bucket', { class: 'secondary' }, () => {
      const bucket = this.add();
      this.changed();
      bucket.focus();
      announce(`Bucket ${this.buckets.length} added`);
    });
    this.element = make('div', {}, this.list, this.adder);
    this.add();
  }

  private add(): BucketFields {
    const bucket = new BucketFields(this.facts, (one) => this.drop(one));
    this.buckets.push(bucket);
    this.list.append(bucket.element);
    this.number();
    return bucket;
  }

  private drop(bucket: BucketFields): void {
    const index = this.buckets.indexOf(bucket);
    this.buckets.splice(index, 1);
    bucket.element.remove();
    this.number();
    this.changed();
    // The focus went with the button that had it.
    this.buckets[Math.min(index, this.buckets.length - 1)].focus();
    announce(`Bucket ${index + 1} removed`);
  }

  private number(): void {
    this.buckets.forEach((bucket, i) => bucket.place(i, this.buckets.length));
    this.adder.hidden = this.buckets.length >= this.facts.slots;
  }
}
