import { ACTION_OPTIONS, ActionOption, S3_ACTIONS } from '../aws';
import { didYouMean, fail, Issues } from '../base';

/** What a vendor does with objects. */
export type Mode = 'read' | 'write' | 'readWrite';

/** Switches that widen or narrow a mode; unset ones take the default of the mode and the vendor. */
export type AccessOptions = { readonly [option in ActionOption]?: boolean };

/** Extra actions that a vendor needs, per half of a mode. */
export interface ExtraActions {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
}

/** Whether a mode includes reading or writing. */
export function includes(mode: Mode, half: 'read' | 'write'): boolean {
  return mode === 'readWrite' || mode === half;
}

/** Checks one action of a vendor definition. */
export function checkExtraAction(action: string, half: 'read' | 'write', field: string): void {
  const facts = Object.hasOwn(S3_ACTIONS, action) ? S3_ACTIONS[action] : undefined;
  if (!facts) {
    const offered = Object.keys(S3_ACTIONS).filter((name) => !S3_ACTIONS[name].customerOnly && S3_ACTIONS[name].modes.includes(half));
    fail('ActionUnknown', field, action, `${didYouMean(action, offered)}name one of ${offered.join(', ')}`);
  }
  if (facts.customerOnly) {
    fail('ActionWrongMode', field, action, `the customer alone decides on this, by the option ${facts.option}`);
  }
  if (!facts.modes.includes(half)) {
    fail('ActionWrongMode', field, action, `move it to ${facts.modes.map((mode) => `${mode}Actions`).join(' or ')}`);
  }
}

/**
 * Checks the switches of one declaration: each is one, and has something to switch in this mode.
 *
 * @param modes those that the vendor has a use for
 */
export function checkOptions(mode: Mode, options: AccessOptions, modes: readonly Mode[], field: string, issues: Issues): void {
  for (const option of ACTION_OPTIONS) {
    issues.check(() => checkOption(mode, option, options[option], modes, `${field}.${option}`));
  }
}

function checkOption(mode: Mode, option: keyof AccessOptions, value: unknown, modes: readonly Mode[], field: string): void {
  if (!['boolean', 'undefined'].includes(typeof value)) {
    fail('ValueTypeInvalid', field, value, 'give true or false');
  }
  const isOffered = (one: Mode) => Object.values(S3_ACTIONS).some((a) => a.option === option && a.modes.some((half) => includes(one, half)));
  if (value === true && !isOffered(mode)) {
    const offering = modes.filter(isOffered);
    fail('OptionNotInMode', field, true, `S3Access.${mode} has nothing to switch there; ${offering.length === 0
      ? 'leave it out'
      : `use ${offering.map((one) => `S3Access.${one}`).join(' or ')}, or leave it out`}`);
  }
}

/** The actions of one declaration, sorted as their table is. */
export function actionsFor(mode: Mode, options: AccessOptions, extra: ExtraActions): string[] {
  const wanted = (action: string) =>
    (['read', 'write'] as const).some((half) => includes(mode, half) && extra[half]?.includes(action));
  // Reading implies looking; a vendor that only writes has no business seeing what is there.
  const list = options.list ?? (includes(mode, 'read') || wanted('s3:ListBucket'));
  return Object.keys(S3_ACTIONS).filter((action) => {
    const facts = S3_ACTIONS[action];
    if (!facts.modes.some((half) => includes(mode, half)) || (facts.level === 'listing' && !list)) {
      return false;
    }
    if (facts.always || facts.option === 'list') {
      return true;
    }
    return (facts.option && options[facts.option]) ?? wanted(action);
  });
}

/** The encryption that a vendor accepts, where its requests decide on it: reading takes whatever there is. */
export function encryptionDemand(actions: readonly string[], accepted: readonly string[] | undefined): readonly string[] | undefined {
  return actions.some((action) => S3_ACTIONS[action].guard === 'encryption') ? accepted : undefined;
}
