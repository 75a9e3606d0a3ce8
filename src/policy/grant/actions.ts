import { fail, Issues } from '../base';

/** What a vendor does with objects. */
export type Mode = 'read' | 'write' | 'readWrite';

/** Switches that widen or narrow a mode; unset ones take the default of the mode and the vendor. */
export interface AccessOptions {
  readonly versions?: boolean;
  readonly tagging?: boolean;
  readonly acl?: boolean;
  readonly delete?: boolean;
  readonly list?: boolean;
  readonly multipartListing?: boolean;
}

/** Extra actions that a vendor needs, per half of a mode. */
export interface ExtraActions {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
}

/**
 * How an action is limited: to object ARNs; to the bucket under an `s3:prefix` condition; or, where S3 offers no
 * condition on the prefix, to the bucket as a whole.
 */
type ActionLevel = 'object' | 'listing' | 'bucket';

/** A condition that an action carries wherever it is granted. */
export type ActionGuard = 'ownerAcl' | 'encryption';

interface ActionFacts {
  readonly level: ActionLevel;
  /** The half of a mode that offers the action. */
  readonly modes: ReadonlyArray<'read' | 'write'>;
  /** Granted with the mode itself. */
  readonly always?: true;
  /** Whether the customer alone can turn it on: a vendor must not widen reading to deleting. */
  readonly customerOnly?: true;
  /** The option that turns the action on, or off where the vendor asks for it. */
  readonly option?: keyof AccessOptions;
  readonly guard?: ActionGuard;
}

/**
 * The one table of S3 actions: exact names, never a wildcard.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const ACTIONS: Readonly<Record<string, ActionFacts>> = {
  // Clean-up of a failed upload; without it the parts stay, and cost, until a lifecycle rule removes them.
  's3:AbortMultipartUpload': { level: 'object', modes: ['write'], always: true },
  's3:DeleteObject': { level: 'object', modes: ['read', 'write'], option: 'delete', customerOnly: true },
  's3:GetBucketLocation': { level: 'bucket', modes: ['read'], always: true },
  's3:GetObject': { level: 'object', modes: ['read'], always: true },
  's3:GetObjectAttributes': { level: 'object', modes: ['read'] },
  's3:GetObjectTagging': { level: 'object', modes: ['read'], option: 'tagging' },
  's3:GetObjectVersion': { level: 'object', modes: ['read'], option: 'versions' },
  's3:ListBucket': { level: 'listing', modes: ['read', 'write'], option: 'list' },
  // S3 knows no prefix condition here, so the keys of other uploads show; hence an option of its own.
  's3:ListBucketMultipartUploads': { level: 'bucket', modes: ['write'], option: 'multipartListing' },
  's3:ListBucketVersions': { level: 'listing', modes: ['read'], option: 'versions' },
  's3:ListMultipartUploadParts': { level: 'object', modes: ['write'], always: true },
  's3:PutObject': { level: 'object', modes: ['write'], always: true, guard: 'encryption' },
  's3:PutObjectAcl': { level: 'object', modes: ['write'], option: 'acl', guard: 'ownerAcl' },
  's3:PutObjectTagging': { level: 'object', modes: ['write'], option: 'tagging' },
};

const OPTIONS: ReadonlyArray<keyof AccessOptions> = ['versions', 'tagging', 'acl', 'delete', 'list', 'multipartListing'];

/** Whether a mode includes reading or writing. */
export function includes(mode: Mode, half: 'read' | 'write'): boolean {
  return mode === 'readWrite' || mode === half;
}

/** Checks one action of a vendor definition. */
export function checkExtraAction(action: string, half: 'read' | 'write', field: string): void {
  const facts = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!facts) {
    fail('ActionUnknown', field, action, `name one of ${Object.keys(ACTIONS).join(', ')}`);
  }
  if (facts.customerOnly) {
    fail('ActionWrongMode', field, action, `the customer alone decides on this, by the option ${facts.option}`);
  }
  if (!facts.modes.includes(half)) {
    fail('ActionWrongMode', field, action, `move it to the actions for ${facts.modes.join(' or ')}`);
  }
}

/** Checks the switches of one declaration: each is one, and has something to switch in this mode. */
export function checkOptions(mode: Mode, options: AccessOptions, field: string, issues: Issues): void {
  for (const option of OPTIONS) {
    issues.check(() => checkOption(mode, option, options[option], `${field}.${option}`));
  }
}

function checkOption(mode: Mode, option: keyof AccessOptions, value: unknown, field: string): void {
  if (!['boolean', 'undefined'].includes(typeof value)) {
    fail('ValueTypeInvalid', field, value, 'give true or false');
  }
  const offered = Object.values(ACTIONS).some((a) => a.option === option && a.modes.some((half) => includes(mode, half)));
  if (value === true && !offered) {
    const half = mode === 'read' ? 'write' : 'read';
    fail('OptionNotInMode', field, true, `it takes S3Access.${half} or S3Access.readWrite; here the mode is ${mode}`);
  }
}

/** The actions of one declaration, sorted. */
export function actionsFor(mode: Mode, options: AccessOptions, extra: ExtraActions): string[] {
  const wanted = (action: string) =>
    (['read', 'write'] as const).some((half) => includes(mode, half) && extra[half]?.includes(action));
  // Reading implies looking; a vendor that only writes has no business seeing what is there.
  const list = options.list ?? (includes(mode, 'read') || wanted('s3:ListBucket'));
  const granted = Object.entries(ACTIONS).filter(([action, facts]) => {
    if (!facts.modes.some((half) => includes(mode, half)) || (facts.level === 'listing' && !list)) {
      return false;
    }
    if (facts.always || facts.option === 'list') {
      return true;
    }
    return (facts.option && options[facts.option]) ?? wanted(action);
  });
  return granted.map(([action]) => action).sort();
}
