import { allow, argumentsFor, Changes, Declared, deployed, FOLDER } from './deployments';
import { FrontOptions } from './front';
import { command, Ran, run } from './run';
import { Row } from '../../../src/cli/verify/report';
import { EXTERNAL_ID } from '../../support/customer';

jest.setTimeout(30_000);

const DATA = { objects: [`${FOLDER}/one.csv`, 'exports/two.csv', 'other/three.csv'] };

const PROBE = /\.vendor-s3-access-verify-[0-9a-f]{16}$/;

const wrongId = (how: string) => `Assume the role with a wrong external ID (${how})`;

const WRONG_IDS = ['one character more', 'another first character', 'another one in the middle', 'another last character', 'twice the right one', 'upper for lower case'].map(wrongId);

/** The rows of one verb, around the folder. */
const around = (verb: 'List' | 'Write' | 'Read' | 'Delete') => {
  const at = verb === 'List' ? verb : `${verb} in`;
  return {
    above: `${verb} beside the folder, above it (exports/)`,
    start: `${verb} where names only start like it (exports/raw…)`,
    like: `${at} a folder named like it (exports/raw…raw/)`,
    sibling: `${at} another folder beside it (exports/…/)`,
    elsewhere: `${at} a folder of that name elsewhere (…/raw/)`,
  };
};

const LIST = around('List');
const READ = around('Read');
const WRITE = around('Write');
const REMOVE = around('Delete');

const DELETING = { options: { prefixes: [FOLDER], delete: true } };

async function verified(mode: 'read' | 'write' | 'readWrite', given: {
  readonly declared?: Declared; readonly changes?: Changes; readonly options?: FrontOptions; readonly args?: readonly string[];
} = {}): Promise<Ran> {
  const deployment = deployed(mode, given.declared, given.changes);
  return run(deployment, argumentsFor(deployment, mode, '--json', ...given.args ?? []), { ...DATA, ...given.options });
}

const triedWith = (rows: readonly Row[], ...statuses: string[]) =>
  rows.filter(({ status }) => statuses.includes(status)).map(({ tried }) => tried.replace(/\.vendor-s3-access-verify-\w+/, '<probe>'));

describe('a role as declared', () => {
  test('for reading: everything holds, and nothing is left behind', async () => {
    const { exitCode, rows, front } = await verified('read', { args: ['--outside', 'other'] });

    expect(rows.map(({ tried, expected, happened, status }) => `${status}: ${tried}: ${expected}, ${happened}`)).toEqual([
      'pass: Assume the role with the external ID: allowed, allowed',
      'pass: Assume the role without an external ID: refused, refused',
      'pass: Assume the role with a wrong external ID (one character more): refused, refused',
      'pass: Assume the role with a wrong external ID (another first character): refused, refused',
      'pass: Assume the role with a wrong external ID (another one in the middle): refused, refused',
      'pass: Assume the role with a wrong external ID (another last character): refused, refused',
      'pass: Assume the role with a wrong external ID (twice the right one): refused, refused',
      'pass: Assume the role with a wrong external ID (upper for lower case): refused, refused',
      'pass: List exports/raw/: allowed, allowed',
      'pass: List exports/, the folder above: refused, refused',
      'pass: List exports/raw, the folder without its slash: refused, refused',
      'pass: List the whole bucket: refused, refused',
      'pass: List a folder named like it (exports/raw…raw/): refused, refused',
      'pass: List another folder beside it (exports/…/): refused, refused',
      'pass: List a folder of that name elsewhere (…/raw/): refused, refused',
      'pass: List other/, outside: refused, refused',
      'pass: Write into exports/raw/: refused, refused',
      'pass: Write beside the folder, above it (exports/): refused, refused',
      'pass: Write where names only start like it (exports/raw…): refused, refused',
      'pass: Write in a folder named like it (exports/raw…raw/): refused, refused',
      'pass: Write in another folder beside it (exports/…/): refused, refused',
      'pass: Write in a folder of that name elsewhere (…/raw/): refused, refused',
      'pass: Write outside (other/): refused, refused',
      'pass: Read from exports/raw/: allowed, allowed',
      'pass: Read beside the folder, above it (exports/): refused, refused',
      'pass: Read where names only start like it (exports/raw…): refused, refused',
      'pass: Read in a folder named like it (exports/raw…raw/): refused, refused',
      'pass: Read in another folder beside it (exports/…/): refused, refused',
      'pass: Read in a folder of that name elsewhere (…/raw/): refused, refused',
      'pass: Read outside (other/): refused, refused',
      'pass: Delete from exports/raw/: refused, refused',
      'pass: Delete beside the folder, above it (exports/): refused, refused',
      'pass: Delete where names only start like it (exports/raw…): refused, refused',
      'pass: Delete in a folder named like it (exports/raw…raw/): refused, refused',
      'pass: Delete in another folder beside it (exports/…/): refused, refused',
      'pass: Delete in a folder of that name elsewhere (…/raw/): refused, refused',
      'pass: Delete outside (other/): refused, refused',
    ]);
    expect(exitCode).toBe(0);
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test.each([
    ['write', ['List exports/raw/', 'Read from exports/raw/']],
    ['readWrite', []],
  ] as const)('for %s: its probe stays, and the report says how to remove it', async (mode, refused) => {
    const { exitCode, rows, front } = await verified(mode);

    expect(exitCode).toBe(0);
    expect(triedWith(rows, 'fail', 'error', 'skipped')).toEqual([]);
    expect(rows.filter(({ expected, tried }) => expected === 'refused' && /exports\/raw\/$/.test(tried)).map(({ tried }) => tried)).toEqual(refused);
    const [left, ...others] = [...front.objects.keys()].filter((key) => !DATA.objects.includes(key));
    expect(left).toMatch(PROBE);
    expect(others).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ tried: `Clean up ${left}`, expected: 'refused', status: 'note', happened: 'stays' });
    expect(rows.at(-1)!.meaning).toContain(`aws s3 rm s3://acme-orders/${left}`);
    expect(front.objects.get(left)).toContain('vendor-s3-access verify');
  });

  test('that lets the vendor delete: the probe is deleted, and nothing else', async () => {
    const { exitCode, rows, front } = await verified('readWrite', { declared: DELETING, args: ['--delete'] });

    expect(exitCode).toBe(0);
    expect(rows.at(-1)).toMatchObject({ expected: 'allowed', status: 'pass', happened: 'deleted' });
    expect([...front.objects.keys()]).toEqual(DATA.objects);
    const deleted = front.received.filter(({ action }) => action === 's3:DeleteObject').map(({ key }) => key);
    expect(new Set(deleted.map((key) => PROBE.test(key!)))).toEqual(new Set([true]));
    expect(deleted.filter((key) => key!.startsWith(`${FOLDER}/`))).toHaveLength(1);
  });

  test('for the whole bucket: nothing lies outside', async () => {
    const deployment = deployed('read', { options: { wholeBucket: true } });
    const args = [...argumentsFor(deployment, 'read', '--json').filter((arg) => ![FOLDER, '--prefix'].includes(arg)), '--whole-bucket'];
    const { exitCode, rows, text } = await run(deployment, args, DATA);

    expect(exitCode).toBe(0);
    expect(JSON.parse(text)).toMatchObject({ bucket: 'acme-orders', wholeBucket: true });
    expect(JSON.parse(text)).not.toHaveProperty('prefix');
    expect(triedWith(rows, 'skipped')).toEqual(['List outside', 'Write outside', 'Read outside', 'Delete outside']);
    expect(triedWith(rows, 'fail', 'error', 'note')).toEqual([]);
  });

  test('without an external ID, for a vendor that sends none', async () => {
    const deployment = deployed('read', { withoutExternalId: 'the vendor sends none' });
    const args = argumentsFor(deployment, 'read', '--json').flatMap((arg) => (arg === '--external-id' ? ['--no-external-id'] : arg === EXTERNAL_ID ? [] : [arg]));
    const { exitCode, rows } = await run(deployment, args, DATA);

    expect(exitCode).toBe(0);
    expect(rows.slice(0, 3).map(({ status }) => status)).toEqual(['pass', 'skipped', 'skipped']);
  });

  test('without listing, where none was agreed on', async () => {
    const declared = { options: { prefixes: [FOLDER], list: false } };
    const agreed = await verified('read', { declared, args: ['--listing', 'refused', '--object', `${FOLDER}/one.csv`] });
    const otherwise = await verified('read', { declared });

    expect(agreed.exitCode).toBe(0);
    expect(triedWith(agreed.rows, 'note', 'fail')).toEqual([]);
    expect(triedWith(otherwise.rows, 'fail')).toEqual([`List ${FOLDER}/`]);
  });
});

describe('a flawed role is found', () => {
  const condition = (key: string) => ({ StringLike: { 's3:prefix': key } });
  const like = (externalId: string): Changes => ({ trust: (statement) => ({ ...statement, Condition: { StringLike: { 'sts:ExternalId': externalId } } }) });
  const FLAWS: ReadonlyArray<readonly [string, 'read' | 'write' | 'readWrite', Changes, readonly string[]]> = [
    ['its trust has no condition', 'read', { trust: ({ Condition, ...rest }) => rest },
      ['Assume the role without an external ID', ...WRONG_IDS]],
    ['its trust takes any external ID', 'read', { trust: (statement) => ({ ...statement, Condition: { StringLike: { 'sts:ExternalId': '*' } } }) },
      WRONG_IDS],
    ['its trust takes what starts like the external ID', 'read',
      { trust: (statement) => ({ ...statement, Condition: { StringLike: { 'sts:ExternalId': `${EXTERNAL_ID}*` } } }) },
      ['one character more', 'twice the right one'].map(wrongId)],
    ['its trust takes what starts and ends like the external ID', 'read', like('k3J-*9a'), ['another one in the middle', 'twice the right one'].map(wrongId)],
    ['its trust takes anything after the first half of the external ID and before its end', 'read', like('k3J-2*f9a'), [wrongId('twice the right one')]],
    ['its trust takes what ends like the external ID', 'read', like(`*${EXTERNAL_ID.slice(3)}`), ['another first character', 'twice the right one'].map(wrongId)],
    ['its trust takes any first character', 'read', like(`?${EXTERNAL_ID.slice(1)}`), [wrongId('another first character')]],
    ['its trust takes any character in the middle', 'read', like(EXTERNAL_ID.replace('2', '?')), [wrongId('another one in the middle')]],
    ['its trust takes any last character', 'read', like(`${EXTERNAL_ID.slice(0, -1)}?`), [wrongId('another last character')]],
    ['its trust takes any ID of that length', 'read', like('?'.repeat(EXTERNAL_ID.length)),
      WRONG_IDS.filter((tried) => !/one character more|twice/.test(tried))],
    // As StringEqualsIgnoreCase does, among others.
    ['its trust takes the external ID in another case', 'read',
      { trust: (statement) => ({ ...statement, Condition: { StringEquals: { 'sts:ExternalId': [EXTERNAL_ID, 'K3j-2F9A'] } } }) },
      [wrongId('upper for lower case')]],
    ['its trust has the condition only where an ID is sent', 'read',
      { trust: (statement) => ({ ...statement, Condition: { StringEqualsIfExists: { 'sts:ExternalId': EXTERNAL_ID } } }) },
      ['Assume the role without an external ID']],
    ['it lists the whole bucket', 'read', { more: [allow('s3:ListBucket', '')] },
      ['List exports/, the folder above', 'List exports/raw, the folder without its slash', 'List the whole bucket', LIST.like, LIST.sibling, LIST.elsewhere]],
    ['it lists the folders beside it', 'read', { more: [{ ...allow('s3:ListBucket', ''), Condition: condition('exports/*/*') }] }, [LIST.like, LIST.sibling]],
    ['it lists folders of that name', 'read', { more: [{ ...allow('s3:ListBucket', ''), Condition: condition('*/raw/') }] }, [LIST.elsewhere]],
    ['it lists the folder above', 'read', { more: [{ ...allow('s3:ListBucket', ''), Condition: condition('exports/*') }] },
      ['List exports/, the folder above', 'List exports/raw, the folder without its slash', LIST.like, LIST.sibling]],
    ['it lists what starts like the folder', 'read', { more: [{ ...allow('s3:ListBucket', ''), Condition: condition('exports/raw*') }] },
      ['List exports/raw, the folder without its slash', LIST.like]],
    ['it reads any folder of the bucket that lies in another', 'read', { more: [allow('s3:GetObject', '/*/*')] }, Object.values(READ)],
    ['it reads the folders beside it', 'read', { more: [allow('s3:GetObject', '/exports/*/*')] }, [READ.like, READ.sibling]],
    ['it reads folders of that name', 'read', { more: [allow('s3:GetObject', '/*/raw/*')] }, [READ.elsewhere]],
    ['it reads folders that end like it', 'read', { more: [allow('s3:GetObject', '/exports/*raw/*')] }, [READ.like]],
    ['it writes any folder beside it', 'write', { more: [allow('s3:PutObject', '/exports/*/*')] }, [WRITE.like, WRITE.sibling]],
    ['it deletes in any folder beside it', 'read', { more: [allow('s3:DeleteObject', '/exports/?*/*')] }, ['Delete from exports/raw/', REMOVE.like, REMOVE.sibling]],
    ['it reads the folder above', 'read', { more: [allow('s3:GetObject', '/exports/*')] },
      [READ.above, READ.start, READ.like, READ.sibling]],
    ['it reads what starts like the folder', 'read', { more: [allow('s3:GetObject', '/exports/raw*')] },
      [READ.start, READ.like]],
    ['it reads and lists everything', 'read', { more: [allow(['s3:GetObject', 's3:ListBucket'], '', '/*')] },
      ['List exports/, the folder above', 'List exports/raw, the folder without its slash', 'List the whole bucket', LIST.like, LIST.sibling, LIST.elsewhere,
        ...Object.values(READ)]],
    ['it writes though it is for reading', 'read', { more: [allow('s3:PutObject', '/exports/raw/*')] }, ['Write into exports/raw/']],
    ['it writes what starts like the folder', 'write', { more: [allow('s3:PutObject', '/exports/raw*')] },
      [WRITE.start, WRITE.like]],
    ['it reads and lists though it is for writing', 'write',
      { more: [allow('s3:GetObject', '/exports/raw/*'), { ...allow('s3:ListBucket', ''), Condition: condition('exports/raw/*') }] },
      ['List exports/raw/', 'Read from exports/raw/']],
    ['it deletes though no mode includes that', 'read', { more: [allow('s3:DeleteObject', '/exports/raw/*')] }, ['Delete from exports/raw/']],
    ['it may do anything in the folder, though it is for reading', 'read', { more: [allow('s3:*', '/exports/raw/*')] },
      ['Write into exports/raw/', 'Delete from exports/raw/']],
    ['it may do anything in the folder, though it is for both', 'readWrite', { more: [allow('s3:*', '/exports/raw/*')] }, ['Clean up exports/raw/<probe>']],
    ['it deletes what starts like the folder', 'readWrite', { more: [allow('s3:DeleteObject', '/exports/raw?*')] },
      [REMOVE.start, REMOVE.like, 'Clean up exports/raw/<probe>']],
    ['it deletes above the folder', 'read', { more: [allow('s3:DeleteObject', '/exports/.*')] }, [REMOVE.above, REMOVE.sibling]],
    ['it cannot read', 'read', { statement: (statement) => ({ ...statement, Resource: 'arn:aws:s3:::acme-orders' }) }, ['Read from exports/raw/']],
    ['it cannot list', 'read', { statement: (statement) => ({ ...statement, Resource: 'arn:aws:s3:::acme-orders/exports/raw/*' }) }, ['List exports/raw/']],
    ['it cannot write', 'readWrite', { more: [{ ...allow('s3:PutObject', '/*'), Effect: 'Deny' }] }, ['Write into exports/raw/']],
  ];

  test.each(FLAWS)('where %s', async (_title, mode, changes, expected) => {
    const { exitCode, rows } = await verified(mode, { changes });

    expect(triedWith(rows, 'fail')).toEqual(expected);
    expect(triedWith(rows, 'error')).toEqual([]);
    expect(exitCode).toBe(1);
  });

  test('where it lists an empty prefix, which is another request than one without', async () => {
    const deployment = deployed('read', { options: { prefixes: ['raw'] } }, { more: [{ ...allow('s3:ListBucket', ''), Condition: condition('') }] });
    const args = argumentsFor(deployment, 'read', '--json').map((arg) => (arg === FOLDER ? 'raw' : arg));
    const { exitCode, rows } = await run(deployment, args, { objects: ['raw/one.csv'] });

    expect(triedWith(rows, 'fail')).toEqual(['List an empty prefix, the folder above']);
    expect(exitCode).toBe(1);
  });

  test('where it deletes outside, though deleting was agreed on inside', async () => {
    const { exitCode, rows } = await verified('read', { declared: DELETING, changes: { more: [allow('s3:DeleteObject', '/*')] }, args: ['--delete'] });

    expect(triedWith(rows, 'fail')).toEqual(Object.values(REMOVE));
    expect(exitCode).toBe(1);
  });

  test.each([
    ['read', 'Delete from exports/raw/'], ['readWrite', 'Clean up exports/raw/<probe>'],
  ] as const)('where it cannot delete, though that was agreed on, for %s', async (mode, tried) => {
    const { exitCode, rows } = await verified(mode, { args: ['--delete'] });

    expect(triedWith(rows, 'fail')).toEqual([tried]);
    expect(exitCode).toBe(1);
  });

  test('where the customer keeps its objects: only names that nobody uses are deleted', async () => {
    const { front } = await verified('read', { changes: { more: [allow('s3:*', '', '/*')] } });

    const deleted = front.received.filter(({ action }) => action === 's3:DeleteObject').map(({ key }) => key!);
    expect(deleted.filter((key) => !PROBE.test(key))).toEqual([]);
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test('with what it means for the customer', async () => {
    const { rows } = await verified('read', { changes: { trust: ({ Condition, ...rest }) => rest } });

    expect(rows[1].meaning).toMatch(/another customer .* confused deputy .*https:\/\/docs\.aws\.amazon\.com/);
  });

  test('and nothing of what it let through outside was written', async () => {
    const { rows, front } = await verified('read', { changes: { more: [allow('s3:PutObject', '/*')] } });

    expect(triedWith(rows, 'fail')).toEqual(['Write into exports/raw/', ...Object.values(WRITE)]);
    expect(rows.filter(({ tried }) => tried.startsWith('Clean up '))).toEqual([]);
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test('and what a stand-in for S3 keeps all the same is deleted', async () => {
    const { rows, front } = await verified('read', {
      changes: { more: [allow(['s3:PutObject', 's3:DeleteObject'], '/*')] }, options: { keepsAll: true },
    });

    expect(triedWith(rows, 'fail').filter((tried) => tried.startsWith('Write '))).toHaveLength(6);
    expect(rows.filter(({ tried, happened }) => tried.startsWith('Clean up ') && happened === 'deleted')).toHaveLength(6);
    expect([...front.objects.keys()]).toEqual(DATA.objects);
  });

  test('or stays, with its key', async () => {
    const { rows, front } = await verified('read', { changes: { more: [allow('s3:PutObject', '/exports/*')] }, options: { keepsAll: true } });
    const left = [...front.objects.keys()].filter((key) => !DATA.objects.includes(key));

    expect(left).toHaveLength(5);
    expect(rows.filter(({ happened }) => happened === 'stays').map(({ tried }) => tried)).toEqual(left.map((key) => `Clean up ${key}`));
  });

  test('where it lets nobody in, the other refusals show nothing', async () => {
    const deployment = deployed('read');
    const { exitCode, rows, front } = await run(deployment, argumentsFor(deployment, 'read', '--json').map((arg) => (arg === EXTERNAL_ID ? 'another-id' : arg)), DATA);

    expect(exitCode).toBe(1);
    expect(rows.slice(0, 8).map(({ status }) => status)).toEqual(['fail', ...Array(7).fill('note')]);
    expect(new Set(rows.slice(8).map(({ status }) => status))).toEqual(new Set(['skipped']));
    expect(front.received.filter(({ action }) => action.startsWith('s3:'))).toEqual([]);
  });
});

describe('a refusal that does not say what it missed', () => {
  test('of an object that may be missing is no proof, inside or outside', async () => {
    const { exitCode, rows } = await verified('read', { options: { objects: [], explains: false } });

    expect(triedWith(rows, 'note')).toEqual(['Read from exports/raw/', ...Object.values(READ)]);
    expect(exitCode).toBe(0);
  });

  test('of an object that is there is one', async () => {
    const { rows } = await verified('write', { options: { explains: false } });

    expect(triedWith(rows, 'pass')).toContain('Read from exports/raw/');
  });

  test('where it does say, it is one outside', async () => {
    const { rows } = await verified('read', { options: { objects: [] } });

    expect(triedWith(rows, 'note', 'fail')).toEqual(['Read from exports/raw/']);
  });
});

describe('what was not seen to work is not passed', () => {
  test('an empty folder, where nothing was read', async () => {
    const { rows, text } = await verified('read', { options: { objects: [] } });

    expect(rows.find(({ tried }) => tried === 'Read from exports/raw/')).toMatchObject({ status: 'note', meaning: expect.stringMatching(/nothing was read.*--object/) });
    // Listing was seen to work.
    expect(JSON.parse(text)).toMatchObject({ ok: true, conclusion: 'holds' });
  });

  test('an object that was named is read, though no listing shows it', async () => {
    const { front } = await verified('read', { args: ['--object', `${FOLDER}/deep/one.csv`], options: { objects: [`${FOLDER}/a.csv`, `${FOLDER}/deep/one.csv`] } });

    expect(front.received.filter(({ action }) => action === 's3:GetObject')[0].key).toBe(`${FOLDER}/deep/one.csv`);
  });

  const UNABLE: Changes = { more: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };

  test.each<readonly [string, readonly string[], Changes, FrontOptions]>([
    ['a role that can do nothing', ['--listing', 'refused'], UNABLE, { explains: false }],
    ['a role without listing, where nobody knows an object', ['--listing', 'refused'], {}, { explains: false }],
  ])('%s: the refusals show nothing', async (_title, args, changes, options) => {
    const { exitCode, text } = await verified('read', { declared: { options: { prefixes: [FOLDER], list: false } }, args, changes, options: { ...options, objects: [] } });

    expect(JSON.parse(text)).toMatchObject({ ok: false, conclusion: 'unshown', counts: { fail: 0, error: 0 } });
    expect(exitCode).toBe(3);
  });

  test('the table says so', async () => {
    const deployment = deployed('read', { options: { prefixes: [FOLDER], list: false } }, UNABLE);
    const { text } = await run(deployment, argumentsFor(deployment, 'read', '--listing', 'refused'), { objects: [], explains: false });

    expect(text).toContain('Nothing of what was agreed on was seen to work, so this shows nothing: a role that can do nothing is refused in the same way.');
  });
});

describe('what somebody else has refused is no refusal of the role', () => {
  const assuming = (which: (externalId: string | undefined) => boolean, message: string): FrontOptions => ({
    fault: ({ action, externalId }) => (action === 'sts:AssumeRole' && which(externalId) ? { status: 403, code: 'AccessDenied', message } : undefined),
  });
  const refusal = (how: string) => `User: arn:aws:iam::999988887777:user/u is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/r ${how}`;

  test.each([
    'because no identity-based policy allows the sts:AssumeRole action',
    'with an explicit deny in a service control policy',
    'because no permissions boundary allows the sts:AssumeRole action',
  ])('the caller\'s own permissions: %s', async (how) => {
    const { exitCode, rows, text } = await verified('read', { options: assuming(() => true, refusal(how)) });

    expect(new Set(rows.slice(0, 8).map(({ status }) => status))).toEqual(new Set(['note']));
    expect(rows[0].meaning).toContain('Let the caller use sts:AssumeRole on this role');
    expect(JSON.parse(text)).toMatchObject({ ok: false, conclusion: 'unshown' });
    expect(exitCode).toBe(3);
  });

  test('the caller\'s own permissions, which depend on the external ID', async () => {
    const options = assuming((externalId) => externalId !== EXTERNAL_ID, refusal('because no identity-based policy allows the sts:AssumeRole action'));
    const { rows } = await verified('read', { changes: { trust: ({ Condition, ...rest }) => rest }, options });

    expect(triedWith(rows, 'note')).toEqual(['Assume the role without an external ID', ...WRONG_IDS]);
  });

  const OF_KMS = (action: string) => `User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: ${action} on the resource associated with this ciphertext `
    + `because no identity-based policy allows the ${action} action`;

  test.each([
    ['s3:PutObject', 'kms:GenerateDataKey', 'Write into exports/raw/', WRITE],
    ['s3:GetObject', 'kms:Decrypt', 'Read from exports/raw/', READ],
  ] as const)('KMS, at %s', async (refused, missed, inside, outside) => {
    const fault: FrontOptions['fault'] = ({ action }) => (action === refused ? { status: 403, code: 'AccessDenied', message: OF_KMS(missed) } : undefined);
    const closed = await verified(refused === 's3:PutObject' ? 'read' : 'write', { options: { fault } });
    const open = await verified(refused === 's3:PutObject' ? 'write' : 'read', { options: { fault } });

    expect(triedWith(closed.rows, 'note')).toEqual(expect.arrayContaining([inside, ...Object.values(outside)]));
    // Where it was agreed on, it does not work, whatever the reason.
    expect(triedWith(open.rows, 'fail')).toEqual([inside]);
  });
});

describe('what fails outside is no refusal', () => {
  const on = (action: string, fault: object): FrontOptions => ({ fault: (received) => (received.action === action ? fault : undefined) });
  test.each([
    ['500', { status: 500 }, 'InternalError'],
    ['503', { status: 503, code: 'SlowDown', message: 'Reduce your rate' }, 'SlowDown'],
    ['throttling', { status: 400, code: 'Throttling', message: 'Rate exceeded' }, 'Throttling'],
    ['an expired token', { status: 400, code: 'ExpiredToken', message: 'Expired' }, 'ExpiredToken'],
    ['an unknown access key, though it is a 403', { status: 403, code: 'InvalidAccessKeyId', message: 'Unknown' }, 'InvalidAccessKeyId'],
    ['a wrong clock, though it is a 403', { status: 403, code: 'RequestTimeTooSkewed', message: 'Skewed' }, 'RequestTimeTooSkewed'],
  ])('%s from S3', async (_title, fault, code) => {
    const { exitCode, rows } = await verified('read', { options: on('s3:ListBucket', fault) });

    expect(exitCode).toBe(3);
    expect(rows.filter(({ status }) => status === 'error').map(({ tried, meaning }) => `${tried} ${meaning!.split(':')[0]}`)).toEqual([
      `List exports/raw/ ${code}`, `List exports/, the folder above ${code}`, `List exports/raw, the folder without its slash ${code}`,
      `List the whole bucket ${code}`, ...[LIST.like, LIST.sibling, LIST.elsewhere].map((tried) => `${tried} ${code}`),
    ]);
  });

  test.each([
    ['sts:GetCallerIdentity', 'Find out who asks'],
    ['sts:AssumeRole', 'Assume the role with the external ID'],
  ])('expired credentials at %s', async (action, tried) => {
    const { exitCode, rows } = await verified('read', { options: on(action, { status: 403, code: 'ExpiredToken', message: 'Expired' }) });

    expect(exitCode).toBe(3);
    expect(triedWith(rows, 'error')[0]).toBe(tried);
    expect(triedWith(rows, 'pass', 'fail')).toEqual([]);
  });

  test('throttling of a wrong external ID is no refusal of it', async () => {
    const fault: FrontOptions['fault'] = ({ externalId }) =>
      (externalId !== undefined && externalId !== EXTERNAL_ID ? { status: 400, code: 'Throttling', message: 'Rate exceeded' } : undefined);
    const { exitCode, rows } = await verified('read', { options: { fault } });

    expect(triedWith(rows, 'error')).toEqual(WRONG_IDS);
    expect(exitCode).toBe(3);
  });

  test('a finding stands, whatever failed beside it', async () => {
    const { exitCode, rows } = await verified('read', {
      changes: { more: [allow('s3:PutObject', '/exports/raw/*')] }, options: on('s3:GetObject', { status: 500 }),
    });

    expect(triedWith(rows, 'error')).not.toEqual([]);
    expect(exitCode).toBe(1);
  });

  test('nobody listens', async () => {
    const deployment = deployed('read');
    const { exitCode, text } = await command([...argumentsFor(deployment, 'read', '--json'), '--endpoint-url', 'http://127.0.0.1:1']);

    expect(exitCode).toBe(3);
    expect(JSON.parse(text).rows[0]).toMatchObject({ status: 'error', meaning: expect.stringContaining('ECONNREFUSED') });
  });
});
