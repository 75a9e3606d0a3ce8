import { CfnParameter } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { identitiesIn, TokenIdentity } from './token-identity';
import { warn } from './warnings';

/** Whether a value is made of a template parameter that takes any value. */
export function isOpen({ parameters }: TokenIdentity): boolean {
  return parameters.some(takesAnyValue);
}

/** Whether CloudFormation looks a value up in place, after everything that a template can do about it. */
export function isDynamic(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes('{{resolve:');
}

/**
 * Warns of a value that decides how wide the access is and may be anything: nobody sees it at synth.
 *
 * @param options whether an empty value is what does harm
 */
export function warnIfOpen(scope: IConstruct, text: string, field: string, { orEmpty = false } = {}): void {
  for (const identity of identitiesIn(text, scope)) {
    if (isDynamic(identity.value)) {
      warn(scope, 'openParameter', `It is a dynamic reference, in ${field}.`);
    }
    for (const parameter of identity.parameters.filter(takesAnyValue)) {
      if (isLookedUp(parameter)) {
        warn(scope, 'openParameter', `Parameter ${parameter.node.id} in ${field} is looked up in SSM, where nothing limits it.`);
      } else if (!orEmpty || !parameter.minLength) {
        warn(scope, 'openParameter', `Parameter ${parameter.node.id} in ${field} needs ${orEmpty ? 'a MinLength, ' : ''}an AllowedPattern or AllowedValues.`);
      }
    }
  }
}

function takesAnyValue(parameter: CfnParameter): boolean {
  return isLookedUp(parameter) || (!parameter.allowedPattern && !parameter.allowedValues);
}

/** Whether a parameter holds the name of a value in SSM; its constraints are on that name. */
export function isLookedUp(parameter: CfnParameter): boolean {
  return parameter.type.startsWith('AWS::SSM::');
}
