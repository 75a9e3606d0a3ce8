import { CfnResource, Stack } from 'aws-cdk-lib';
import { CfnGroup, CfnGroupPolicy, CfnManagedPolicy, CfnPolicy, CfnRole, CfnRolePolicy, CfnUser, CfnUserPolicy, PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { IConstruct } from 'constructs';
import { renderedSize } from './rendered-size';
import { identityOfValue, referenceIn, stageOf } from '../tokens';

/** What policies are attached to. */
export type Holder = CfnRole | CfnGroup | CfnUser;

/** How much others have put on a role, group or user. */
export interface Attached {
  /** Characters of all inline policies together; references to other resources count little. */
  readonly inlineSize: number;
  readonly managedPolicies: number;
}

/** What this app puts on a role, group or user beside the policies of the library: IAM counts it all together. */
export function attachedTo(holder: Holder, isOwn: (policy: CfnResource) => boolean): Attached {
  // What has the same name in a stage within this one is another role: that stage is another deployment.
  const stage = stageOf(holder);
  const policies = stage.node.findAll().filter((one) => CfnResource.isCfnResource(one) && stageOf(one) === stage && !isOwn(one));
  const lists = ({ roles, groups, users }: CfnPolicy | CfnManagedPolicy) => [roles, groups, users];
  const inline = policies.filter((one) => one instanceof CfnPolicy && lists(one).some((names) => isNamed(holder, names, one)));
  const single = policies.filter((one) => (one instanceof CfnRolePolicy && isNamed(holder, [one.roleName], one))
    || (one instanceof CfnGroupPolicy && isNamed(holder, [one.groupName], one))
    || (one instanceof CfnUserPolicy && isNamed(holder, [one.userName], one)));
  const managed = policies.filter((one) => one instanceof CfnManagedPolicy && lists(one).some((names) => isNamed(holder, names, one)));
  const within = (Array.isArray(holder.policies) ? holder.policies : []) as CfnRole.PolicyProperty[];
  const documents: unknown[] = [...[...inline, ...single] as CfnPolicy[], ...within].map(({ policyDocument }) => policyDocument);
  const arns = identityOfValue(holder.managedPolicyArns, holder);
  return {
    inlineSize: documents.reduce<number>((sum, document) => sum + sizeOf(document, holder), 0),
    managedPolicies: managed.length + (Array.isArray(arns) ? arns.length : 0),
  };
}

/** Whether a list of names has that of a role, group or user in it. */
function isNamed(holder: Holder, names: unknown, scope: IConstruct): boolean {
  const given = names === undefined ? [] : [identityOfValue(names, scope)].flat();
  return given.some((name) => (typeof name === 'string' ? name === nameOf(holder) : referenceIn(name)?.path === holder.node.path));
}

function nameOf(holder: Holder): string | undefined {
  return holder instanceof CfnRole ? holder.roleName : holder instanceof CfnGroup ? holder.groupName : holder.userName;
}

/** A document without statements is not deployed. Resolving a document would close it for further ones; what it is rendered to does not. */
function sizeOf(document: unknown, scope: IConstruct): number {
  const json = Stack.of(scope).resolve(document instanceof PolicyDocument ? document.toJSON() : document);
  return json?.Statement === undefined ? 0 : renderedSize(json);
}
