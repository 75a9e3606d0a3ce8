import { CfnParameter, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { identityOfToken, TokenIdentity } from './token-identity';
import { warn } from './warnings';

/** Whether a value is made of a template parameter, or of a dynamic reference, that takes any value. */
export function isOpen({ value, parameters }: TokenIdentity): boolean {
  return parameters.some(takesAnyValue) || isDynamic(value);
}

/** Whether CloudFormation looks a value up in place, after everything that a template can do about it. */
export function isDynamic(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes('{{resolve:');
}

/**
 * Warns of a value that decides how wide the access is and may be anything: nobody sees it at synth.
 *
 * @param mayBeEmpty whether an empty value does no harm
 */
export function warnIfOpen(scope: IConstruct, text: string, field: string, mayBeEmpty = true): void {
  if (!Token.isUnresolved(text)) {
    return;
  }
  for (const identity of Tokenization.reverseString(text).tokens.map((token) => identityOfToken(token, scope))) {
    if (isDynamic(identity.value)) {
      warn(scope, 'openParameter', `The dynamic reference in ${field} should be a parameter with an AllowedPattern.`);
    }
    for (const parameter of identity.parameters.filter(takesAnyValue)) {
      if (mayBeEmpty || !parameter.minLength) {
        warn(scope, 'openParameter', `Parameter ${parameter.node.id} in ${field} needs ${mayBeEmpty ? '' : 'a MinLength, '}an AllowedPattern or AllowedValues.`);
      }
    }
  }
}

function takesAnyValue(parameter: CfnParameter): boolean {
  return !parameter.allowedPattern && !parameter.allowedValues;
}
