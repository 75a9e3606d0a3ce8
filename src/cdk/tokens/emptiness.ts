import { CfnParameter, Tokenization } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { letsInEmpty } from './allowed-pattern';
import { isLookedUp } from './looked-up';
import { identitiesIn, referenceIn, TokenIdentity } from './token-identity';

/** Whether a text may be empty at deployment: nothing of it is written out, and nothing in it is sure to be there. */
export function mayBeNothing(text: string, scope: IConstruct): boolean {
  const parts = Tokenization.reverseString(text);
  return parts.length === parts.tokens.length
    && identitiesIn(text, scope).every(({ value, parameters }) => mayBeNoText(value, parameters));
}

/** The IDs of those parameters in a text that may be empty at deployment, sorted. */
export function emptyParameters(text: string, scope: IConstruct): string[] {
  const parameters = identitiesIn(text, scope).flatMap((identity) => identity.parameters);
  return [...new Set(parameters.filter((parameter) => !isLookedUp(parameter) && mayBeEmpty(parameter)).map(({ node }) => node.id))].sort();
}

/** What is not understood may be empty. */
function mayBeNoText(value: unknown, parameters: TokenIdentity['parameters']): boolean {
  if (typeof value !== 'object' || value === null) {
    return String(value ?? '') === '';
  }
  if (Array.isArray(value)) {
    return value.every((part) => mayBeNoText(part, parameters));
  }
  const reference = referenceIn(value);
  if (reference !== undefined) {
    const parameter = parameters.find(({ node }) => node.path === reference.path);
    // An attribute of a custom resource may; what a Ref gives, the name or the ID of a resource, may not.
    return parameter === undefined ? reference.attribute !== 'Ref' : !isLookedUp(parameter) && mayBeEmpty(parameter);
  }
  const [[name, argument] = []] = Object.entries(value);
  switch (name) {
    case 'Ref':
      return !String(argument).startsWith('AWS::');
    case 'Fn::Join':
      return mayJoinToNothing(argument, parameters);
    // CloudFormation exports no empty value.
    case 'Fn::ImportValue':
      return false;
    default:
      return true;
  }
}

/** A list of one has nothing between its parts, and a list that is a parameter may have one. */
function mayJoinToNothing(argument: unknown, parameters: TokenIdentity['parameters']): boolean {
  const [between, list] = Array.isArray(argument) ? argument : [];
  return mayBeNoText(Array.isArray(list) && list.length > 1 ? [between, ...list] : list, parameters);
}

/** Whether the constraints of a parameter let in an empty value. Those of a list are on each of its values, of which there may be none. */
function mayBeEmpty({ type, allowedPattern, allowedValues, minLength }: CfnParameter): boolean {
  if (type === 'CommaDelimitedList' || type.startsWith('List<')) {
    return true;
  }
  return !minLength && (allowedValues?.includes('') ?? (allowedPattern === undefined || letsInEmpty(allowedPattern)));
}
