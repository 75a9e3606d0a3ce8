import { allow, argumentsFor, deployed, FOLDER } from './deployments';
import { FrontOptions, Received } from './front';
import { run } from './run';

jest.setTimeout(30_000);

const DATA = { objects: [`${FOLDER}/one.csv`] };

const PROBE = /\.vendor-s3-access-verify-[0-9a-f]{16}$/;

/** Lets the vendor write anywhere and delete, so that there is something to tidy up. */
const OPEN = { more: [allow(['s3:PutObject', 's3:DeleteObject'], '/*')] };

async function verified(fault: FrontOptions['fault'], args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const deployment = deployed('readWrite', {}, OPEN);
  return run(deployment, argumentsFor(deployment, 'readWrite', '--json', ...args), { ...DATA, fault }, environment);
}

afterEach(() => jest.restoreAllMocks());

const silentOn = (action: string) => (received: Received) => (received.action === action ? { silent: true } as const : undefined);

describe('when the time is up', () => {
  test('it stops, and tidies up all the same', async () => {
    // Enough to get as far as reading, on a busy machine, too.
    const { exitCode, rows, front } = await verified(silentOn('s3:GetObject'), ['--timeout', '4']);

    const errors = rows.filter(({ status }) => status === 'error');
    expect(errors[0]).toMatchObject({ tried: 'Read from exports/raw/', meaning: 'Stopped: the time is up after 4 s' });
    expect(new Set(errors.slice(1).map(({ happened }) => happened))).toEqual(new Set(['not tried']));
    expect(rows.filter(({ happened }) => happened === 'deleted')).toHaveLength(1);
    expect([...front.objects.keys()]).toEqual(DATA.objects);
    expect(exitCode).toBe(1);
  });

  test('while nothing was found, the exit code says that not everything was tried', async () => {
    const deployment = deployed('read');
    const { exitCode } = await run(deployment, argumentsFor(deployment, 'read', '--json', '--timeout', '1'), { ...DATA, fault: silentOn('s3:ListBucket') });

    expect(exitCode).toBe(3);
  });

  test('before anybody could be asked, nothing else is tried', async () => {
    const { exitCode, rows, front } = await verified(silentOn('sts:GetCallerIdentity'), ['--timeout', '1']);

    expect(exitCode).toBe(3);
    expect(rows.filter(({ status }) => status === 'pass')).toEqual([]);
    expect(front.received.filter(({ action }) => action !== 'sts:GetCallerIdentity')).toEqual([]);
  });
});

test('once it has ended, nothing keeps the process alive or catches its signals', async () => {
  const timers = jest.spyOn(global, 'clearTimeout');
  const set = jest.spyOn(global, 'setTimeout');
  await verified(undefined);
  const overall = set.mock.results[set.mock.calls.findIndex(([, ms]) => ms === 60_000)].value;

  expect(timers).toHaveBeenCalledWith(overall);
  expect([...process.listeners('SIGINT'), ...process.listeners('SIGTERM')]).toEqual([]);
});

test('an interruption stops it, and it tidies up all the same', async () => {
  const { rows, front } = await verified((received) => {
    if (received.action === 's3:GetObject') {
      process.emit('SIGINT');
      return { silent: true };
    }
    return undefined;
  });

  expect(rows.find(({ status }) => status === 'error')?.meaning).toBe('Stopped: it was interrupted');
  expect([...front.objects.keys()]).toEqual(DATA.objects);
});

describe('an object that may have been written', () => {
  const lostAnswer = ({ action, earlier }: Received) => (action === 's3:PutObject' && earlier === 0 ? { status: 500, afterwards: true } as const : undefined);

  test('is deleted, for nobody else has one of that name', async () => {
    const { rows, front } = await verified(lostAnswer);

    expect(rows.find(({ tried }) => tried === 'Write into exports/raw/')).toMatchObject({ status: 'error' });
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test('is known when a second attempt finds it', async () => {
    const { rows, front } = await verified(lostAnswer, [], { AWS_MAX_ATTEMPTS: '3' });

    expect(rows.find(({ tried }) => tried === 'Write into exports/raw/')).toMatchObject({ status: 'pass' });
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test('is told of where it cannot be deleted', async () => {
    const deployment = deployed('readWrite');
    const { rows, front } = await run(deployment, argumentsFor(deployment, 'readWrite', '--json'), { ...DATA, fault: lostAnswer });

    const [left] = [...front.objects.keys()].filter((key) => PROBE.test(key));
    expect(rows.find(({ tried }) => tried === `Clean up ${left}`)?.meaning).toContain('If the object was written, it stays.');
  });
});

test('a clean-up that fails is an error, and says how to go on', async () => {
  const { rows } = await verified(({ action }) => (action === 's3:DeleteObject' ? { status: 500 } : undefined));

  const cleanUps = rows.filter(({ tried }) => tried.startsWith('Clean up'));
  expect(cleanUps.map(({ status }) => status)).toEqual(['error']);
  expect(cleanUps[0].meaning).toMatch(/^InternalError: .* The object stays\. .* aws s3 rm s3:/);
});
