import {
  GetGroupPolicyCommand, GetPolicyCommand, GetPolicyVersionCommand, GetRoleCommand, GetRolePolicyCommand, GetUserCommand, GetUserPolicyCommand,
  IAMClient, ListAccessKeysCommand, ListAttachedGroupPoliciesCommand, ListAttachedRolePoliciesCommand, ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand, ListGroupsForUserCommand, ListRolePoliciesCommand, ListUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import { GetKeyPolicyCommand } from '@aws-sdk/client-kms';
import { GetBucketPolicyCommand } from '@aws-sdk/client-s3';
import { Account, StackResource } from './account';
import { ResourcePolicies } from '../../support/caller';
import { CUSTOMER, REGION } from '../../support/deployed-template';
import { NamedPolicy, PolicyDocumentJson } from '../../support/policy-document';

/** A role as IAM has it. */
export interface DeployedRole {
  readonly arn: string;
  readonly id: string;
  readonly trust: PolicyDocumentJson;
  readonly policies: readonly NamedPolicy[];
  /** What else makes it up. */
  readonly rest: { readonly description?: string; readonly maxSessionDuration?: number; readonly path?: string };
}

/** A user as IAM has it, with what its groups give it. */
export interface DeployedUser {
  readonly arn: string;
  readonly id: string;
  readonly policies: readonly NamedPolicy[];
  readonly groups: readonly string[];
  readonly accessKeys: ReadonlyArray<{ readonly id: string; readonly active: boolean }>;
}

/** Everything of a stack that has a say in access, read from the services themselves. */
export class Deployed implements ResourcePolicies {
  /** Reads it. */
  public static async read(account: Account, stack: string): Promise<Deployed> {
    const { iam } = account.clients;
    const resources = await account.resources(stack);
    const each = async <T>(type: string, read: (physicalId: string) => Promise<T>) => {
      const found = resources.filter((resource) => resource.type === type);
      return new Map(await Promise.all(found.map(async ({ physicalId }) => [physicalId, await read(physicalId)] as const)));
    };
    return new Deployed(
      resources,
      await account.outputs(stack),
      await each('AWS::IAM::Role', (name) => readRole(iam, name)),
      await each('AWS::IAM::User', (name) => readUser(iam, name)),
      await each('AWS::S3::Bucket', (name) => readBucketPolicy(account, name)),
      await each('AWS::KMS::Key', (id) => readKeyPolicy(account, id)),
    );
  }

  private constructor(
    public readonly resources: readonly StackResource[],
    public readonly outputs: Readonly<Record<string, string>>,
    public readonly roles: ReadonlyMap<string, DeployedRole>,
    public readonly users: ReadonlyMap<string, DeployedUser>,
    public readonly bucketPolicies: ReadonlyMap<string, PolicyDocumentJson | undefined>,
    public readonly keyPolicies: ReadonlyMap<string, PolicyDocumentJson>,
  ) {
  }

  /** The one role. */
  public get role(): DeployedRole {
    return only([...this.roles.values()], 'role');
  }

  /** The one user. */
  public get user(): DeployedUser {
    return only([...this.users.values()], 'user');
  }

  /** Name of the bucket of a construct; one that nobody has, while the stack has no such bucket. */
  public bucket(construct: string): string {
    return this.physicalId('AWS::S3::Bucket', construct) ?? `no-${construct.toLowerCase()}-yet`;
  }

  /** ARN of the key of a construct. */
  public keyArn(construct: string): string {
    return keyArn(this.physicalId('AWS::KMS::Key', construct) ?? `no-${construct.toLowerCase()}-yet`);
  }

  public bucketPolicy(name: string, owner: string): PolicyDocumentJson | undefined {
    return owner === CUSTOMER ? this.bucketPolicies.get(name) : undefined;
  }

  public keyPolicy(arn: string): PolicyDocumentJson | undefined {
    return this.keyPolicies.get(arn.split('/')[1]);
  }

  private physicalId(type: string, construct: string): string | undefined {
    const form = new RegExp(`^${construct}[0-9A-F]{8}$`);
    return this.resources.find((resource) => resource.type === type && form.test(resource.logicalId))?.physicalId;
  }
}

/** ARN of a key of the customer's. */
export function keyArn(id: string): string {
  return `arn:aws:kms:${REGION}:${CUSTOMER}:key/${id}`;
}

/** The policy of a bucket, if it has one. */
export async function readBucketPolicy({ clients: { s3 } }: Account, Bucket: string): Promise<PolicyDocumentJson | undefined> {
  try {
    return parse((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy);
  } catch (e) {
    if (e instanceof Error && e.name === 'NoSuchBucketPolicy') {
      return undefined;
    }
    throw e;
  }
}

/** The policy of a key. */
export async function readKeyPolicy({ clients: { kms } }: Account, KeyId: string): Promise<PolicyDocumentJson> {
  return parse((await kms.send(new GetKeyPolicyCommand({ KeyId, PolicyName: 'default' }))).Policy);
}

async function readRole(iam: IAMClient, RoleName: string): Promise<DeployedRole> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  return {
    arn: Role!.Arn!,
    id: Role!.RoleId!,
    trust: parse(Role!.AssumeRolePolicyDocument),
    policies: [
      ...await inline(PolicyNames, async (PolicyName) => (await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument),
      ...await managed(iam, AttachedPolicies.map(({ PolicyArn }) => PolicyArn!)),
    ],
    rest: { description: Role!.Description, maxSessionDuration: Role!.MaxSessionDuration, path: Role!.Path },
  };
}

async function readUser(iam: IAMClient, UserName: string): Promise<DeployedUser> {
  const { User } = await iam.send(new GetUserCommand({ UserName }));
  const { PolicyNames = [] } = await iam.send(new ListUserPoliciesCommand({ UserName }));
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
  const { Groups = [] } = await iam.send(new ListGroupsForUserCommand({ UserName }));
  const { AccessKeyMetadata = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
  const groups = Groups.map(({ GroupName }) => GroupName!);
  return {
    arn: User!.Arn!,
    id: User!.UserId!,
    policies: [
      ...await inline(PolicyNames, async (PolicyName) => (await iam.send(new GetUserPolicyCommand({ UserName, PolicyName }))).PolicyDocument),
      ...await managed(iam, AttachedPolicies.map(({ PolicyArn }) => PolicyArn!)),
      ...(await Promise.all(groups.map((group) => groupPolicies(iam, group)))).flat(),
    ],
    groups,
    accessKeys: AccessKeyMetadata.map(({ AccessKeyId, Status }) => ({ id: AccessKeyId!, active: Status === 'Active' })),
  };
}

async function groupPolicies(iam: IAMClient, GroupName: string): Promise<NamedPolicy[]> {
  const { PolicyNames = [] } = await iam.send(new ListGroupPoliciesCommand({ GroupName }));
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }));
  return [
    ...await inline(PolicyNames, async (PolicyName) => (await iam.send(new GetGroupPolicyCommand({ GroupName, PolicyName }))).PolicyDocument),
    ...await managed(iam, AttachedPolicies.map(({ PolicyArn }) => PolicyArn!)),
  ];
}

async function inline(names: readonly string[], read: (name: string) => Promise<string | undefined>): Promise<NamedPolicy[]> {
  return Promise.all(names.map(async (name) => ({ name, policy: parse(await read(name)) })));
}

async function managed(iam: IAMClient, arns: readonly string[]): Promise<NamedPolicy[]> {
  return Promise.all(arns.map(async (PolicyArn) => {
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy!.DefaultVersionId }));
    return { name: PolicyArn, policy: parse(PolicyVersion!.Document) };
  }));
}

/** A document as the services give it; IAM encodes it for a URL. */
function parse(document: string | undefined): PolicyDocumentJson {
  if (document === undefined) {
    throw new Error('A service gave no document');
  }
  return JSON.parse(document.startsWith('{') ? document : decodeURIComponent(document));
}

function only<T>(items: readonly T[], what: string): T {
  if (items.length !== 1) {
    throw new Error(`Expected one ${what}, found ${items.length}`);
  }
  return items[0];
}
