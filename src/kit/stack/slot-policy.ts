import { choose, onlyIf } from './choose';
import { Functions, renderIntrinsics } from './intrinsics';
import { SlotConditions, slotConditions } from './template-names';
import { BOUNDS } from '../../policy/aws';
import { raising, reference } from '../../policy/base';
import { compileIdentity, includes, Mode } from '../../policy/grant';
import { AccessRequest, checkAccess, Surroundings, surroundingsIn } from '../../policy/request';
import { offeredModes, VendorFacts } from '../../policy/vendor';
import { EMPTY_DOCUMENT_SIZE, jsonSize, StatementJson, statementToJson } from '../../policy/write';
import { FORM_WORDS, PREFIX_LENGTH, SlotParameters, slotParameters } from '../form';

/** The permissions for one bucket, which its parameters shape. */
interface SlotPolicy {
  readonly document: object;
  /** In characters, whatever is entered. */
  readonly maxSize: number;
}

/** The customer's account. */
export const ACCOUNT = reference('AccountId', BOUNDS.accountId);

/** Where the customer's role will be. */
const SURROUNDINGS: Surroundings = surroundingsIn(undefined);

/** All of a statement but its actions. */
type Body = Omit<StatementJson, 'Action'>;

/** The parameters that say something; without a prefix the whole bucket is meant. */
interface Given {
  readonly bucket: string;
  readonly prefix?: string;
  readonly key?: string;
}

/** Where something is allowed: if there is a folder, if the whole bucket is meant, and whether a key is needed for it. */
interface Place {
  readonly inFolder: Body;
  readonly inBucket: Body;
  readonly keyed: boolean;
}

/** One action, and the condition on the mode; none if every mode has it. */
interface Grant extends Place {
  readonly action: string;
  readonly mode?: string;
}

/** Actions that are allowed at the same place, and what they have in common of the condition. */
interface Group extends Place {
  readonly actions: ReadonlyArray<Pick<Grant, 'action' | 'mode'>>;
  readonly mode?: string;
}

/**
 * The permissions for the bucket of a slot. The core compiles each half of the access, for a folder and for a whole bucket, and
 * with a key and without; what depends on a parameter is then put under its condition.
 */
export function slotPolicy(vendor: VendorFacts, slot: number): SlotPolicy {
  const conditions = slotConditions(slot);
  const parameters = slotParameters(slot);
  const groups = group(grants(vendor, parameters, conditions));
  const functions: Functions = {
    // Padded, so that there is a fourth part even where no key was entered.
    Region: { 'Fn::Select': [3, { 'Fn::Split': [':', { 'Fn::Sub': `\${${parameters.keyArn}}:::` }] }] },
    Folder: { 'Fn::If': [conditions.wholeBucket, '', { 'Fn::Sub': `\${${parameters.prefix}}/` }] },
  };
  const sizes = groups.map(({ inFolder, actions }) => jsonSize({ Action: actions.map(({ action }) => action), ...inFolder }) + 1);
  return {
    document: { Version: '2012-10-17', Statement: groups.map((one) => renderIntrinsics(statement(one, conditions, parameters), functions)) },
    maxSize: sizes.reduce((sum, size) => sum + size, EMPTY_DOCUMENT_SIZE - 1),
  };
}

function statement({ actions, inFolder, inBucket, keyed, mode }: Group, conditions: SlotConditions, { prefix }: SlotParameters): unknown {
  // Of most texts, the choice concerns the folder in the middle alone; the template is much shorter for it.
  const joined = (whole: string, part: string) => {
    const folder = `${folderReference(prefix)}/`;
    return part.replace(folder, '') === whole ? part.replace(folder, reference('Folder', PREFIX_LENGTH + 1)) : undefined;
  };
  const { Effect, ...body } = choose(conditions.wholeBucket, inBucket, inFolder, joined) as Body;
  const names = actions.map((one) => onlyIf(one.mode, one.action));
  return onlyIf(keyed ? conditions.hasKey : undefined, onlyIf(mode, { Effect, Action: names.length === 1 ? names[0] : names, ...body }));
}

/** Each action of the vendor, with the widest that the parameters of a slot can make of it. */
function grants(vendor: VendorFacts, parameters: SlotParameters, { canRead, canWrite }: SlotConditions): Grant[] {
  const modes = offeredModes(vendor.modes);
  const found = new Map<string, Grant>();
  for (const [half, condition] of [['read', canRead], ['write', canWrite]] as const) {
    if (!modes.some((mode) => includes(mode, half))) {
      continue;
    }
    const whole = bodies(vendor, half, { bucket: parameters.bucketName, key: parameters.keyArn });
    const keyless = bodies(vendor, half, { bucket: parameters.bucketName });
    for (const [action, inFolder] of bodies(vendor, half, { bucket: parameters.bucketName, prefix: parameters.prefix, key: parameters.keyArn })) {
      const grant: Grant = { action, inFolder, inBucket: whole.get(action)!, keyed: !keyless.has(action) };
      const id = JSON.stringify([action, inFolder]);
      // What both halves allow, every mode allows.
      const depends = !found.has(id) && !modes.every((mode) => includes(mode, half));
      found.set(id, depends ? { ...grant, mode: condition } : grant);
    }
  }
  return [...found.values()];
}

/** Groups what is allowed at the same place under the same conditions. */
function group(all: readonly Grant[]): Group[] {
  const groups = new Map<string, { place: Place; actions: Array<Pick<Grant, 'action' | 'mode'>> }>();
  for (const { action, mode, ...place } of all) {
    const id = JSON.stringify([place.inFolder, place.keyed]);
    const one = groups.get(id) ?? { place, actions: [] };
    one.actions.push({ action, mode });
    groups.set(id, one);
  }
  return [...groups.values()].map(({ place, actions }) => {
    const [{ mode }] = actions;
    // Where a mode has none of the actions, it has no such statement. Otherwise each mode has one of them at least.
    return actions.every((one) => one.mode === mode)
      ? { ...place, mode, actions: actions.map(({ action }) => ({ action })) }
      : { ...place, actions };
  });
}

function folderReference(prefix: string): string {
  return reference(prefix, PREFIX_LENGTH);
}

/** What the core compiles for half of the access, by action. */
function bodies(vendor: VendorFacts, half: 'read' | 'write', given: Given): Map<string, Body> {
  const access = accessOf(half, given);
  // Half of an access may be no mode that the vendor offers.
  const location = raising((issues) => checkAccess(access, { ...vendor, modes: undefined }, SURROUNDINGS, issues));
  return new Map(compileIdentity([location], {}).flatMap((one) => one.actions.map((action): [string, Body] => {
    const { Action: _, ...body } = statementToJson(one);
    return [action, body];
  })));
}

function accessOf(mode: Mode, { bucket, prefix, key }: Given): AccessRequest {
  const field = 'slots';
  return {
    field,
    mode: { field, value: mode },
    bucket: { field, bucket: { name: reference(bucket, BOUNDS.bucketName) } },
    owner: { apparent: { field, value: ACCOUNT } },
    place: {
      field,
      parts: prefix === undefined ? undefined : [{ field, scope: { kind: 'folder', path: folderReference(prefix) } }],
      wholeBucket: prefix === undefined,
      words: FORM_WORDS,
    },
    kmsKeys: key === undefined ? [] : [{ field, key: { arn: reference(key, BOUNDS.kmsKeyArn) }, region: reference('Region', BOUNDS.region) }],
    pinOwner: true,
    requireTls: true,
  };
}
