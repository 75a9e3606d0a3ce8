import { Assumption, attempt, Caller, KeyProbe, ResourcePolicies } from './caller';
import { CUSTOMER, DeployedTemplate } from './deployed-template';
import { NamedPolicy, PolicyDocumentJson } from './policy-document';
import { Probe, titleOf } from './probe';

/** What a vendor's guide tells its customers to paste, and what our template has instead. */
export interface Sides {
  readonly published: Caller;
  readonly ours: Caller;
}

/** Requests in words. */
export interface Requests {
  readonly s3?: readonly Probe[];
  readonly kms?: Readonly<Record<string, KeyProbe>>;
}

/** The owner of no bucket that was ever declared. */
export const STRANGER = '444455556666';

/**
 * The world around a role: its customer's buckets have the policies given, and a stranger who owns a bucket of the same
 * name lets the role in, to catch what it writes.
 */
export function world(roleArn: string, own: Partial<ResourcePolicies> = {}): ResourcePolicies {
  return {
    bucketPolicy: (name, owner) => (owner === CUSTOMER ? own.bucketPolicy?.(name, owner) : letIn(roleArn, name)),
    keyPolicy: (arn) => own.keyPolicy?.(arn) ?? delegating(arn.split(':')[4]),
  };
}

/** A key policy that leaves it to IAM who may use the key. */
function delegating(account: string): PolicyDocumentJson {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }] };
}

function letIn(roleArn: string, bucket: string): PolicyDocumentJson {
  const resources = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: roleArn }, Action: 's3:*', Resource: resources }] };
}

/** The role as a guide describes it. */
export function publishedRole(
  roleArn: string, policies: readonly PolicyDocumentJson[], bucketPolicy?: (name: string) => PolicyDocumentJson | undefined,
): Caller {
  const named: NamedPolicy[] = policies.map((policy, i) => ({ name: `Published${i}`, policy }));
  return new Caller(roleArn, named, world(roleArn, { bucketPolicy }));
}

/** The role of our template, in the same world. */
export function ourRole(template: DeployedTemplate): Caller {
  const id = template.id('AWS::IAM::Role');
  const roleArn = template.arn(id);
  return new Caller(roleArn, template.identityPolicies(id), world(roleArn, template));
}

/** Shows that ours allows what is needed, and refuses what the published policy allowed beyond that. */
export function comparison(sides: () => Sides, needs: Requests, excess: Requests): void {
  let both: Sides;
  beforeAll(() => {
    both = sides();
  });

  test.each((needs.s3 ?? []).map((probe) => [titleOf(probe), probe] as const))('both allow %s', async (_, probe) => {
    expect([await both.published.request(probe), await both.ours.request(probe)]).toEqual(['allowed', 'allowed']);
  });

  test.each((excess.s3 ?? []).map((probe) => [titleOf(probe), probe] as const))('only the published policy allows %s', async (_, probe) => {
    expect([await both.published.request(probe), await both.ours.request(probe)]).toEqual(['allowed', 'denied']);
  });

  if (needs.kms) {
    test.each(Object.entries(needs.kms))('both allow %s', async (_, probe) => {
      expect([await both.published.use(probe), await both.ours.use(probe)]).toEqual(['allowed', 'allowed']);
    });
  }

  if (excess.kms) {
    test.each(Object.entries(excess.kms))('only the published policy allows %s', async (_, probe) => {
      expect([await both.published.use(probe), await both.ours.use(probe)]).toEqual(['allowed', 'denied']);
    });
  }
}

/** The same for the trust policies. */
export function trustComparison(
  published: PolicyDocumentJson,
  ours: () => DeployedTemplate,
  needs: Readonly<Record<string, Assumption>>,
  excess: Readonly<Record<string, Assumption>>,
): void {
  let template: DeployedTemplate;
  beforeAll(() => {
    template = ours();
  });

  const verdicts = async (assumption: Assumption) => {
    const roleArn = template.arn(template.id('AWS::IAM::Role'));
    return [await attempt(published, roleArn, assumption), await attempt(template.trustPolicy(), roleArn, assumption)];
  };
  test.each(Object.entries(needs))('both let in %s', async (_, assumption) => {
    expect(await verdicts(assumption)).toEqual(['allowed', 'allowed']);
  });
  if (Object.keys(excess).length > 0) {
    test.each(Object.entries(excess))('only the published policy lets in %s', async (_, assumption) => {
      expect(await verdicts(assumption)).toEqual(['allowed', 'denied']);
    });
  }
}
