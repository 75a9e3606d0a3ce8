import { CUSTOMER, DeployedTemplate, REGION } from './deployed-template';
import { EVERYTHING, judge, Policies, Verdict } from './judge';
import { NamedPolicy, PolicyDocumentJson } from './policy-document';
import { Probe } from './probe';
import { Context } from './second-opinion';

/** A use of a KMS key, as S3 makes it on behalf of a caller. */
export interface KeyProbe {
  readonly action: 'kms:Decrypt' | 'kms:GenerateDataKey' | 'kms:Encrypt';
  readonly keyArn: string;
  /** ARN in the encryption context; undefined for a direct call without one. */
  readonly encryptionContext?: string;
  /** The service that makes the call for the caller; null for a direct call. */
  readonly viaService?: string | null;
  readonly aliases?: readonly string[];
  readonly context?: Context;
}

/** The policies of buckets and keys, wherever they come from. */
export interface ResourcePolicies {
  bucketPolicy(name: string, owner: string): PolicyDocumentJson | undefined;
  keyPolicy(arn: string): PolicyDocumentJson | undefined;
}

/** Somebody who sends requests, with the policies of the template that have a say in them. */
export class Caller {
  /** The role of a template, assumed. */
  public static role(template: DeployedTemplate, id = template.id('AWS::IAM::Role')): Caller {
    return new Caller(template.arn(id), template.identityPolicies(id), template);
  }

  /** The user of a template. */
  public static user(template: DeployedTemplate, id = template.id('AWS::IAM::User')): Caller {
    return new Caller(template.arn(id), template.identityPolicies(id), template);
  }

  /** A principal in an account of its own, where it may do everything. */
  public static elsewhere(template: DeployedTemplate, arn: string): Caller {
    return new Caller(arn, [EVERYTHING], template);
  }

  constructor(
    public readonly arn: string,
    private readonly identity: readonly NamedPolicy[],
    private readonly resources: ResourcePolicies,
  ) {
  }

  /** Sends a request to S3. */
  public async request(probe: Probe): Promise<Verdict> {
    const owner = probe.owner ?? CUSTOMER;
    const policies: Policies = { identity: this.identity, resource: this.resources.bucketPolicy(probe.bucket, owner) };
    const resource = `arn:aws:s3:::${probe.bucket}${probe.key === undefined ? '' : `/${probe.key}`}`;
    return judge(policies, {
      principal: this.arn,
      action: probe.action,
      resource,
      owner,
      context: { 'aws:SourceIp': '198.51.100.7', ...probe.context },
    });
  }

  /** Uses a key. */
  public async use(probe: KeyProbe): Promise<Verdict> {
    const { action, keyArn, encryptionContext, viaService = `s3.${REGION}.amazonaws.com`, aliases } = probe;
    return judge({ identity: this.identity, resource: this.resources.keyPolicy(keyArn) }, {
      principal: this.arn,
      action,
      resource: keyArn,
      owner: keyArn.split(':')[4],
      context: {
        'kms:ViaService': viaService ?? undefined,
        'kms:EncryptionContext:aws:s3:arn': encryptionContext,
        'kms:ResourceAliases': aliases,
        ...probe.context,
      },
    });
  }
}

/** An attempt to assume a role. */
export interface Assumption {
  readonly principal: string;
  readonly externalId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly context?: Context;
}

/**
 * Whether a principal, let loose by its own account, can assume a role. A call that sets session tags needs both
 * actions, and STS checks each by itself.
 */
export async function attempt(trustPolicy: PolicyDocumentJson, roleArn: string, assumption: Assumption): Promise<Verdict> {
  const { principal, externalId, tags, context } = assumption;
  const tagging: Context = tags === undefined ? {} : {
    'aws:TagKeys': Object.keys(tags),
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
  const ask = async (action: string, more: Context) => judge({ identity: [EVERYTHING], resource: trustPolicy }, {
    principal,
    action,
    resource: roleArn,
    owner: CUSTOMER,
    context: { 'aws:SourceIp': '198.51.100.7', ...context, ...tagging, ...more },
  });
  const verdict = await ask('sts:AssumeRole', { 'sts:ExternalId': externalId });
  return verdict === 'allowed' && tags !== undefined ? ask('sts:TagSession', {}) : verdict;
}

/** The same for the role of a template. */
export async function assume(template: DeployedTemplate, assumption: Assumption, role = template.id('AWS::IAM::Role')): Promise<Verdict> {
  return attempt(template.trustPolicy(role), template.arn(role), assumption);
}
