import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { inTemplate } from '../tokens';

/**
 * Whether a statement, put into the policy of a resource, would close a circle: it refers to something that depends on that resource, be it
 * by way of others. CloudFormation refuses that, after a synthesis without a word.
 *
 * Objects are looked through as they are, and lazy values let alone: to ask them now could settle them before their time. What they hide is
 * found at synth, by `TemplateReferences`.
 */
export function closesCircle(statement: unknown, resource: CfnResource): boolean {
  const seen = new Set<CfnResource>();
  const waiting = referencesIn(statement);
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one === resource) {
      return true;
    }
    if (!seen.has(one)) {
      seen.add(one);
      waiting.push(...needsOf(one));
    }
  }
  return false;
}

/** What a resource refers to, or waits for. */
function needsOf(resource: CfnResource): CfnResource[] {
  const { cfnProperties, rawOverrides } = resource as unknown as Record<string, unknown>;
  const awaited = resource.node.scopes.flatMap((scope) => scope.node.dependencies).flatMap((one) => one.node.findAll());
  return [...referencesIn([cfnProperties, rawOverrides]), ...awaited.filter(CfnResource.isCfnResource)];
}

function referencesIn(value: unknown): CfnResource[] {
  const found: CfnResource[] = [];
  const seen = new Set<unknown>();
  const look = (one: unknown): void => {
    if (typeof one === 'string') {
      Tokenization.reverseString(one).tokens.forEach(look);
    } else if (typeof one === 'object' && one !== null && !seen.has(one)) {
      seen.add(one);
      const target: unknown = Reference.isReference(one) ? one.target : one;
      if (!Construct.isConstruct(target)) {
        [...one instanceof Map || one instanceof Set ? one.values() : [], ...Object.values(one)].forEach(look);
      } else if (CfnResource.isCfnResource(target)) {
        found.push(target);
      }
    }
  };
  look(value);
  return found;
}

/** What refers to what in the templates of an app. To be asked at synth, when all is settled; each serves for one moment only. */
export class TemplateReferences {
  private readonly resources = new Map<Stack, Map<string, CfnResource>>();
  private readonly known = new Map<CfnResource, readonly CfnResource[]>();

  /** A circle through one resource, as the paths on it; nothing where there is none. */
  public circleThrough(resource: CfnResource): string[] | undefined {
    const ways: CfnResource[][] = [[resource]];
    const seen = new Set<CfnResource>();
    for (let way = ways.pop(); way; way = ways.pop()) {
      for (const next of this.from(way[way.length - 1])) {
        if (next === resource) {
          return [...way, next].map(({ node }) => node.path);
        }
        if (!seen.has(next)) {
          seen.add(next);
          ways.push([...way, next]);
        }
      }
    }
    return undefined;
  }

  private from(resource: CfnResource): readonly CfnResource[] {
    const known = this.known.get(resource) ?? idsIn(inTemplate(resource)).flatMap((id) => this.in(Stack.of(resource)).get(id) ?? []);
    this.known.set(resource, known);
    return known;
  }

  /** The resources of a template by their logical IDs; most policies refer to nothing, and then nobody asks. */
  private in(stack: Stack): Map<string, CfnResource> {
    const known = this.resources.get(stack) ?? new Map(stack.node.findAll()
      .filter(CfnResource.isCfnResource).filter((one) => Stack.of(one) === stack).map((one) => [stack.resolve(one.logicalId) as string, one]));
    this.resources.set(stack, known);
    return known;
  }
}

/** The logical IDs that a piece of a template names. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(idsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, argument]) => {
    switch (name) {
      case 'Ref':
        return [String(argument)];
      case 'Fn::GetAtt':
        return [String(Array.isArray(argument) ? argument[0] : argument).split('.')[0]];
      case 'Fn::Sub': {
        const [text, values = {}] = [argument].flat() as [unknown, object?];
        const own = Object.keys(values);
        const names = [...String(text).matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g)].map(([, id]) => id);
        return [...names.filter((id) => !own.includes(id)), ...idsIn(values)];
      }
      case 'DependsOn':
        return [argument].flat().map(String);
      default:
        return idsIn(argument);
    }
  });
}
