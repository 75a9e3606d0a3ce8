import { CfnParameter } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { isHarmless, keepsOutHarm } from './allowed-pattern';
import { isLookedUp } from './looked-up';
import { mapTokens } from './map-tokens';
import { identitiesIn, identityOfToken, TokenIdentity } from './token-identity';
import { warn } from '../report';

/** Functions that only cut up and join what they are given. */
const PLAIN_FUNCTIONS = ['Fn::Join', 'Fn::Select', 'Fn::Split'];

/**
 * Whether a value may hold a wildcard: unless it is made of nothing but buckets of the app, pseudo parameters, and
 * template parameters whose constraints keep wildcards out.
 */
export function isOpen({ value, parameters, strangers }: TokenIdentity): boolean {
  return strangers || parameters.some(takesAnyValue) || hasUnknown(value);
}

/** Whether there is something in a value of which nobody knows what it gives. */
function hasUnknown(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some(hasUnknown);
  }
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  return Object.entries(value).some(([name, argument]) =>
    (name === 'Ref' && !String(argument).startsWith('AWS::'))
    || (name.startsWith('Fn::') && !PLAIN_FUNCTIONS.includes(name))
    || hasUnknown(argument));
}

/** Whether CloudFormation looks a value up in place, after everything that a template can do about it. */
export function isDynamic(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes('{{resolve:');
}

/** How a dynamic reference starts. */
const DYNAMIC = '{{resolve:';

/** Stand for values in a text: those that may be anything, and all others, of which nothing is in a dynamic reference. */
const [ANYTHING, OTHER] = ['\n', '\t'];

/** Whether two values in a text, neither of them a dynamic reference, could be one together: each may be anything, and nothing else is between. */
export function mayJoinToDynamic(text: string, scope: IConstruct): boolean {
  const shape = mapTokens(text, (token) => (isOpen(identityOfToken(token, scope)) ? ANYTHING : OTHER));
  return shape.split(ANYTHING).slice(1, -1).some((between) => DYNAMIC.includes(between));
}

/** Warns of a value that decides how wide the access is and may be anything: nobody sees it at synth. */
export function warnIfOpen(scope: IConstruct, text: string, field: string): void {
  for (const identity of identitiesIn(text, scope)) {
    warnOfLookUps(scope, identity, field);
    for (const parameter of identity.parameters.filter((one) => !isLookedUp(one) && takesAnyValue(one))) {
      warn(scope, 'openParameter', `${field}: parameter ${parameter.node.id} may be given any value at deployment, a wildcard as well, and the access would be wider than it looks; `
        + 'give it an allowedPattern or allowedValues that keep out * ? $ { " \\');
    }
  }
}

/** Warns of those values alone that are looked up at deployment, where nothing in a template can limit them. */
export function warnIfLookedUp(scope: IConstruct, text: string, field: string): void {
  identitiesIn(text, scope).forEach((identity) => warnOfLookUps(scope, identity, field));
}

function warnOfLookUps(scope: IConstruct, { value, parameters }: TokenIdentity, field: string): void {
  if (isDynamic(value)) {
    warn(scope, 'openParameter', `${field}: the dynamic reference is looked up at deployment and may give any value, a wildcard as well; write the value out, or use a CfnParameter with an allowedPattern`);
  }
  for (const parameter of parameters.filter(isLookedUp)) {
    warn(scope, 'openParameter', `${field}: parameter ${parameter.node.id} is looked up in SSM at deployment, where nothing limits its value; write the value out, or use a parameter of type String with an allowedPattern`);
  }
}

function takesAnyValue(parameter: CfnParameter): boolean {
  const { allowedPattern, allowedValues } = parameter;
  return isLookedUp(parameter)
    || !((allowedValues?.every(isHarmless) ?? false) || (allowedPattern !== undefined && keepsOutHarm(allowedPattern)));
}
