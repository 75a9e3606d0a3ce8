import { CfnResource, Reference, Tokenization } from 'aws-cdk-lib';
import { BucketPolicy, CfnBucket, CfnBucketPolicy, IBucket } from 'aws-cdk-lib/aws-s3';
import { IConstruct } from 'constructs';
import { stageOf } from '../tokens';

/**
 * The policies that buckets have in an app, whoever made them.
 *
 * S3 keeps one policy for a bucket: of two resources, the one that is deployed last replaces what the other one says. The CDK knows only
 * the policy that it has made itself. Each app is looked through once, so one of these serves for one moment only. Nothing but references is
 * looked into, so that no lazy value is settled before its time.
 */
export class ExistingPolicies {
  private readonly found = new Map<IConstruct, Map<string, Known[]>>();

  /** The policies of a bucket, in the order of the tree. */
  public of(bucket: IBucket): CfnResource[] {
    const policies = this.policiesIn(stageOf(bucket));
    const { names, resource } = identityOf(bucket.bucketName);
    const known = names.flatMap((name) => policies.get(name) ?? []);
    // Two buckets that the app makes are two, whatever their names: their stacks may never be deployed side by side.
    const same = known.filter((one) => resource === undefined || one.resource === undefined || one.resource === resource);
    return [...new Set(same.map(({ policy }) => policy))];
  }

  /** Where statements for a bucket go: the policy that it has already, or the bucket, which makes one. */
  public holderOf(bucket: IBucket): IConstruct {
    return this.of(bucket)[0] ?? bucket;
  }

  /** Another stage is another deployment: what has the same name there is another bucket, or somebody else's concern. */
  private policiesIn(stage: IConstruct): Map<string, Known[]> {
    const known = this.found.get(stage);
    if (known) {
      return known;
    }
    const policies = new Map<string, Known[]>();
    for (const one of stage.node.findAll()) {
      if (isPolicy(one) && stageOf(one) === stage) {
        const { names, resource } = identityOf(bucketIn(one));
        names.forEach((name) => policies.set(name, [...policies.get(name) ?? [], { policy: one, resource }]));
      }
    }
    this.found.set(stage, policies);
    return policies;
  }
}

/** The construct that holds the statements of a bucket policy and takes more of them; none where they are fixed. */
export function editable(policy: CfnResource): BucketPolicy | undefined {
  const holder = policy.node.scope;
  return holder instanceof BucketPolicy && holder.node.defaultChild === policy ? holder : undefined;
}

function isPolicy(one: IConstruct): one is CfnResource {
  return CfnResource.isCfnResource(one) && one.cfnResourceType === CfnBucketPolicy.CFN_RESOURCE_TYPE_NAME;
}

/** The bucket that a policy is for, as it was given. */
function bucketIn(policy: CfnResource): unknown {
  const { _cfnProperties: properties } = policy as unknown as { _cfnProperties?: Record<string, unknown> };
  return policy instanceof CfnBucketPolicy ? policy.bucket : properties?.Bucket;
}

/** A policy, and the bucket of the app that it is for, if it is for one. */
interface Known extends Pick<Identity, 'resource'> {
  readonly policy: CfnResource;
}

/** What tells a bucket from others. */
interface Identity {
  /** Whatever it may be called by. */
  readonly names: readonly string[];
  /** The resource, of a bucket that the app makes. */
  readonly resource?: string;
}

function identityOf(given: unknown): Identity {
  const names = namesOf(given);
  return { names, resource: names.find((name) => name.startsWith('resource ')) };
}

/** The resource of a bucket, and its name where that is fixed. */
function namesOf(given: unknown): string[] {
  const parts = typeof given === 'string' ? Tokenization.reverseString(given) : undefined;
  if (parts?.tokens.length === 0) {
    return [`name ${given}`];
  }
  // A name that is put together only at deployment may be any.
  const token = parts === undefined ? given : parts.length === 1 && parts.firstToken;
  if (!Reference.isReference(token)) {
    return [];
  }
  const name: unknown = token.target instanceof CfnBucket ? token.target.bucketName : undefined;
  return [`resource ${token.target.node.path}`, ...typeof name === 'string' ? namesOf(name) : []];
}
