import { IResolvable, IResolveContext, Stack, Token } from 'aws-cdk-lib';
import { knownPartition, sameEnvironment } from './environment';
import { isDynamic } from './open-parameter';
import { isReference, TokenIdentity } from './token-identity';
import { partitionNamed } from '../../policy/aws';
import { isRecord } from '../../policy/base';

/** What a pseudo parameter stands for in a stack, where that is known now; some have one value in all stacks of an environment. */
interface Pseudo {
  readonly known: (stack: Stack) => string | undefined;
  readonly same: (a: Stack, b: Stack) => boolean;
}

const literal = (text: string): string | undefined => (Token.isUnresolved(text) ? undefined : text);
const suffix = (stack: Stack): string | undefined => {
  const partition = knownPartition(stack);
  return partition === undefined ? undefined : partitionNamed(partition).urlSuffix;
};

const PSEUDO: Readonly<Record<string, Pseudo>> = {
  'AWS::AccountId': { known: ({ account }) => literal(account), same: (a, b) => a.account === b.account },
  'AWS::Region': { known: ({ region }) => literal(region), same: (a, b) => a.region === b.region },
  'AWS::Partition': { known: knownPartition, same: samePartition },
  'AWS::URLSuffix': { known: suffix, same: samePartition },
  'AWS::StackName': { known: ({ stackName }) => literal(stackName), same: () => false },
};

function samePartition(a: Stack, b: Stack): boolean {
  const partition = knownPartition(a);
  return partition === undefined ? sameEnvironment(a, b) : partition === knownPartition(b);
}

/** Functions that make the same of the same arguments in every template. */
const PURE = ['Fn::Base64', 'Fn::Join', 'Fn::Select', 'Fn::Split'];

/**
 * A value that was written in one stack, as a template of another stack has to say it. A pseudo parameter, a condition or a mapping belongs to
 * the template that it stands in: in another one it would be another account, another name, or nothing.
 */
export class Carrying {
  /** @param access the stack in which the access is declared */
  constructor(private readonly from: Stack, private readonly to: Stack, private readonly access: Stack) {
  }

  /** What it is there: plain data, in which what both templates call the same has stayed; nothing where it cannot be said. */
  public value({ value, targets }: TokenIdentity): unknown {
    return targets.every((target) => this.mayRefer(Stack.of(target))) && this.isSayable(value) ? this.inPlace(value) : undefined;
  }

  /** The same with the references of the CDK's own, which become exports and imports. */
  public token(token: IResolvable): IResolvable {
    return new Carried(token, (value) => this.inPlace(value));
  }

  /**
   * A stack of the same environment can be referred to; but not the one in which the access is declared, for that one refers to what the policy
   * is on, and would have to be deployed first and last.
   */
  private mayRefer(stack: Stack): boolean {
    return stack === this.to || (stack !== this.access && sameEnvironment(stack, this.to));
  }

  private isSayable(value: unknown): boolean {
    if (Array.isArray(value)) {
      return value.every((item) => this.isSayable(item));
    }
    if (!isRecord(value)) {
      return !isDynamic(value) || sameEnvironment(this.from, this.to);
    }
    if (isReference(value)) {
      return true;
    }
    const [[name, argument] = ['']] = Object.entries(value);
    switch (name) {
      case 'Ref':
        return this.isKnown(String(argument));
      case 'Fn::Sub':
        return this.isSayableText(argument);
      case 'Fn::ImportValue':
        return sameEnvironment(this.from, this.to) && this.isSayable(argument);
      default:
        return PURE.includes(name) && this.isSayable(argument);
    }
  }

  private isKnown(name: string): boolean {
    return Object.hasOwn(PSEUDO, name) && (PSEUDO[name].same(this.from, this.to) || PSEUDO[name].known(this.from) !== undefined);
  }

  private isSayableText(argument: unknown): boolean {
    const [text, values] = textOf(argument);
    return !isDynamic(text)
      && variablesIn(text).every((name) => Object.hasOwn(values, name) || this.isKnown(name))
      && this.isSayable(Object.values(values));
  }

  /** The value with the pseudo parameters that mean another thing there written out. */
  private inPlace(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.inPlace(item));
    }
    if (!isRecord(value)) {
      return value;
    }
    if (typeof value.Ref === 'string') {
      return this.written(value.Ref) ?? value;
    }
    if (value['Fn::Sub'] !== undefined) {
      const [text, values] = textOf(value['Fn::Sub']);
      const there = text.replace(VARIABLE, (variable, name: string) => (Object.hasOwn(values, name) ? variable : this.written(name) ?? variable));
      return { 'Fn::Sub': Object.keys(values).length === 0 ? there : [there, this.inPlace(values)] };
    }
    return folded(Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.inPlace(item)])));
  }

  private written(name: string): string | undefined {
    return Object.hasOwn(PSEUDO, name) && !PSEUDO[name].same(this.from, this.to) ? PSEUDO[name].known(this.from) : undefined;
  }
}

/** Text that is joined of nothing but text is that text: it is checked and escaped as such. */
function folded(value: Readonly<Record<string, unknown>>): unknown {
  const [between, list] = Array.isArray(value['Fn::Join']) ? value['Fn::Join'] as [unknown, unknown] : [];
  return typeof between === 'string' && Array.isArray(list) && list.every((item) => typeof item === 'string') ? list.join(between) : value;
}

const VARIABLE = /\$\{([^!}][^}]*)\}/g;

function variablesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map(([, name]) => name);
}

function textOf(argument: unknown): [text: string, values: Readonly<Record<string, unknown>>] {
  const [text, values = {}] = [argument].flat() as [string, Readonly<Record<string, unknown>>?];
  return [text, values];
}

class Carried implements IResolvable {
  public readonly creationStack: string[];

  constructor(private readonly token: IResolvable, private readonly inPlace: (value: unknown) => unknown) {
    this.creationStack = token.creationStack;
  }

  public resolve(context: IResolveContext): unknown {
    return this.inPlace(context.resolve(this.token));
  }

  public toString(): string {
    return Token.asString(this);
  }
}
