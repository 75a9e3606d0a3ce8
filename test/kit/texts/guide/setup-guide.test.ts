import { KitFacts, launchLink, resolveKit } from '../../../../src/kit/form';
import { templateParameters } from '../../../../src/kit/form/parameters';
import { templateRules } from '../../../../src/kit/stack/template-rules';
import { codeBlock, codeSpan, escapeMarkdown, policyFiles, table } from '../../../../src/kit/texts';
import { setupGuide } from '../../../../src/kit/texts/guide';
import { factsOf, FIVE, HOSTILE } from '../../setup-support';

const CALL_BACK = { account: '999988887777', topicName: 'on-role' };

const KITS: Readonly<Record<string, KitFacts>> = {
  ...Object.fromEntries(Object.entries(FIVE).map(([name, { facts }]) => [name, facts])),
  'hostile': factsOf(HOSTILE),
  'not published': { ...FIVE.cloudglue.facts, templateUrl: undefined, version: undefined },
  'ID of the stack': { ...FIVE.cloudglue.facts, externalId: 'derived' },
  'call-back': { ...FIVE.cloudglue.facts, callBack: CALL_BACK },
  'call-back, later': { ...FIVE.apperate.facts, callBack: CALL_BACK },
  'call-back without an ID': { ...FIVE.coactive.facts, callBack: CALL_BACK },
  'one region, one bucket': { ...FIVE.creativeForce.facts, regions: ['eu-west-1'], slots: 1 },
};

/** What stands in fences, without the indentation of a list. */
function blocks(guide: string): string[] {
  return [...guide.matchAll(/^( *)```json\n([^]*?)\n\1```$/gm)].map(([, indent, code]) => code.replace(new RegExp(`^${indent}`, 'gm'), ''));
}

describe.each(Object.entries(KITS))('the guide of %s', (_, facts) => {
  const guide = setupGuide(facts);
  const policies = policyFiles(facts);

  test('has policies of the kit in its code blocks, and names all of them', () => {
    const known = policies.map(({ content }) => content.trimEnd());
    const shown = blocks(guide);
    expect(shown.length).toBeGreaterThan(2);
    shown.forEach((block) => expect(known).toContain(block));
    policies.forEach(({ path }) => expect(guide).toContain(`\`${path}\``));
  });

  test('explains every placeholder', () => {
    const explained = [...guide.matchAll(/^\| `<([A-Z_]+)>` \| \S/gm)].map(([, name]) => name);
    const used = policies.flatMap(({ content }) => [...content.matchAll(/<([A-Z_]+)>/g)].map(([, name]) => name));
    expect(explained).toEqual([...new Set(used)].sort());
    expect(guide).not.toMatch(/undefined|\[object|NaN/);
  });

  test('explains the parameters of the template, and no other', () => {
    const rows = [...guide.matchAll(/^\| [^|]*\(`([A-Za-z0-9]+)`\) \| \S/gm)].map(([, name]) => name);
    expect([...rows].sort()).toEqual(Object.keys(templateParameters({ ...facts, slots: 1 })).sort());
    expect(guide.includes(`\`BucketName${facts.slots}\``)).toBe(facts.slots > 1);
  });

  test('names rules of the template', () => {
    const rules = [...new Set([...guide.matchAll(/`(BucketHas\w+)`/g)].map(([, name]) => name))];
    const { vendor } = resolveKit({ definition: facts.vendor, _kind: facts.principalKind });
    expect(rules).toEqual(Object.keys(templateRules(facts, vendor)).filter((name) => name.startsWith('BucketHas')).slice(0, 2));
  });

  test('links to what is there', () => {
    const targets = [...guide.matchAll(/\]\((?!<)([^)\s]+)\)/g)].map(([, target]) => target);
    const links = facts.templateUrl === undefined ? [] : facts.regions.map((region) => launchLink(facts, { region }));
    expect(targets.filter((target) => target.includes('quickcreate'))).toEqual(links);
    const headings = [...guide.matchAll(/^## (.*)$/gm)].map(([, heading]) => `#${heading.toLowerCase().replace(/ /g, '-')}`);
    targets.filter((target) => target.startsWith('#')).forEach((target) => expect(headings).toContain(target));
    expect(headings).toContain('#end-the-access');
  });

  test('has nothing of the vendor\'s that is not text', () => {
    const { name } = facts.vendor;
    expect(guide).toContain(`# Give ${escapeMarkdown(name)} access`);
    // What is left is the guide's own.
    const own = guide.split(escapeMarkdown(name)).join('');
    expect(own).not.toContain('touch x');
    expect(own.replace(/`[^`\n]*`/g, '')).not.toMatch(/<\/?(script|b)>/);
  });
});

test('the guide says which folders are needed, and what to do where one is missing', () => {
  const one = setupGuide({ ...FIVE.cloudglue.facts, slots: 1 });
  const two = setupGuide({ ...FIVE.cloudglue.facts, slots: 2 });
  expect(one).toMatch(/\(`Prefix`\) \|[^|]*`\*` for everything in the bucket\. \| yes \|/);
  expect(one).toMatch(/If a folder is empty from before, where that meant the whole bucket, enter one, or\n`\*` for the whole bucket\./);
  expect(one).not.toContain('leave its other fields');
  expect(two).toContain('leave its other fields as they were');
});

test.each<[string, KitFacts, RegExp[], RegExp[]]>([
  ['a vendor that names its principal later', KITS.apperate, [/^## In two steps$/m, /trust-pending\.json/, /later updates\nof the stack keep it, those of `ExternalId` and `VendorPrincipalArn` too/, /Invalid principal/], []],
  ['a vendor whose principal is known', KITS.creativeForce, [/later updates\nof the stack keep it, those of `ExternalId` too/], [/^## In two steps$/m, /VendorPrincipalArn/, /Invalid principal/]],
  ['a vendor without external IDs', KITS.coactive, [/sends no external ID/, /somebody added an external ID/, /of the stack keep it, those of `VendorPrincipalArn` too\. To resume/, /an update that changes `VendorPrincipalArn` writes it anew/], [/`ExternalId`/, /EXTERNAL_ID/, /both sides have the same/]],
  ['a vendor that issues the external ID', KITS.hotglue, [/it issued it/, /hotglue shows you/], [/that you choose/]],
  ['a customer that chooses the external ID', KITS.cloudglue, [/that you choose, hard to guess/, /- the external ID: `ExternalId`/], [/it issued it/]],
  ['an external ID of the stack', KITS['ID of the stack'], [/the stack makes an external ID of its own/, /external ID that the stack made/], [/hard to guess/]],
  ['a fixed role name', KITS.cloudglue, [/the name `cloudglue-external-s3-access-role`/, /with custom names/, /an account has one role of a name/], [/`RoleName` /]],
  ['a free role name', KITS.hotglue, [/such as `hotglue-s3-access`/, /unless you change `RoleName`/], [/with custom names/, /an account has one role of a name/]],
  ['a vendor that reads', KITS.apperate, [/403 when listing/], [/403 when writing/]],
  ['a vendor that demands encryption', KITS.creativeForce, [/as `AES256` or `aws:kms`/], []],
  ['a vendor with documentation', KITS.hostile, [/\]\(<https:\/\/acme\.example\/setup\?a=b&c=\*d>\)/], []],
  ['a vendor without', KITS.cloudglue, [], [/See also/]],
  ['a stack that tells nobody', KITS.cloudglue, [/The stack holds one IAM role with its policies\. /, /may be in any of\nthem/, /You tell it to Cloudglue/, /^Give Cloudglue:$/m], [/CallBack/, /SNS/, /tells Cloudglue/, /tells nobody/]],
  ['a stack that tells the vendor', KITS['call-back'], [
    /`CallBack`, which tells Cloudglue the ARN of the role and the external ID: when the stack is created/, /SNS topic `on-role` of account\n`999988887777`/, /with the version of the template, and what CloudFormation adds/, /the ID of the stack, and an address/,
    /within 5 minutes/, /A deletion is not told/, /only where that topic is: `eu-west-1`, `us-east-1`\./, /The stack tells it to Cloudglue/,
    /^The stack tells Cloudglue the ARN of the role and the external ID by itself\. Give Cloudglue what else is here; all of it after a set-up by hand/m,
    /The stack tells Cloudglue the new one\./, /The stack does not tell Cloudglue so\./, /delete the stack, which tells nobody/, /rule: `RegionHasTopic` \| Create it in `eu-west-1` or `us-east-1`/, /fails at `CallBack` \| Cloudglue did not answer/,
  ], [/may be in any of/, /You tell it/, /^Give Cloudglue:$/m]],
  ['a stack that tells a vendor of a role that waits for its principal', KITS['call-back, later'], [/2\. The stack tells IEX Cloud Apperate the ARN of the role\. IEX Cloud Apperate then gives you/], [/2\. Give the ARN/]],
  ['a stack that tells a vendor without external IDs', KITS['call-back without an ID'], [/which tells Coactive the ARN of the role: when/], [/and the external ID/]],
  ['a stack that tells the vendor, without an address', { ...KITS['call-back'], templateUrl: undefined, version: undefined }, [/open CloudFormation in `eu-west-1` or `us-east-1`\. Choose/], [/the version of the template, and what/]],
  ['a template without an address', KITS['not published'], [/Upload a template/, /upload the new file/], [/quickcreate/, /This guide is of version/]],
  ['a template with one', KITS.cloudglue, [/version `1\.0\.0`/, /such as `https:\/\/acme-kits\.s3/, /Other regions: \[us-east-1\]/], [/Upload a template/]],
  ['one region', KITS['one region, one bucket'], [/quickcreate/], [/Other regions/]],
])('the guide for %s', (_, facts, says, doesNot) => {
  const guide = setupGuide(facts);
  says.forEach((text) => expect(guide).toMatch(text));
  doesNot.forEach((text) => expect(guide).not.toMatch(text));
});

test.each(Object.entries(KITS))('the guide of %s suspends by what its template takes, and never by the trust policy', (_, facts) => {
  const [section] = /## Suspend the access[^]*?(?=\n## )/.exec(setupGuide(facts))!;
  const [, parameter, arn] = /set `(\w+)` to `(arn:[^`]+)`/.exec(section)!;
  const { allowedPattern } = templateParameters(facts)[parameter];
  expect(arn).toBe(`arn:${facts.vendor.partition ?? 'aws'}:iam::aws:policy/AWSDenyAll`);
  expect(arn).toMatch(new RegExp(allowedPattern!));
  expect(section).toContain('Do not\nsuspend by editing the trust policy');
});

test('the same facts give the same bytes', () => {
  Object.values(KITS).forEach((facts) => expect(setupGuide(JSON.parse(JSON.stringify(facts)))).toBe(setupGuide(facts)));
});

describe('Markdown', () => {
  test.each([
    ['a b', 'a b'],
    ['*a* _b_ `c` [d](e) #', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\]\\(e\\) \\#'],
    ['<b> &amp;', '&#60;b\\> &#38;amp\\;'],
    ['a\n# b', 'a\\\\u000a\\# b'],
  ])('text %j', (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['a``b`', '``` a``b` ```'],
    ['`', '`` ` ``'],
    ['a\nb', '`a\\u000ab`'],
  ])('code %j', (code, markdown) => expect(codeSpan(code)).toBe(markdown));

  test('a block is longer than the fences in it', () => {
    expect(codeBlock('json', 'a\n')).toBe('```json\na\n```');
    expect(codeBlock('', '```\nb\n````')).toBe('`````\n```\nb\n````\n`````');
  });

  test('a cell stays one', () => {
    expect(table(['a', 'b'], [['x|y', 'c\\|d']])).toBe('| a | b |\n| --- | --- |\n| x\\|y | c\\|d |');
  });
});
