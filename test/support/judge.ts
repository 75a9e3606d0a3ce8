import './collation';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import { NamedPolicy, PolicyDocumentJson } from './policy-document';
import { answer, Context, IamRequest } from './second-opinion';
import { visible } from './visible';

export type Verdict = 'allowed' | 'denied';

/** The documents that decide about a request. */
export interface Policies {
  /** Attached to the caller. */
  readonly identity: readonly NamedPolicy[];
  /** Attached to the bucket, key or role. */
  readonly resource?: PolicyDocumentJson;
}

/** A request, and the account that owns what it is about. */
export interface JudgedRequest extends IamRequest {
  readonly owner: string;
}

/** "Now" in all tests, unless a request says otherwise. */
export const NOW = '2026-11-20T12:00:00Z';

/** Lets a caller do everything, as far as its own account has a say. */
export const EVERYTHING: NamedPolicy = {
  name: 'Everything',
  policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

/** What every request carries; a test may change a key, or leave it out by setting it to undefined. */
export function withDefaults(request: JudgedRequest): JudgedRequest {
  return {
    ...request,
    context: {
      'aws:PrincipalArn': request.principal,
      'aws:PrincipalAccount': accountOf(request.principal),
      'aws:ResourceAccount': request.owner,
      'aws:SecureTransport': 'true',
      'aws:CurrentTime': NOW,
      ...request.context,
    },
  };
}

/**
 * Decides about a request with iam-simulate and with the second opinion; throws where the two disagree, where the
 * simulation failed, or where it left out a key of the request. So no test passes for a wrong reason.
 */
export async function judge(policies: Policies, given: JudgedRequest): Promise<Verdict> {
  const request = withDefaults(given);
  const simulated = await simulate(...visible(policies, request));
  const own = secondOpinion(policies, request);
  if (simulated !== own) {
    throw new Error(`iam-simulate says ${simulated}, the second opinion ${own}: ${JSON.stringify(request)}`);
  }
  return own;
}

/** iam-simulate alone. */
export async function simulate({ identity, resource }: Policies, request: JudgedRequest): Promise<Verdict> {
  const result = await runSimulation({
    request: {
      principal: request.principal,
      action: request.action,
      resource: { resource: request.resource, accountId: request.owner },
      contextVariables: present(request.context),
    },
    identityPolicies: [...identity],
    resourcePolicy: resource,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }, {});
  if (result.resultType !== 'single') {
    throw new Error(`No plain verdict on ${request.action} ${request.resource}: ${JSON.stringify(result).slice(0, 2000)}`);
  }
  if (result.result.ignoredContextKeys === undefined || result.result.ignoredContextKeys.length > 0) {
    throw new Error(`Left out in ${request.action} ${request.resource}: ${result.result.ignoredContextKeys}`);
  }
  return result.overallResult === 'Allowed' ? 'allowed' : 'denied';
}

/** The rules by which documents on both sides of a request combine. */
export function secondOpinion({ identity, resource }: Policies, request: JudgedRequest): Verdict {
  const answers = identity.map(({ policy }) => answer(policy, request));
  const theirs = resource ? answer(resource, request) : 'nothing';
  if (theirs === 'denied' || answers.includes('denied')) {
    return 'denied';
  }
  const ours = answers.some((given) => given !== 'nothing');
  const local = accountOf(request.principal) === request.owner;
  const service = request.action.split(':')[0];
  if (local && service === 's3') {
    return verdict(ours || theirs === 'direct');
  }
  if (local) {
    // A key and a role decide by themselves; what they give to the account is for its policies to hand on.
    return verdict(theirs === 'direct' || (theirs === 'account' && ours));
  }
  return verdict(ours && theirs !== 'nothing');
}

function verdict(allowed: boolean): Verdict {
  return allowed ? 'allowed' : 'denied';
}

function accountOf(arn: string): string {
  return arn.split(':')[4];
}

function present(context: Context): Record<string, string | string[]> {
  const entries = Object.entries(context).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, typeof value === 'string' ? value : [...value]] as const]);
  return Object.fromEntries(entries);
}
