import { S3Access, S3KeyScope, VendorS3AccessRoleProps, VendorS3PolicyPlacement } from '../../src';
import { Caller } from '../support/caller';
import { Customer } from '../support/customer';
import { DeployedTemplate } from '../support/deployed-template';
import { get, list, onBucket, onKey, ORDERS, Probe, put, remove, titleOf } from '../support/probe';
import { scenario } from '../support/scenario';

const folders = (count: number, start = 'tenants/acme') => Array.from({ length: count }, (_, i) => `${start}/${String(i).padStart(3, '0')}-${'long-name/'.repeat(15)}x`);

/** Every probe, in as few words as a failure needs. */
async function wrong(caller: Caller, verdict: 'allowed' | 'denied', probes: readonly Probe[]): Promise<string[]> {
  const found: string[] = [];
  for (const probe of probes) {
    if (await caller.request(probe) !== verdict) {
      found.push(titleOf(probe));
    }
  }
  return found;
}

function deployed(access: (customer: Customer) => S3Access[], props: Partial<VendorS3AccessRoleProps> = {}): DeployedTemplate {
  const customer = new Customer();
  customer.role(access(customer), props);
  return customer.deploy();
}

const size = (document: unknown) => JSON.stringify(document).length;

scenario('managed placement means the same as inline', () => Caller.role(deployed(({ orders }) => [S3Access.readWrite(orders, { prefixes: ['in'] })], {
  policyPlacement: VendorS3PolicyPlacement.MANAGED,
})), {
  allows: [get('in/1'), put('in/1'), list('in/'), onBucket('GetBucketLocation')],
  refuses: [get('in-secret/1'), put('in'), list('in'), list(), remove('in/1'), onBucket('PutBucketPolicy')],
});

test('managed placement leaves nothing inline', () => {
  const template = deployed(({ orders }) => [S3Access.read(orders, { wholeBucket: true })], { policyPlacement: VendorS3PolicyPlacement.MANAGED });
  expect(template.ids('AWS::IAM::Policy')).toEqual([]);
  expect(template.ids('AWS::IAM::ManagedPolicy')).toHaveLength(1);
  expect(template.properties(template.id('AWS::IAM::Role')).Policies).toBeUndefined();
});

describe.each([
  ['inline with overflow', {}],
  ['managed', { policyPlacement: VendorS3PolicyPlacement.MANAGED }],
] as const)('access too long for one policy, %s', (_title, props) => {
  const paths = folders(48);
  const written = folders(12, 'results');
  let template: DeployedTemplate;
  let caller: Caller;
  beforeAll(() => {
    template = deployed(({ orders, ledger }) => [
      S3Access.read(orders, { prefixes: paths, versions: true }),
      S3Access.write(orders, { prefixes: written, delete: true }),
      S3Access.read(ledger, { keys: folders(10, 'objects').map((key) => S3KeyScope.object(key)) }),
    ], props);
    caller = Caller.role(template);
  });

  test('is divided over several policies, each within its quota', () => {
    const managed = template.ids('AWS::IAM::ManagedPolicy').map((id) => size(template.properties(id).PolicyDocument));
    const inline = template.ids('AWS::IAM::Policy').map((id) => size(template.properties(id).PolicyDocument));
    expect(managed.length).toBeGreaterThan(1);
    expect(managed.length).toBeLessThanOrEqual(10);
    managed.forEach((characters) => expect(characters).toBeLessThanOrEqual(6144));
    expect(inline.reduce((sum, characters) => sum + characters, 0)).toBeLessThanOrEqual(10240);
  });

  test('allows everything that was declared', async () => {
    expect(await wrong(caller, 'allowed', [
      ...paths.flatMap((path) => [get(`${path}/1`), onKey('GetObjectVersion', `${path}/1`), list(`${path}/`), list(`${path}/`, {}, 'ListBucketVersions')]),
      ...written.flatMap((path) => [put(`${path}/1`), remove(`${path}/1`), onKey('AbortMultipartUpload', `${path}/1`)]),
      ...folders(10, 'objects').map((key) => get(key, { bucket: 'acme-ledger' })),
      onBucket('GetBucketLocation'),
      onBucket('GetBucketLocation', { bucket: 'acme-ledger' }),
    ])).toEqual([]);
  });

  test('allows nothing else', async () => {
    expect(await wrong(caller, 'denied', [
      ...paths.flatMap((path) => [put(`${path}/1`), remove(`${path}/1`), get(path), get(`${path}-secret/1`), list(path), get(`${path}/1`, { bucket: 'acme-ledger' })]),
      ...written.flatMap((path) => [get(`${path}/1`), list(`${path}/`), put(`${path}-secret/1`), onKey('GetObjectVersion', `${path}/1`)]),
      ...folders(10, 'objects').flatMap((key) => [get(key), get(`${key}.bak`, { bucket: 'acme-ledger' }), list(key, { bucket: 'acme-ledger' })]),
      ...paths.slice(0, 10).flatMap((path) => [
        get(`${path}/1`, { owner: '444455556666', note: 'of another owner' }),
        list(`${path}/`, { context: { 'aws:SecureTransport': 'false' }, note: 'without TLS' }),
      ]),
      list(),
      list('tenants/acme/'),
      onBucket('ListBucketMultipartUploads'),
    ])).toEqual([]);
  });
});

describe('access declared later', () => {
  const grown = (props: Partial<VendorS3AccessRoleProps>) => {
    const customer = new Customer();
    const role = customer.role([S3Access.read(customer.orders, { prefixes: folders(40) })], props);
    role.addAccess(S3Access.write(customer.orders, { prefixes: ['out'] }), S3Access.read(customer.ledger, { prefixes: ['book'] }));
    // Covers all that came first: policies that overflowed become empty again.
    role.addAccess(S3Access.read(customer.orders, { prefixes: ['tenants'] }));
    return customer.deploy();
  };

  scenario('joins what was declared at first', () => Caller.role(grown({})), {
    allows: [get(`${folders(40)[39]}/1`), get('tenants/other/1'), put('out/1'), get('book/1', { bucket: 'acme-ledger' }), list('tenants/')],
    refuses: [put('tenants/1'), get('out/1'), get('book/1'), put('book/1', { bucket: 'acme-ledger' }), list('out/')],
  });

  test('leaves no empty policy behind', () => {
    const template = grown({});
    expect(template.ids('AWS::IAM::ManagedPolicy')).toEqual([]);
    const documents = template.identityPolicies(template.id('AWS::IAM::Role'));
    documents.forEach(({ policy }) => expect(policy.Statement.length).toBeGreaterThan(0));
    expect(JSON.stringify(documents)).toContain(ORDERS);
  });
});
