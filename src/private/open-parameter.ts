import { CfnParameter, Reference, Token, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { warn } from './warnings';

/**
 * Warns of a template parameter that decides how wide the access is and takes any value.
 *
 * Its value is out of sight at synth: `*` as a bucket name would name every bucket, and nobody would see it coming.
 */
export function warnIfOpen(scope: IConstruct, text: string, field: string): void {
  if (!Token.isUnresolved(text)) {
    return;
  }
  for (const token of Tokenization.reverseString(text).tokens) {
    const parameter = Reference.isReference(token) ? token.target : undefined;
    if (parameter instanceof CfnParameter && !parameter.allowedPattern && !parameter.allowedValues) {
      warn(scope, 'openParameter', `Parameter ${parameter.node.id} in ${field} needs an AllowedPattern or AllowedValues.`);
    }
  }
}
