import { Target } from './target';
import { wrongExternalIds } from './wrong-external-ids';

/** One request. */
export type Request =
  | { readonly kind: 'assume'; readonly externalId?: string }
  | { readonly kind: 'list'; readonly prefix?: string }
  /** An object that the listing or the writing before has shown to be there, if one has; otherwise `key`, which is nobody's. */
  | { readonly kind: 'get'; readonly key: string; readonly place: ProbeZone }
  /** An object with a name that nobody else uses. */
  | { readonly kind: 'put'; readonly key: string; readonly place: ProbeZone }
  /** A key that nobody uses; where an object was written, cleaning it up shows the same. */
  | { readonly kind: 'delete'; readonly key: string; readonly place: ProbeZone };

/** Where in the bucket; what is known of one place says nothing of another. */
export type ProbeZone = 'inside' | 'above' | 'beside' | 'elsewhere';

/** Something to try. */
export interface ProbeStep {
  readonly tried: string;
  readonly expected: 'allowed' | 'refused';
  /** None where there is nothing to try, for the reason given. */
  readonly request?: Request;
  readonly skipped?: string;
}

/** All that is tried, in order. The first step gets the session that the others need. */
interface Plan {
  readonly trust: readonly ProbeStep[];
  readonly access: readonly ProbeStep[];
}

/** Plans what AWS asks of whoever assumes roles of others, and what the folder and mode promise. */
export function plan(target: Target, nonce: string): Plan {
  return {
    trust: trustSteps(target.externalId),
    access: [...listing(target), ...writing(target, nonce), ...reading(target, nonce), ...deleting(target, nonce)],
  };
}

function trustSteps(externalId: string | undefined): ProbeStep[] {
  const without = 'Assume the role without an external ID';
  const wrong = 'Assume the role with a wrong external ID';
  if (externalId === undefined) {
    const skipped = 'this vendor sends no external ID';
    return [
      { tried: without, expected: 'allowed', request: { kind: 'assume' } },
      { tried: 'Assume the role with the external ID', expected: 'allowed', skipped },
      { tried: wrong, expected: 'refused', skipped },
    ];
  }
  return [
    { tried: 'Assume the role with the external ID', expected: 'allowed', request: { kind: 'assume', externalId } },
    { tried: without, expected: 'refused', request: { kind: 'assume' } },
    ...wrongExternalIds(externalId).map(({ how, id }): ProbeStep =>
      ({ tried: `${wrong} (${how})`, expected: 'refused', request: { kind: 'assume', externalId: id } })),
  ];
}

const WHOLE_BUCKET = 'the whole bucket was agreed on, so nothing of it lies outside';

function listing({ folder, lists, outside }: Target): ProbeStep[] {
  const list = (tried: string, prefix: string | undefined): ProbeStep => ({ tried, expected: 'refused', request: { kind: 'list', prefix } });
  const inside: ProbeStep = {
    tried: folder === '' ? 'List the bucket' : `List ${folder}`,
    expected: lists ? 'allowed' : 'refused',
    request: { kind: 'list', prefix: folder === '' ? undefined : folder },
  };
  if (folder === '') {
    return [inside, { tried: 'List outside', expected: 'refused', skipped: WHOLE_BUCKET }];
  }
  const parent = parentOf(folder);
  return [
    inside,
    list(`List ${parent === '' ? 'an empty prefix' : parent}, the folder above`, parent),
    list(`List ${folder.slice(0, -1)}, the folder without its slash`, folder.slice(0, -1)),
    list('List the whole bucket', undefined),
    ...outside === undefined ? [] : [list(`List ${outside}, outside`, outside)],
  ];
}

function writing(target: Target, nonce: string): ProbeStep[] {
  const put = (where: string, key: string, place: ProbeZone, expected: ProbeStep['expected']): ProbeStep =>
    ({ tried: `Write ${where}`, expected, request: { kind: 'put', key, place } });
  const { folder, writes } = target;
  return [
    put(folder === '' ? 'into the bucket' : `into ${folder}`, `${folder}${nonce}`, 'inside', writes ? 'allowed' : 'refused'),
    ...outsideOf(target, nonce, 'Write outside', ({ where, key, place }) => put(where, key, place, 'refused')),
  ];
}

function reading(target: Target, nonce: string): ProbeStep[] {
  const get = (where: string, key: string, place: ProbeZone, expected: ProbeStep['expected']): ProbeStep =>
    ({ tried: `Read ${where}`, expected, request: { kind: 'get', key, place } });
  const { folder, reads } = target;
  return [
    get(folder === '' ? 'from the bucket' : `from ${folder}`, `${folder}${nonce}`, 'inside', reads ? 'allowed' : 'refused'),
    ...outsideOf(target, nonce, 'Read outside', ({ where, key, place }) => get(where, key, place, 'refused')),
  ];
}

function deleting(target: Target, nonce: string): ProbeStep[] {
  const remove = (where: string, key: string, place: ProbeZone, expected: ProbeStep['expected']): ProbeStep =>
    ({ tried: `Delete ${where}`, expected, request: { kind: 'delete', key, place } });
  const { folder, deletes } = target;
  return [
    remove(folder === '' ? 'from the bucket' : `from ${folder}`, `${folder}${nonce}`, 'inside', deletes ? 'allowed' : 'refused'),
    ...outsideOf(target, nonce, 'Delete outside', ({ where, key, place }) => remove(where, key, place, 'refused')),
  ];
}

interface Outside {
  readonly where: string;
  readonly key: string;
  readonly place: ProbeZone;
}

function outsideOf({ folder, outside }: Target, nonce: string, tried: string, step: (outside: Outside) => ProbeStep): ProbeStep[] {
  if (folder === '') {
    return [{ tried, expected: 'refused', skipped: WHOLE_BUCKET }];
  }
  const parent = parentOf(folder);
  const name = folder.slice(0, -1);
  return [
    step({ where: `beside the folder, above it (${parent === '' ? 'top of the bucket' : parent})`, key: `${parent}${nonce}`, place: 'above' }),
    step({ where: `where names only start like it (${name}…)`, key: `${name}${nonce}`, place: 'beside' }),
    ...outside === undefined ? [] : [step({ where: `outside (${outside})`, key: `${outside}${nonce}`, place: 'elsewhere' })],
  ];
}

function parentOf(folder: string): string {
  return folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
}
