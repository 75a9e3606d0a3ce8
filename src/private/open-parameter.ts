import { CfnParameter, IResolvable, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { warn } from './warnings';

/** Whether a token is a template parameter that takes any value. */
export function isOpen(token: IResolvable): boolean {
  const parameter = parameterOf(token);
  return parameter !== undefined && !parameter.allowedPattern && !parameter.allowedValues;
}

/**
 * Warns of a template parameter that decides how wide the access is and takes any value: nobody sees it at synth.
 *
 * @param mayBeEmpty whether an empty value does no harm
 */
export function warnIfOpen(scope: IConstruct, text: string, field: string, mayBeEmpty = true): void {
  if (!Token.isUnresolved(text)) {
    return;
  }
  for (const token of Tokenization.reverseString(text).tokens) {
    const parameter = parameterOf(token);
    if (parameter && isOpen(token) && (mayBeEmpty || !parameter.minLength)) {
      warn(scope, 'openParameter', `Parameter ${parameter.node.id} in ${field} needs ${mayBeEmpty ? '' : 'a MinLength, '}an AllowedPattern or AllowedValues.`);
    }
  }
}

function parameterOf(token: IResolvable): CfnParameter | undefined {
  const target = Reference.isReference(token) ? token.target : undefined;
  return target instanceof CfnParameter ? target : undefined;
}
