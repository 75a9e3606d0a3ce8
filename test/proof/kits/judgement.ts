import { Filled } from './filled';
import { KitVendor } from './kit-vendor';
import { kmsRequests, s3Requests } from './requests';
import { Assumption, attempt, Caller } from '../../support/caller';
import { world } from '../../support/comparison';
import { CUSTOMER } from '../../support/deployed-template';
import { Verdict } from '../../support/judge';
import { NamedPolicy, PolicyDocumentJson } from '../../support/policy-document';
import { titleOf } from '../../support/probe';

/** A role, wherever its documents come from. */
export interface JudgedRole {
  readonly arn: string;
  readonly trust: PolicyDocumentJson;
  readonly policies: readonly NamedPolicy[];
}

/** What two roles answered, and where one of them, or both, answered wrongly. */
export interface Comparison {
  readonly allowed: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

/**
 * Puts the same requests to the role of a one-click template and to that of the construct. The answers must be the same, and those
 * that the vendor's guide and the declaration demand.
 */
export async function compare(vendor: KitVendor, filled: Filled, template: JudgedRole, construct: JudgedRole): Promise<Comparison> {
  const wrong: string[] = [];
  const count = { allowed: 0, denied: 0 };
  const put = async (title: string, expected: Verdict | undefined, ask: (role: JudgedRole) => Promise<Verdict>) => {
    const [ours, theirs] = [await ask(template), await ask(construct)];
    count[ours]++;
    if (ours !== theirs || (expected !== undefined && ours !== expected)) {
      wrong.push(`${title}: the template's role ${ours}, the construct's ${theirs}, right is ${expected ?? 'the same'}`);
    }
  };
  const callers = new Map([template, construct].map((role) => [role, new Caller(role.arn, role.policies, world(role.arn, { keyPolicy }))]));
  for (const { request, verdict } of s3Requests(vendor, filled)) {
    await put(`${titleOf(request)}, owned by ${request.owner ?? 'the customer'}`, verdict, (role) => callers.get(role)!.request(request));
  }
  for (const { request, verdict } of kmsRequests(vendor, filled)) {
    await put(JSON.stringify(request), verdict, (role) => callers.get(role)!.use(request));
  }
  for (const { assumption, verdict } of assumptions(vendor, filled)) {
    await put(`assumed: ${JSON.stringify(assumption)}`, verdict, (role) => attempt(role.trust, role.arn, assumption));
  }
  return { allowed: count.allowed, refused: count.denied, wrong };
}

/** Every key, wherever it is, leaves it to the customer's account who may use it. */
function keyPolicy(arn: string): PolicyDocumentJson {
  const AWS = [...new Set([CUSTOMER, arn.split(':')[4]])].map((account) => `arn:aws:iam::${account}:root`);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' }] };
}

/** Who might try to come in, and how. */
function assumptions(vendor: KitVendor, { externalId, principalArn }: Filled): Array<{ readonly assumption: Assumption; readonly verdict: Verdict }> {
  const known = externalId ?? vendor.externalId ?? 'acme-1';
  const pending = vendor.principalArn !== undefined && principalArn === undefined;
  const ids = [undefined, known, `${known}x`, known.slice(0, -1), known.toUpperCase() === known ? 'other' : known.toUpperCase(), '*'];
  return [vendor.caller, ...vendor.strangers].flatMap((principal) => ids.map((id): { assumption: Assumption; verdict: Verdict } => {
    // Coactive's role demands no ID, and takes whatever is sent.
    const right = principal === vendor.caller && !pending && (vendor.externalId === undefined || id === externalId);
    return { assumption: { principal, externalId: id }, verdict: right ? 'allowed' : 'denied' };
  })).concat([{ assumption: { principal: vendor.caller, externalId: externalId, tags: { tenant: 'acme' } }, verdict: 'denied' }]);
}
