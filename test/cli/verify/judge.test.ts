import { Outcome, RefusingPolicy } from '../../../src/cli/aws';
import { judge, Known, Status } from '../../../src/cli/verify/judge';
import { Request, ProbeStep } from '../../../src/cli/verify/plan';
import { Probes } from '../../../src/cli/verify/probes';

const ASSUME: Request = { kind: 'assume' };
const LIST: Request = { kind: 'list' };
const GET: Request = { kind: 'get', key: 'a', place: 'inside' };
const PUT: Request = { kind: 'put', key: 'a', place: 'inside', kept: true };
const DELETE: Request = { kind: 'delete', key: 'a', place: 'inside' };

const allowed: Outcome = { kind: 'allowed' };
const missing: Outcome = { kind: 'missing' };
const exists: Outcome = { kind: 'exists' };
const failed: Outcome = { kind: 'failed', code: 'SlowDown', message: 'slower' };
const discarded: Outcome = { kind: 'discarded' };
const refused = (action?: string, policy?: RefusingPolicy): Outcome => ({ kind: 'refused', message: 'no', action, policy });

const KNOWN: Known = { assumed: true, exists: true };
const UNKNOWN: Known = { assumed: true, exists: false };

test.each<readonly [string, Request, Outcome, Known, Status, Status]>([
  ['a role that was assumed', ASSUME, allowed, KNOWN, 'pass', 'fail'],
  ['a role that was not assumed', ASSUME, refused(), KNOWN, 'fail', 'pass'],
  ['a role that nobody could assume', ASSUME, refused(), { ...KNOWN, assumed: false }, 'fail', 'note'],
  ['a role that its trust policy does not give, to whom it gives nothing', ASSUME, refused('sts:AssumeRole', 'role trust policy'), { ...KNOWN, assumed: false }, 'fail', 'note'],
  ['a role that its trust policy does not give', ASSUME, refused('sts:AssumeRole', 'role trust policy'), KNOWN, 'fail', 'pass'],
  ['a role that the customer\'s organization does not give', ASSUME, refused('sts:AssumeRole', 'resource control policy'), KNOWN, 'fail', 'pass'],
  ...(['identity-based policy', 'permissions boundary', 'session policy', 'service control policy', 'VPC endpoint policy'] as const).map((policy) => (
    [`a role that the caller may not ask for, by its own ${policy}`, ASSUME, refused('sts:AssumeRole', policy), KNOWN, 'note', 'note'] as const)),
  ['a role that was refused for a session tag', ASSUME, refused('sts:TagSession'), KNOWN, 'fail', 'note'],
  ['throttling at the role', ASSUME, failed, KNOWN, 'error', 'error'],
  ['a listing', LIST, allowed, KNOWN, 'pass', 'fail'],
  ['a refused listing', LIST, refused('s3:ListBucket'), KNOWN, 'fail', 'pass'],
  ['a listing that the role\'s policies refuse', LIST, refused('s3:ListBucket', 'identity-based policy'), KNOWN, 'fail', 'pass'],
  ['a listing that the organization of the role refuses', LIST, refused('s3:ListBucket', 'service control policy'), KNOWN, 'fail', 'pass'],
  ['a listing that an endpoint on the way refuses', LIST, refused('s3:ListBucket', 'VPC endpoint policy'), KNOWN, 'note', 'note'],
  ['a listing that failed', LIST, failed, KNOWN, 'error', 'error'],
  ['a byte', GET, allowed, KNOWN, 'pass', 'fail'],
  ['an object that is missing, and S3 says so', GET, missing, UNKNOWN, 'note', 'fail'],
  ['a refusal of an object that is there', GET, refused(), KNOWN, 'fail', 'pass'],
  ['a refusal of an object that is there, for want of its key', GET, refused('kms:Decrypt'), KNOWN, 'fail', 'note'],
  ['a refusal to decrypt what may be missing', GET, refused('kms:Decrypt'), UNKNOWN, 'fail', 'note'],
  ['a refusal of an object that may be missing', GET, refused(), UNKNOWN, 'note', 'note'],
  ['a refusal to read what may be missing', GET, refused('s3:GetObject'), UNKNOWN, 'fail', 'pass'],
  ['a refusal to tell whether it is missing', GET, refused('s3:ListBucket'), UNKNOWN, 'note', 'fail'],
  ['a written object', PUT, allowed, KNOWN, 'pass', 'fail'],
  ['an object that S3 would have written', PUT, discarded, KNOWN, 'pass', 'fail'],
  ['an object that was refused for want of a key', PUT, refused('kms:GenerateDataKey'), KNOWN, 'fail', 'note'],
  ['an object that was refused, and nobody knows why', PUT, refused(), KNOWN, 'fail', 'pass'],
  ['an object that only an earlier attempt can have written', PUT, exists, KNOWN, 'pass', 'fail'],
  ['a deleted name', DELETE, allowed, UNKNOWN, 'pass', 'fail'],
  ['a name that may not be deleted', DELETE, refused(), UNKNOWN, 'fail', 'pass'],
  ['a refused object', PUT, refused('s3:PutObject'), UNKNOWN, 'fail', 'pass'],
])('%s', (_title, request, outcome, known, whereAllowed, whereRefused) => {
  const verdict = (expected: ProbeStep['expected']) => judge({ tried: '', expected, request }, outcome, known).status;

  expect([verdict('allowed'), verdict('refused')]).toEqual([whereAllowed, whereRefused]);
});

test('a failed check says what AWS has said', () => {
  expect(judge({ tried: '', expected: 'allowed', request: PUT }, { kind: 'refused', message: 'no kms:GenerateDataKey' }, KNOWN).meaning).toBe('no kms:GenerateDataKey');
});

test.each<readonly [string, Request, Outcome, ProbeStep['expected'], RegExp]>([
  ['the key', PUT, refused('kms:GenerateDataKey'), 'refused', /^This shows nothing of s3:PutObject: .*KMS that refused \(kms:GenerateDataKey\).* AWS says: no$/],
  ['another permission', ASSUME, refused('sts:TagSession'), 'refused', /^This shows nothing of sts:AssumeRole: AWS missed another permission, sts:TagSession\. It says: no$/],
  ['the caller\'s own permissions', ASSUME, refused('sts:AssumeRole', 'service control policy'), 'allowed', /the caller's own service control policy refused it\. Let the caller use sts:AssumeRole/],
  ['an endpoint', LIST, refused('s3:ListBucket', 'VPC endpoint policy'), 'refused', /the VPC endpoint on the way to S3/],
  ['an empty folder', GET, missing, 'allowed', /nothing was read.* name one with --object/],
])('what shows nothing because of %s says so, and what to do', (_title, request, outcome, expected, says) => {
  expect(judge({ tried: '', expected, request }, outcome, UNKNOWN)).toMatchObject({ status: 'note', meaning: expect.stringMatching(says) });
});

test('the command that removes a probe holds for keys that a shell would take apart', async () => {
  const probes = new Probes('acme-orders', false);
  const session = {
    put: async () => allowed,
    putDiscarded: async () => discarded,
    remove: async () => refused(),
    get: async () => allowed,
    list: async () => ({ outcome: allowed }),
  };
  await probes.write(session, { kind: 'put', place: 'inside', kept: true, key: 'a b/it\'s $HOME' });
  const [row] = await probes.cleanUp(session);

  expect(row.meaning).toMatch(/aws s3 rm 's3:\/\/acme-orders\/a b\/it'\\''s \$HOME'$/);
});
