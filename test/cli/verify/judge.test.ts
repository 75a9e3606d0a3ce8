import { Outcome } from '../../../src/cli/aws';
import { judge, Known, Status } from '../../../src/cli/verify/judge';
import { Request, ProbeStep } from '../../../src/cli/verify/plan';
import { Probes } from '../../../src/cli/verify/probes';

const ASSUME: Request = { kind: 'assume' };
const LIST: Request = { kind: 'list' };
const GET: Request = { kind: 'get', key: 'a', place: 'inside' };
const PUT: Request = { kind: 'put', key: 'a', place: 'inside' };
const DELETE: Request = { kind: 'delete', key: 'a', place: 'inside' };

const allowed: Outcome = { kind: 'allowed' };
const missing: Outcome = { kind: 'missing' };
const exists: Outcome = { kind: 'exists' };
const failed: Outcome = { kind: 'failed', code: 'SlowDown', message: 'slower' };
const refused = (action?: string): Outcome => ({ kind: 'refused', message: 'no', action });

const KNOWN: Known = { assumed: true, exists: true };
const UNKNOWN: Known = { assumed: true, exists: false };

test.each<readonly [string, Request, Outcome, Known, Status, Status]>([
  ['a role that was assumed', ASSUME, allowed, KNOWN, 'pass', 'fail'],
  ['a role that was not assumed', ASSUME, refused(), KNOWN, 'fail', 'pass'],
  ['a role that nobody could assume', ASSUME, refused(), { ...KNOWN, assumed: false }, 'fail', 'note'],
  ['throttling at the role', ASSUME, failed, KNOWN, 'error', 'error'],
  ['a listing', LIST, allowed, KNOWN, 'pass', 'fail'],
  ['a refused listing', LIST, refused('s3:ListBucket'), KNOWN, 'fail', 'pass'],
  ['a listing that failed', LIST, failed, KNOWN, 'error', 'error'],
  ['a byte', GET, allowed, KNOWN, 'pass', 'fail'],
  ['an object that is missing, and S3 says so', GET, missing, UNKNOWN, 'pass', 'fail'],
  ['a refusal of an object that is there', GET, refused(), KNOWN, 'fail', 'pass'],
  ['a refusal of an object that is there, for want of its key', GET, refused('kms:Decrypt'), KNOWN, 'fail', 'pass'],
  ['a refusal of an object that may be missing', GET, refused(), UNKNOWN, 'note', 'note'],
  ['a refusal to read what may be missing', GET, refused('s3:GetObject'), UNKNOWN, 'fail', 'pass'],
  ['a refusal to tell whether it is missing', GET, refused('s3:ListBucket'), UNKNOWN, 'pass', 'fail'],
  ['a written object', PUT, allowed, KNOWN, 'pass', 'fail'],
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

test('the command that removes a probe holds for keys that a shell would take apart', async () => {
  const probes = new Probes('acme-orders', false);
  const session = {
    put: async () => allowed, remove: async () => refused(), get: async () => allowed, list: async () => ({ outcome: allowed }),
  };
  await probes.write(session, { kind: 'put', place: 'inside', key: 'a b/it\'s $HOME' });
  const [row] = await probes.cleanUp(session);

  expect(row.meaning).toMatch(/aws s3 rm 's3:\/\/acme-orders\/a b\/it'\\''s \$HOME'$/);
});
