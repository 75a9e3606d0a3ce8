import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vendor } from '../src';
import { ACCESS } from './cases/access';
import { ACCOUNT, BadInput, makeRole } from './cases/bad-input';
import { BUCKETS } from './cases/buckets';
import { DEFINITION_FILES } from './cases/definition-files';
import { DEFINITIONS } from './cases/definitions';
import { ENCRYPTION_KEYS } from './cases/encryption-keys';
import { EXTERNAL_IDS } from './cases/external-ids';
import { KEYS } from './cases/keys';
import { LIMITS } from './cases/limits';
import { PRINCIPALS } from './cases/principals';
import { QUOTA_OVERRUNS } from './cases/quotas';
import { ROLE_PROPS } from './cases/role-props';
import { TEMPLATES } from './cases/templates';
import { UNRESOLVED } from './cases/unresolved';
import { USER_PROPS } from './cases/user-props';
import { ERRORS } from '../src/policy/base';
import { CODES } from '../src/policy/base/codes';

const TOPICS: Readonly<Record<string, readonly BadInput[]>> = {
  'external IDs': EXTERNAL_IDS,
  'principals': PRINCIPALS,
  'buckets': BUCKETS,
  'object keys': KEYS,
  'key templates': TEMPLATES,
  'KMS keys': ENCRYPTION_KEYS,
  'access': ACCESS,
  'properties of a role': ROLE_PROPS,
  'properties of a user': USER_PROPS,
  'expiry and addresses': LIMITS,
  'vendor definitions': DEFINITIONS,
  'vendor definition files': DEFINITION_FILES,
  'quotas': QUOTA_OVERRUNS,
};

/** One line: what it is, where, what was received, what to do. */
const SHOWN = /"(?:[^"\\]|\\.)*"|".*?… \(\d+ characters\)|[^";][^;]*?/;
const MESSAGE = new RegExp(`^(?<code>[A-Z][A-Za-z]+) \\[(?<place>[^\\]]+)\\] (?<finding>\\S.*?: received (?:${SHOWN.source})); (?<wayOut>\\S.*)$`);

function stackIn(region: string | undefined): Stack {
  return new Stack(new App(), 'Test', region === undefined ? {} : { env: { region } });
}

function errorOf(run: () => void): Error & { code?: string } {
  try {
    run();
  } catch (e) {
    return e as Error;
  }
  throw new Error('nothing was thrown');
}

describe.each(Object.entries(TOPICS))('bad input: %s', (_topic, cases) => {
  test.each(cases.map((input) => [input.wrong, input] as const))('fails for %s', (_wrong, { code, finding, says, place, region, build }) => {
    const error = errorOf(() => build(stackIn(region)));

    expect(`${error.name}: ${error.message}`).toMatch(/^VendorS3AccessError: /);
    expect(error.code).toBe(code);
    const parts = MESSAGE.exec(error.message)?.groups ?? { whole: error.message };
    expect(parts).toEqual({
      code,
      place: place instanceof RegExp ? expect.stringMatching(place) : place ?? 'Test/Access',
      finding: finding instanceof RegExp ? expect.stringMatching(finding) : finding,
      wayOut: expect.stringContaining(says),
    });
    // eslint-disable-next-line no-control-regex
    expect(error.message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  });
});

/** Codes of the one-click kit; test/kit/ has their cases. Regions are typed only there. */
const ONE_CLICK = [...Object.keys(CODES.kit), 'RegionInvalid'];

/** Codes of what only the validation at synth can see; test/cooperation/ has their cases. */
const AT_SYNTH = ['AttachedPoliciesExceeded', 'BucketPolicyDuplicate', 'ReferenceCircle', 'ValueChanged'];

describe('the cases', () => {
  const all = Object.values(TOPICS).flat();

  test('are told apart by what is wrong', () => {
    const names = all.map(({ wrong }) => wrong);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('produce every error code', () => {
    const produced = new Set<string>([...all.map(({ code }) => code), ...AT_SYNTH]);
    expect(Object.keys(ERRORS).filter((code) => !produced.has(code) && !ONE_CLICK.includes(code))).toEqual([]);
  });
});

describe('the table of errors', () => {
  test.each(Object.entries(CODES))('is sorted: %s', (_ring, codes) => {
    expect(Object.keys(codes)).toEqual(Object.keys(codes).sort());
  });

  test('has each code once', () => {
    expect(Object.values(CODES).flatMap((codes) => Object.keys(codes)).sort()).toEqual(Object.keys(ERRORS).sort());
  });

  test('explains each code in one sentence of its own', () => {
    const texts = Object.values(ERRORS);
    expect(new Set(texts).size).toBe(texts.length);
    texts.forEach((text) => expect(text).toMatch(/^[A-Z].*\.$/));
  });
});

test('the longest path of a role passes, and keeps its ARN out of the description', () => {
  const stack = stackIn(undefined);
  const arn = `arn:aws:iam::${ACCOUNT}:role/${'p'.repeat(510)}/${'n'.repeat(64)}`;
  makeRole(stack, { vendor: Vendor.role(arn) });
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Principal: { AWS: arn } }] },
    Description: 'Lets an AWS role reach the S3 data declared for it, and nothing else',
  });
});

describe('values known only at deployment', () => {
  test.each(UNRESOLVED.map((input) => [input.place, input] as const))('pass as %s', (_place, { build }) => {
    const stack = stackIn(undefined);
    build(stack);
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toMatch(/\{"Ref":"Value"\}/);
  });
});
