import { Filled } from './filled';
import { KitVendor } from './kit-vendor';
import { assumptions, kmsRequests, s3Requests } from './requests';
import { attempt, Caller } from '../../support/caller';
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
 * that the declaration means.
 */
export async function compare(vendor: KitVendor, filled: Filled, template: JudgedRole, construct: JudgedRole): Promise<Comparison> {
  const wrong: string[] = [];
  const count = { allowed: 0, denied: 0 };
  const put = async (title: string, expected: Verdict, ask: (role: JudgedRole) => Promise<Verdict>) => {
    const [ours, theirs] = [await ask(template), await ask(construct)];
    count[ours]++;
    if (ours !== theirs || ours !== expected) {
      wrong.push(`${title}: the template's role ${ours}, the construct's ${theirs}, right is ${expected}`);
    }
  };
  const callers = new Map([template, construct].map((role) => [role, new Caller(role.arn, role.policies, world(role.arn, { keyPolicy }))]));
  for (const { request, verdict } of s3Requests(vendor, filled)) {
    await put(`${titleOf(request)}, owned by ${request.owner ?? 'the customer'}`, verdict, (role) => callers.get(role)!.request(request));
  }
  for (const { request, verdict } of kmsRequests(vendor, filled)) {
    await put(JSON.stringify(request), verdict, (role) => callers.get(role)!.use(request));
  }
  for (const { request, verdict } of assumptions(vendor, filled)) {
    await put(`assumed: ${JSON.stringify(request)}`, verdict, (role) => attempt(role.trust, role.arn, request));
  }
  return { allowed: count.allowed, refused: count.denied, wrong };
}

/** Every key, wherever it is, leaves it to the customer's account who may use it. */
function keyPolicy(arn: string): PolicyDocumentJson {
  const AWS = [...new Set([CUSTOMER, arn.split(':')[4]])].map((account) => `arn:aws:iam::${account}:root`);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' }] };
}
