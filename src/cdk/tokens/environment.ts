import { Stack, Stage, Token } from 'aws-cdk-lib';
import { IConstruct } from 'constructs';
import { partitionOf } from '../../policy/aws';

/** The partition of a construct's stack, where its region is known. `Stack.partition` tells only behind a feature flag. */
export function knownPartition(scope: IConstruct): string | undefined {
  const { region } = Stack.of(scope);
  return Token.isUnresolved(region) ? undefined : partitionOf(region).partition;
}

/** What is deployed as one: the stage that a construct is in, or the whole app. */
export function stageOf(scope: IConstruct): IConstruct {
  return Stage.of(scope) ?? scope.node.root;
}

/**
 * Whether two stacks are deployed to the same account and region, as far as the app says. Two that leave both open are taken for the same, as
 * the CDK itself does when it lets one refer to the other.
 */
export function sameEnvironment(a: Stack, b: Stack): boolean {
  return a.account === b.account && a.region === b.region;
}
