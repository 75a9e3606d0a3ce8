import { ActionLevel, S3_ACTIONS } from '../aws';
import { compileAccess } from './compile';
import { Statement, valuesOf, withValues } from '../document';
import { CompileContext, Location, termsId } from './location';
import { guardInForce } from './objects';
import { renderPattern, Stems } from '../pattern';
import { EMPTY_DOCUMENT_SIZE, jsonSize, statementSize } from '../write';

/** What is declared on one bucket. */
interface BucketTally {
  /** All that statements depend on but for the places, one entry for each combination. */
  readonly kinds: Set<string>;
  readonly stems: Stems;
  /** Its listings that others may have joined. */
  readonly listings: Set<Listing>;
  /** Whether its listing is that of another bucket, or of other conditions; then nobody knows what becomes of the two when it gets more. */
  joined?: boolean;
}

/** A listing whose prefixes may be those of several buckets, which then have one statement together. */
interface Listing {
  readonly id: string;
  readonly size: number;
  members: number;
}

/**
 * How many characters the permissions of a role take at most, kept up to date without compiling all of them anew.
 *
 * Further locations can only add their own names to statements that are there already, as long as the bucket has access of their kind, or
 * none, and no key pattern of theirs covers or is covered by another one. Where that is not so, nothing is said of their size.
 */
export class SizeBound {
  private readonly buckets = new Map<string, BucketTally>();
  /** The statements that are there, by what they are beside their lists. */
  private readonly open = new Set<string>();
  private readonly listings = new Map<string, Listing>();
  private total = 0;
  /** The most that a statement has beside its lists; and the longest value in them. */
  private frame = 0;
  private longest = 0;

  /**
   * @param statements what all the locations compile to
   */
  constructor(locations: readonly Location[], statements: readonly Statement[], private readonly context: CompileContext) {
    statements.forEach((statement) => this.count(statement));
    const seen = new Set<string>();
    const lists = new Map<string, string>();
    for (const location of locations) {
      const { bucketArn, actions } = location;
      const declared = this.on(bucketArn);
      location.patterns.forEach(({ stem }) => declared.stems.add(stem));
      const kind = kindOf(location);
      const id = JSON.stringify([bucketArn, kind]);
      // Where others cover it, or give more at the same place, its own statements may not be there.
      if (!seen.has(id) && compileAccess([location], context).flatMap(idsOf).every((one) => this.open.has(one))) {
        declared.kinds.add(kind);
      }
      seen.add(id);
      if (actions.some((action) => S3_ACTIONS[action].level === 'listing')) {
        const use = termsId(location);
        declared.joined ||= (lists.get(bucketArn) ?? use) !== use;
        lists.set(bucketArn, use);
      }
    }
  }

  /** The characters that all statements take together at most. */
  public get size(): number {
    return this.total;
  }

  /** Whether the permissions are sure to fit into documents of these sizes. */
  public fits(documents: readonly number[]): boolean {
    // A divided statement has its frame twice, and where not even one more value fits, the rest stays empty.
    const perDocument = EMPTY_DOCUMENT_SIZE + 2 * this.frame + this.longest;
    return this.total <= documents.reduce((sum, size) => sum + Math.max(0, size - perDocument), 0);
  }

  /** Counts further locations; tells whether that was possible. After a no, the bound is of no use any more. */
  public add(locations: readonly Location[]): boolean {
    return locations.every((location) => this.addOne(location));
  }

  private addOne(location: Location): boolean {
    const isNew = !this.buckets.has(location.bucketArn);
    const declared = this.on(location.bucketArn);
    const { kinds, stems } = declared;
    const kind = kindOf(location);
    const { patterns } = location;
    if (declared.joined || (!isNew && !kinds.has(kind)) || patterns.some(({ stem }) => stems.isRelated(stem))) {
      return false;
    }
    patterns.forEach(({ stem }) => stems.add(stem));
    kinds.add(kind);
    if (isNew) {
      compileAccess([location], this.context).forEach((statement) => this.count(statement));
    } else {
      this.name(location);
      this.leave(declared);
    }
    return true;
  }

  private on(bucketArn: string): BucketTally {
    const declared = this.buckets.get(bucketArn) ?? { kinds: new Set(), stems: new Stems(), listings: new Set() };
    this.buckets.set(bucketArn, declared);
    return declared;
  }

  /** Counts the places of a location in statements that are there already. */
  private name(location: Location): void {
    const { bucketArn, actions, kmsKeys, patterns } = location;
    const at = (level: ActionLevel) => actions.filter((action) => S3_ACTIONS[action].level === level);
    const onObjects = new Set(at('object').map((action) => guardInForce(action, location))).size;
    const names = patterns.map(renderPattern);
    const arns = names.map((name) => `${bucketArn}/${name}`);
    this.total += (onObjects + kmsKeys.length) * listed(arns) + at('listing').length * listed(names);
    this.seeValues(arns);
  }

  private count(statement: Statement): void {
    const { resources, conditions, divisible } = statement;
    const first = { ...statement, resources: resources.slice(0, 1) };
    const whole = statementSize(statement) + PUNCTUATION;
    const ids = idsOf(statement);
    const known = ids.filter((id) => this.open.has(id)).length;
    ids.forEach((id) => this.open.add(id));
    if (!divisible) {
      this.see(statementSize(first), resources);
      this.total += known > 0 ? listed(resources) : whole;
      return;
    }
    const { operator, key } = divisible;
    const values = valuesOf(conditions, operator, key);
    this.see(statementSize({ ...first, conditions: withValues(conditions, operator, key, values.slice(0, 1)) }), values);
    if (key === PREFIX) {
      this.total += this.join(statement, whole);
    } else {
      // Two keys may have the same places by chance, and be parted again.
      this.total += known * listed(values) + (resources.length - known) * whole;
    }
  }

  /** Counts a listing, or what it adds to one with the same prefixes. */
  private join({ actions, resources, conditions }: Statement, size: number): number {
    const id = JSON.stringify([actions, conditions]);
    const listing = this.listings.get(id);
    if (listing || resources.length > 1) {
      resources.forEach((bucketArn) => {
        this.on(bucketArn).joined = true;
      });
    }
    if (listing) {
      listing.members += resources.length;
      return listed(resources);
    }
    if (resources.length === 1) {
      const own = { id, size, members: 0 };
      this.listings.set(id, own);
      this.on(resources[0]).listings.add(own);
    }
    return size;
  }

  /** A bucket that gets further prefixes leaves the statement to those that have joined it. */
  private leave({ listings }: BucketTally): void {
    for (const { id, size, members } of listings) {
      this.listings.delete(id);
      this.total += members > 0 ? size : 0;
    }
    listings.clear();
  }

  private see(frame: number, values: readonly string[]): void {
    this.frame = Math.max(this.frame, frame);
    this.seeValues(values);
  }

  private seeValues(values: readonly string[]): void {
    values.forEach((value) => {
      this.longest = Math.max(this.longest, jsonSize(value));
    });
  }
}

const PREFIX = 's3:prefix';

/** A comma, and the brackets that a list of one gets with its second value. */
const PUNCTUATION = 3;

/** What a statement is beside the list that grows: that of its resources, or of the places in its conditions. */
function idsOf({ effect, actions, resources, conditions, divisible }: Statement): string[] {
  return divisible
    ? resources.map((resource) => JSON.stringify([effect, actions, resource, withValues(conditions, divisible.operator, divisible.key, [])]))
    : [JSON.stringify([effect, actions, conditions])];
}

/** All that the statements of a location depend on but for its places. */
function kindOf(location: Location): string {
  return JSON.stringify([termsId(location), location.actions, location.kmsKeys]);
}

function listed(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + jsonSize(value) + 1, 0);
}
