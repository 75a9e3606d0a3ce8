import { Neighbour, neighboursOf, parentOf } from './neighbours';
import { Target } from './target';
import { wrongExternalIds } from './wrong-external-ids';
import { MAX_KEY_BYTES } from '../../policy/grant';

/** One request. */
export type Request =
  | { readonly kind: 'assume'; readonly externalId?: string }
  | { readonly kind: 'list'; readonly prefix?: string }
  /** Inside, an object that is known to be there, if one is; otherwise `key`, which is nobody's. */
  | ObjectRequest & { readonly kind: 'get' }
  /** An object with a name that nobody else uses. It is kept only where writing was agreed on: elsewhere S3 is made to throw it away. */
  | ObjectRequest & { readonly kind: 'put'; readonly kept: boolean }
  /** A key that nobody uses; where an object was written, cleaning it up shows the same. */
  | ObjectRequest & { readonly kind: 'delete' };

interface ObjectRequest {
  readonly key: string;
  readonly place: ProbeZone;
}

/** Whether it lies in what was agreed on. */
export type ProbeZone = 'inside' | 'outside';

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
  const around = target.folder === '' ? [] : neighboursOf(target.folder, nonce, target.outside);
  return {
    trust: trustSteps(target.externalId),
    access: [
      ...listing(target, around),
      ...OBJECT_STEPS.flatMap((steps) => onObjects(target, around, nonce, steps)),
    ],
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

function listing({ folder, lists }: Target, around: readonly Neighbour[]): ProbeStep[] {
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
    ...around.flatMap(({ list: name, prefix }) => (name === undefined || tooLong(prefix) ? [] : [list(`List ${name}`, prefix)])),
  ];
}

/** What is tried with an object, inside and around. */
interface ObjectSteps {
  readonly verb: string;
  readonly inside: string;
  readonly agreed: (target: Target) => boolean;
  readonly request: (at: ObjectRequest, expected: ProbeStep['expected']) => Request;
}

const OBJECT_STEPS: readonly ObjectSteps[] = [
  { verb: 'Write', inside: 'into', agreed: ({ writes }) => writes, request: (at, expected) => ({ kind: 'put', ...at, kept: expected === 'allowed' }) },
  { verb: 'Read', inside: 'from', agreed: ({ reads }) => reads, request: (at) => ({ kind: 'get', ...at }) },
  { verb: 'Delete', inside: 'from', agreed: ({ deletes }) => deletes, request: (at) => ({ kind: 'delete', ...at }) },
];

function onObjects(target: Target, around: readonly Neighbour[], nonce: string, { verb, inside, agreed, request }: ObjectSteps): ProbeStep[] {
  const step = (where: string, prefix: string, place: ProbeZone, expected: ProbeStep['expected']): ProbeStep => {
    const key = `${prefix}${nonce}`;
    const tried = `${verb} ${where}`;
    return tooLong(key)
      ? { tried, expected, skipped: 'the key to try it with would be longer than S3 takes' }
      : { tried, expected, request: request({ key, place }, expected) };
  };
  const { folder } = target;
  return [
    step(`${inside} ${folder === '' ? 'the bucket' : folder}`, folder, 'inside', agreed(target) ? 'allowed' : 'refused'),
    ...folder === '' ? [{ tried: `${verb} outside`, expected: 'refused', skipped: WHOLE_BUCKET } as const] : [],
    ...around.map(({ at, prefix }) => step(at, prefix, 'outside', 'refused')),
  ];
}

function tooLong(key: string): boolean {
  return Buffer.byteLength(key) > MAX_KEY_BYTES;
}
