import { spawnSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Setup } from '../../../src/kit/form';
import { awsCli } from '../../../src/kit/texts';
import { describeRole } from '../../../src/policy/aws';
import { ACCOUNT, bucketOf, factsOf, FIVE, HOSTILE, HOSTILE_PREFIXES, inputFor, KEY, REGION, setupOf } from '../setup-support';

/** Stands in for the AWS CLI: notes down its arguments, and answers as the test wants. */
const STUB = `
aws() {
  number=$(ls "$CALLS" | wc -l)
  printf '%s\\0' "$@" > "$CALLS/$(printf '%03d' "$number")"
  case "$1 $2" in
    'sts get-caller-identity') bash -c '[ "$AWS_REGION" = "$WANTED_REGION" ] && [ -z "\${AWS_PAGER-unset}" ]' && echo "$SIGNED_IN" ;;
    'iam create-role') [ "$ROLE_EXISTS" = no ] || return 254 ;;
    'iam get-policy') [ "$POLICY_EXISTS" = yes ] || return 254 ;;
    'iam list-policy-versions') printf 'v1\\tv2\\n' ;;
    'iam list-attached-role-policies') printf '%s\\n' "$ATTACHED" ;;
    'iam get-role') echo "arn:aws:iam::$SIGNED_IN:role/the-role" ;;
  esac
}
`;

interface Run {
  readonly status: number | null;
  readonly out: string;
  /** Commands with their options. */
  readonly calls: ReadonlyArray<{ readonly command: string; readonly options: Record<string, string> }>;
  /** Files that appeared where it ran. */
  readonly left: readonly string[];
}

function run(script: string, env: Record<string, string> = {}, after = ''): Run {
  const calls = mkdtempSync(join(tmpdir(), 'calls-'));
  const cwd = mkdtempSync(join(tmpdir(), 'cwd-'));
  try {
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-c', `${STUB}\n${script}${after}`], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, CALLS: calls, SIGNED_IN: ACCOUNT, ROLE_EXISTS: 'no', POLICY_EXISTS: 'no', ATTACHED: '', WANTED_REGION: REGION, ...env },
    });
    return {
      status,
      out: stdout,
      calls: readdirSync(calls).sort().map((file) => callOf(readFileSync(join(calls, file), 'utf8').split('\0').slice(0, -1))),
      left: readdirSync(cwd),
    };
  } finally {
    rmSync(calls, { recursive: true });
    rmSync(cwd, { recursive: true });
  }
}

function callOf([service, command, ...rest]: string[]): Run['calls'][number] {
  const options: Record<string, string> = {};
  for (let option = rest.shift(); option !== undefined; option = rest.shift()) {
    const [, name, value] = /^--([a-z-]+)(?:=([^]*))?$/.exec(option) ?? fails(`no option: ${option}`);
    options[name] = value ?? (rest[0]?.startsWith('--') === false ? rest.shift()! : '');
  }
  return { command: `${service} ${command}`, options };
}

function fails(message: string): never {
  throw new Error(message);
}

/** What the calls hand to IAM, as documents. */
function made({ calls }: Run) {
  const one = (command: string) => calls.filter((call) => call.command === command).map(({ options }) => options);
  return {
    trust: one('iam create-role').map((options) => JSON.parse(options['assume-role-policy-document'])),
    inline: one('iam put-role-policy').map((options) => JSON.parse(options['policy-document'])),
    managed: one('iam create-policy').map((options) => JSON.parse(options['policy-document'])),
    role: one('iam create-role')[0],
    names: [...new Set(calls.flatMap(({ options }) => options['role-name'] ?? []))],
    attached: one('iam attach-role-policy').map((options) => options['policy-arn']),
  };
}

function expectMade(setup: Setup): Run {
  const result = run(awsCli(setup));
  expect(result).toMatchObject({ status: 0, out: expect.stringContaining(`arn:aws:iam::${ACCOUNT}:role/the-role\n`), left: [] });
  expect(made(result)).toMatchObject({
    trust: [setup.trust],
    inline: [setup.inlinePolicy],
    managed: setup.managedPolicies,
    names: [setup.roleName],
    role: { description: describeRole(setup.facts.vendor.name) },
  });
  return result;
}

const HOSTILE_FACTS = factsOf(HOSTILE);

test.each(Object.entries(FIVE))('the commands make the role of %s', (_, { facts, principalArn }) => {
  expectMade(setupOf(facts, inputFor(facts, principalArn, { buckets: [bucketOf({ prefix: 'raw', keyArn: KEY }), bucketOf({ bucketName: 'ledger' })] })));
});

test('the commands hand on every character, and run none of it', () => {
  const facts = { ...HOSTILE_FACTS, slots: HOSTILE_PREFIXES.length };
  const buckets = HOSTILE_PREFIXES.map((prefix, i) => bucketOf({ bucketName: `bucket-${i}`, prefix }));
  expectMade(setupOf(facts, inputFor(facts, '', { roleName: '-=x,@+', externalId: '=@,/:', buckets })));
});

test('the calls, in their order', () => {
  const { facts } = FIVE.cloudglue;
  const result = expectMade(setupOf(facts, inputFor(facts, '')));
  expect(result.calls.map(({ command }) => command)).toEqual(['sts get-caller-identity', 'iam create-role', 'iam put-role-policy', 'iam get-role']);
  expect(result.calls[2].options).toMatchObject({ 'role-name': 'cloudglue-external-s3-access-role', 'policy-name': 'VendorS3Access' });
});

describe('what does not fit into the inline policy', () => {
  const facts = { ...FIVE.cloudglue.facts, slots: 40 };
  const buckets = Array.from({ length: 40 }, (_, i) => bucketOf({ bucketName: `bucket-${i}`, prefix: `p${i}/${'x'.repeat(200)}`, mode: 'readWrite' }));
  const setup = setupOf(facts, inputFor(facts, '', { buckets }));
  const arns = setup.managedPolicies.map((_, i) => `arn:aws:iam::${ACCOUNT}:policy/${setup.roleName}-${i + 1}`);

  test('becomes managed policies, attached to the role', () => {
    expect(setup.managedPolicies.length).toBeGreaterThan(1);
    expect(made(expectMade(setup)).attached).toEqual(arns);
  });

  test('is brought up to date, with room made for the new version', () => {
    const result = run(awsCli(setup).replace('update=\'no\'', 'update=\'yes\''), { ROLE_EXISTS: 'yes', POLICY_EXISTS: 'yes' });
    expect(result.status).toBe(0);
    const versions = result.calls.filter(({ command }) => command === 'iam create-policy-version').map(({ options }) => options);
    expect(versions.map((options) => JSON.parse(options['policy-document']))).toEqual(setup.managedPolicies);
    versions.forEach((options, i) => expect(options).toMatchObject({ 'policy-arn': arns[i], 'set-as-default': '' }));
    expect(result.calls.filter(({ command }) => command === 'iam delete-policy-version').map(({ options }) => options)).toEqual(
      arns.flatMap((arn) => ['v1', 'v2'].map((version) => ({ 'policy-arn': arn, 'version-id': version }))));
    expect(result.calls.map(({ command }) => command)).not.toContain('iam create-policy');
  });

  test('is detached by an update that needs less of it, and nothing else is', () => {
    const others = [`arn:aws:iam::${ACCOUNT}:policy/${setup.roleName}-x`, `arn:aws:iam::${ACCOUNT}:policy/${setup.roleName}-11`, 'arn:aws:iam::aws:policy/ReadOnlyAccess', `${arns[0]}-2`];
    const stale = [3, 9, 10].map((number) => `arn:aws:iam::${ACCOUNT}:policy/${setup.roleName}-${number}`);
    const less = { ...setup, managedPolicies: setup.managedPolicies.slice(0, 2) };
    const result = run(awsCli(less).replace('update=\'no\'', 'update=\'yes\''), { ROLE_EXISTS: 'yes', ATTACHED: [...arns.slice(0, 2), ...others, ...stale].join('\t') });
    expect(result.status).toBe(0);
    expect(result.calls.filter(({ command }) => command === 'iam detach-role-policy').map(({ options }) => options)).toEqual(
      stale.map((arn) => ({ 'role-name': setup.roleName, 'policy-arn': arn })));
    const none = run(awsCli({ ...setup, managedPolicies: [] }).replace('update=\'no\'', 'update=\'yes\''), { ROLE_EXISTS: 'yes', ATTACHED: arns[0] });
    expect(none.calls.map(({ command }) => command)).toContain('iam detach-role-policy');
  });

  test('is made where an update needs a policy more', () => {
    const result = run(awsCli(setup).replace('update=\'no\'', 'update=\'yes\''), { ROLE_EXISTS: 'yes' });
    expect(made(result)).toMatchObject({ managed: setup.managedPolicies, attached: arns });
  });
});

describe('a run', () => {
  const { facts } = FIVE.creativeForce;
  const setup = setupOf(facts, inputFor(facts, ''));

  test('of an update replaces trust and permissions of the role that is there', () => {
    const { status, calls } = run(awsCli(setup).replace('update=\'no\'', 'update=\'yes\''), { ROLE_EXISTS: 'yes' });
    expect(status).toBe(0);
    expect(calls.map(({ command }) => command)).toEqual([
      'sts get-caller-identity', 'iam update-assume-role-policy', 'iam put-role-policy', 'iam list-attached-role-policies', 'iam get-role',
    ]);
    expect(JSON.parse(calls[1].options['policy-document'])).toEqual(setup.trust);
  });

  test('fails where a role of that name exists, and changes nothing about it', () => {
    const { status, calls, out } = run(awsCli(setup), { ROLE_EXISTS: 'yes' });
    expect(status).toBe(254);
    expect(calls.map(({ command }) => command)).toEqual(['sts get-caller-identity', 'iam create-role']);
    expect(out).toBe('');
  });

  test('fails in another account before anything is made', () => {
    const { status, calls } = run(awsCli(setup), { SIGNED_IN: '444455556666' });
    expect(status).toBe(1);
    expect(calls.map(({ command }) => command)).toEqual(['sts get-caller-identity']);
  });

  test('leaves the shell open, and its settings as they were', () => {
    const { out } = run(awsCli(setup), { SIGNED_IN: '444455556666' }, 'false\necho "open ${AWS_REGION-unset} ${role_name-unset} $-"');
    expect(out).toMatch(/^open unset unset [^eu]*$/m);
  });

  test('is in the partition of the region', () => {
    expect(run(awsCli({ ...setup, region: 'cn-north-1' }), { WANTED_REGION: 'cn-north-1' }).status).toBe(0);
    expect(run(awsCli({ ...setup, region: 'cn-north-1' })).status).toBe(1);
  });
});

test('no exclamation mark stands where an older shell would look for its history', () => {
  const facts = factsOf({ name: 'Acme', accounts: ['999988887777'] });
  const setup = setupOf(facts, inputFor(facts, '', { buckets: [bucketOf({ prefix: 'wow!rm/!!' })] }));
  expectMade(setup);
  expect(awsCli(setup).replace(/ != /g, '')).not.toContain('!');
});

test('nothing that was typed stands in a comment, which some shells would run', () => {
  const facts = { ...HOSTILE_FACTS, slots: 1 };
  const comments = (script: string) => script.split('\n').filter((line) => line.startsWith('#'));
  const { facts: plain } = FIVE.creativeForce;
  expect(comments(awsCli(setupOf(facts, inputFor(facts, ''))))).toEqual(comments(awsCli(setupOf(plain, inputFor(plain, '')))));
});
