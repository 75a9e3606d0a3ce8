import { EVERYTHING, judge, Policies, Verdict } from '../../support/judge';
import { Context } from '../../support/second-opinion';
import { CUSTOMER } from '../meaning/declaration';
import { ADDRESS, AssumeRequest, KeyRequest, NOW, Request, S3Request } from '../meaning/request';
import { World } from '../world/world';

/** What the deployed documents answer to a request, by two evaluators that must agree. */
export async function ask(world: World, request: Request): Promise<Verdict> {
  switch (request.kind) {
    case 'assume': return assume(world, request);
    case 's3': return useBucket(world, request);
    case 'kms': return useKey(world, request);
  }
}

/** A call that sets session tags needs two actions, and STS checks each by itself. */
async function assume(world: World, { principal, externalId, tags, organizationId, sourceIp, time }: AssumeRequest): Promise<Verdict> {
  const policies: Policies = { identity: [EVERYTHING], resource: world.trustPolicy() };
  const shared: Context = {
    ...circumstances({ time, sourceIp, organizationId }),
    ...(tags === undefined ? {} : { 'aws:TagKeys': Object.keys(tags) }),
    ...Object.fromEntries(Object.entries(tags ?? {}).map(([key, value]) => [`aws:RequestTag/${key}`, value])),
  };
  const step = async (action: string, context: Context) =>
    judge(policies, { principal, action, resource: world.holder!, owner: CUSTOMER, context: { ...shared, ...context } });
  const assumed = await step('sts:AssumeRole', { 'sts:ExternalId': externalId });
  return assumed === 'allowed' && tags !== undefined ? step('sts:TagSession', {}) : assumed;
}

async function useBucket(world: World, request: S3Request): Promise<Verdict> {
  const { action, bucket, owner, key, prefix, acl, encryption, customerKey } = request;
  const policies: Policies = { identity: identityOf(world, request.principal), resource: world.bucketPolicy(bucket, owner) };
  return judge(policies, {
    principal: callerOf(world, request.principal),
    action,
    resource: `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`,
    owner,
    context: {
      ...circumstances(request),
      'aws:SecureTransport': request.withoutTls ? 'false' : 'true',
      's3:prefix': prefix,
      's3:x-amz-acl': acl,
      's3:x-amz-server-side-encryption': encryption,
      's3:x-amz-server-side-encryption-customer-algorithm': customerKey ? 'AES256' : undefined,
    },
  });
}

async function useKey(world: World, request: KeyRequest): Promise<Verdict> {
  const { action, key, encryptionContext, viaService, withoutAlias } = request;
  const keyArn = world.keyArn(key);
  return judge({ identity: identityOf(world, request.principal), resource: world.keyPolicy(key) }, {
    principal: callerOf(world, request.principal),
    action,
    resource: keyArn,
    owner: keyArn.split(':')[4],
    context: {
      ...circumstances(request),
      'kms:ViaService': viaService,
      'kms:EncryptionContext:aws:s3:arn': encryptionContext,
      'kms:ResourceAliases': withoutAlias ? undefined : world.aliasesOf(key),
    },
  });
}

/** Whoever is not the role or user may do everything as far as its own account has a say. */
function identityOf(world: World, principal: string | undefined): Policies['identity'] {
  return principal === undefined ? world.identityPolicies() : [EVERYTHING];
}

function callerOf(world: World, principal: string | undefined): string {
  const caller = principal ?? world.holder;
  if (caller === undefined) {
    throw new Error('A request to a world without a role or user must say who makes it');
  }
  return caller;
}

function circumstances({ time, sourceIp, organizationId }: { time?: string; sourceIp?: string; organizationId?: string }): Context {
  return { 'aws:CurrentTime': time ?? NOW, 'aws:SourceIp': sourceIp ?? ADDRESS, 'aws:PrincipalOrgID': organizationId };
}
