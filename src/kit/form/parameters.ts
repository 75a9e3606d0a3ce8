import { KitFacts } from './kit-facts';
import { PARAMETERS, slotParameters } from './parameter-names';
import { EXTERNAL_ID, optional, PREFIX, PREFIX_LENGTH } from './parameter-patterns';
import { BOUNDS, BUCKET_NAME, KMS_KEY_ARN, MANAGED_POLICY_ARN, principalArnPattern, QUOTAS, ROLE_NAME } from '../../policy/aws';
import { offeredModes } from '../../policy/vendor';

/** A parameter of the template. All are strings. */
export interface Parameter {
  readonly type: 'String';
  /** In the console, in place of the name. */
  readonly label: string;
  readonly description?: string;
  readonly default?: string;
  readonly allowedPattern?: string;
  readonly allowedValues?: string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly constraintDescription?: string;
}

/** Parameters under one heading. */
export interface ParameterGroup {
  readonly label: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/**
 * All parameters, in the order in which the console shows them.
 *
 * @param externalIdLength how long an external ID may be for the trust policy to fit
 */
export function parameterGroups(facts: KitFacts, externalIdLength: number): ParameterGroup[] {
  const { vendor } = facts;
  const groups: ParameterGroup[] = [
    {
      label: vendor.name,
      parameters: {
        ...(facts.externalId === 'none' ? {} : { [PARAMETERS.externalId]: externalIdParameter(facts, externalIdLength) }),
        ...(facts.asksPrincipal ? { [PARAMETERS.principalArn]: principalParameter(facts) } : {}),
      },
    },
    ...Array.from({ length: facts.slots }, (_, i) => ({
      label: i === 0 ? 'Bucket' : `Bucket ${i + 1} (optional)`,
      parameters: slotGroup(vendor.modes, i + 1),
    })),
    {
      label: 'Role (optional)',
      parameters: {
        ...(vendor.roleName === undefined ? { [PARAMETERS.roleName]: ROLE_NAME_PARAMETER } : {}),
        [PARAMETERS.permissionsBoundary]: BOUNDARY_PARAMETER,
      },
    },
  ];
  return groups.filter(({ parameters }) => Object.keys(parameters).length > 0);
}

/** All parameters, by their names. */
export function templateParameters(facts: KitFacts): Readonly<Record<string, Parameter>> {
  return Object.fromEntries(parameterGroups(facts, BOUNDS.externalId).flatMap(({ parameters }) => Object.entries(parameters)));
}

/** Whether a template works without an external ID: while nobody may assume the role, or because there is another one. */
export function externalIdOptional({ externalId, asksPrincipal }: KitFacts): boolean {
  return externalId === 'derived' || asksPrincipal;
}

function externalIdParameter(facts: KitFacts, maxLength: number): Parameter {
  const { vendor: { name }, externalId } = facts;
  const later = facts.asksPrincipal ? ' Needed once the principal is given.' : '';
  const told = facts.callBack === undefined ? '' : ` The stack tells it to ${name}.`;
  const parameter: Parameter = {
    type: 'String',
    label: 'External ID',
    description: {
      entered: `${facts.callBack === undefined ? `Choose one, and tell it to ${name}.` : `Choose one.${told}`}${later}`,
      issued: `The ID that ${name} shows you.${later}${told}`,
      derived: `Leave it empty to get one; the output has it.${told}`,
      none: '',
    }[externalId],
    maxLength,
    constraintDescription: `Use 2 to ${maxLength} letters, digits and _+=,.@:/-`,
  };
  return externalIdOptional(facts)
    ? { ...parameter, default: '', allowedPattern: optional(EXTERNAL_ID) }
    : { ...parameter, minLength: 2, allowedPattern: EXTERNAL_ID };
}

function principalParameter({ vendor: { name, partition }, principalKind }: KitFacts): Parameter {
  const kind = principalKind === 'any' ? 'role or user' : principalKind;
  return {
    type: 'String',
    label: 'Principal',
    description: `ARN of the IAM ${kind} that ${name} names. While it is empty, nobody can assume the role.`,
    default: '',
    maxLength: BOUNDS.principalArn,
    allowedPattern: optional(principalArnPattern(principalKind, partition)),
    constraintDescription: `Give the ARN of an IAM ${kind}, without wildcards, or nothing yet`,
  };
}

const ROLE_NAME_PARAMETER: Parameter = {
  type: 'String',
  label: 'Name',
  description: 'Empty for a generated one. A later change replaces the role.',
  default: '',
  maxLength: QUOTAS.roleName,
  allowedPattern: optional(ROLE_NAME),
  constraintDescription: `Use at most ${QUOTAS.roleName} letters, digits and _+=,.@-`,
};

const BOUNDARY_PARAMETER: Parameter = {
  type: 'String',
  label: 'Permissions boundary',
  description: 'ARN of a managed policy, where your account demands one',
  default: '',
  allowedPattern: optional(MANAGED_POLICY_ARN),
  constraintDescription: 'Give the ARN of a managed policy, or nothing',
};

/** Texts are short, and stand with the first bucket only: there may be ten of each, and a template is small. */
function slotGroup(offered: readonly string[] | undefined, slot: number): Record<string, Parameter> {
  const names = slotParameters(slot);
  const modes = offeredModes(offered);
  const first = (description: string) => (slot === 1 ? { description } : {});
  const bucket: Parameter = {
    type: 'String',
    label: 'Name',
    ...first('A bucket of this account'),
    allowedPattern: BUCKET_NAME,
    constraintDescription: 'Give a name, without s3://',
  };
  return {
    [names.bucketName]: slot === 1 ? bucket : { ...bucket, default: '', allowedPattern: optional(BUCKET_NAME) },
    [names.prefix]: {
      type: 'String',
      label: 'Folder',
      ...first('A folder such as a/b, or * for the whole bucket'),
      // That of a bucket which need not be there may stay empty with it.
      ...(slot === 1 ? {} : { default: '' }),
      maxLength: PREFIX_LENGTH,
      allowedPattern: PREFIX,
      constraintDescription: `Give a folder such as a/b, ${slot === 1 ? 'in plain characters and without / at its ends, ' : ''}or *`,
    },
    // Also where there is no choice: the value stays when a later version of the template offers one.
    [names.mode]: { type: 'String', label: 'Access', ...first('What the vendor may do'), default: modes[0], allowedValues: modes },
    [names.keyArn]: {
      type: 'String',
      label: 'KMS key',
      ...first('ARN of the key, if one of yours encrypts the bucket'),
      default: '',
      maxLength: BOUNDS.kmsKeyArn,
      allowedPattern: optional(KMS_KEY_ARN),
      constraintDescription: 'Give a key ARN, not an alias',
    },
  };
}
