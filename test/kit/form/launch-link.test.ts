import { checkTemplateUrl, KitFacts, launchLink, launchParameters } from '../../../src/kit/form';
import { checkStackName } from '../../../src/kit/form/launch-link';
import { templateParameters } from '../../../src/kit/form/parameters';
import { bucketOf, factsOf, FIVE, HOSTILE_PREFIXES, inputOf, KEY, ROLE_ARN, TEMPLATE_URL } from '../setup-support';

const ACME = factsOf({ name: 'Acme', accounts: ['999988887777'] });

/** A kit for ten buckets. */
const TEN: KitFacts = { ...ACME, slots: 10 };

/** The ARN of a policy, of a length. */
function boundary(length: number): string {
  const start = 'arn:aws:iam::111122223333:policy/';
  return start + 'x'.repeat(length - start.length);
}

/** Folders of ten buckets, of a length in all; each character takes three in a link. */
function folders(length: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`Prefix${i === 0 ? '' : i + 1}`, '%'.repeat(length / 10)]));
}

/** Reads a link as the console does: the fragment is an address of its own, with a query. */
function opened(link: string): { origin: string; path: string; query: Record<string, string>; names: string[]; pairs: number } {
  const url = new URL(link);
  const [path, search, ...more] = url.hash.slice(1).split('?');
  expect(more).toEqual([]);
  const query = new URLSearchParams(search);
  return {
    origin: `${url.origin}${url.pathname}${url.search}`,
    path,
    query: Object.fromEntries(query),
    names: [...query.keys()],
    pairs: search.split('&').length,
  };
}

/** A kit for a region of another partition. */
function elsewhere(region: string, urlSuffix: string): KitFacts {
  return { ...ACME, regions: [region], templateUrl: `https://kits.s3.${region}.${urlSuffix}/t.json` };
}

test('a link opens the quick-create page with the template and the name of the stack', () => {
  expect(launchLink(ACME, { region: 'eu-west-1' })).toBe(
    'https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacks/quickcreate'
    + '?templateURL=https%3A%2F%2Facme-kits.s3.eu-west-1.amazonaws.com%2Facme%2F1.0.0%2Ftemplate.json&stackName=VendorAccess');
});

test('the template may be published in another region of the partition', () => {
  expect(opened(launchLink(ACME, { region: 'us-east-1' }))).toMatchObject({
    origin: 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1',
    query: { templateURL: TEMPLATE_URL },
  });
});

test.each([
  ['cn-north-1', 'amazonaws.com.cn', 'https://cn-north-1.console.amazonaws.cn'],
  ['us-gov-west-1', 'amazonaws.com', 'https://us-gov-west-1.console.amazonaws-us-gov.com'],
  ['eusc-de-east-1', 'amazonaws.eu', 'https://eusc-de-east-1.console.amazonaws-eusc.eu'],
])('the console of %s', (region, urlSuffix, origin) => {
  expect(opened(launchLink(elsewhere(region, urlSuffix), { region })).origin).toBe(`${origin}/cloudformation/home?region=${region}`);
});

test('parameters are sorted, and empty ones left to the template', () => {
  const parameters = { Prefix: 'raw', BucketName2: '', ExternalId: 'k3J', BucketName: 'orders' };
  const { names, query } = opened(launchLink(ACME, { region: 'eu-west-1', stackName: 'Mine', parameters }));
  expect(names).toEqual(['templateURL', 'stackName', 'param_BucketName', 'param_ExternalId', 'param_Prefix']);
  expect(query).toMatchObject({ stackName: 'Mine', param_ExternalId: 'k3J' });
});

test.each([
  ['ExternalId', 'Az09_+=,.@:/-'],
  ['Prefix', 'a b/!#%/&\'()/+,.:;=@_~-'],
  ['Prefix', 'a&param_ExternalId=x#/stacks'],
  ['Prefix', '50%25'],
  ['RoleName', 'a+b=c,d.e@f-g'],
])('the console reads %s %j as it was given', (name, value) => {
  const link = launchLink(ACME, { region: 'eu-west-1', parameters: { [name]: value } });
  const { query, pairs, path } = opened(link);
  expect(query[`param_${name}`]).toBe(value);
  expect(pairs).toBe(3);
  expect(path).toBe('/stacks/quickcreate');
  // What ends an address in Markdown, in HTML and in texts.
  expect(link).toMatch(/^[\w%.:/?#&=~-]+$/);
  // Whether a plus sign is a space is for the page to say; so there is none.
  expect(decodeURIComponent(link.split(`param_${name}=`)[1])).toBe(value);
});

test.each([...HOSTILE_PREFIXES.filter((value) => /[*?${}"\\<>`]/.test(value)), 'a\nb', '日本語 \u{1f600}', '"><script>', '(x)*!~', '?'])(
  'fails: no parameter takes %j', (value) => {
    for (const name of Object.keys(templateParameters(ACME))) {
      expect(() => launchLink(ACME, { region: 'eu-west-1', parameters: { [name]: value } })).toThrow(/^LaunchLinkInvalid/);
    }
  },
);

test('what a customer has typed becomes parameters, without what the vendor fixes', () => {
  const bucket = bucketOf({ prefix: 'raw', mode: 'read', keyArn: KEY });
  const typed = inputOf({ externalId: 'k3J', roleName: 'cloudglue-external-s3-access-role', buckets: [bucket, { ...bucket, bucketName: 'ledger', prefix: '', wholeBucket: true, keyArn: '' }] });
  const parameters = launchParameters(FIVE.cloudglue.facts, typed);
  expect(parameters).toEqual({
    ExternalId: 'k3J', BucketName: 'orders', Prefix: 'raw', AccessMode: 'read', KmsKeyArn: KEY, BucketName2: 'ledger', Prefix2: '*', AccessMode2: 'read',
  });
  expect(opened(launchLink(FIVE.cloudglue.facts, { region: 'eu-west-1', parameters })).pairs).toBe(10);
  const apperate = inputOf({ principalArn: ROLE_ARN, roleName: 'mine', buckets: [{ ...bucket, mode: 'read' }] });
  expect(launchParameters(FIVE.apperate.facts, apperate)).toEqual({ VendorPrincipalArn: ROLE_ARN, RoleName: 'mine', BucketName: 'orders', Prefix: 'raw', KmsKeyArn: KEY });
});

test.each(['raw', 'raw/'])('the folder %s reaches the template without its slash', (prefix) => {
  const { buckets: [bucket] } = inputOf();
  const parameters = launchParameters(ACME, inputOf({ buckets: [{ ...bucket, prefix, wholeBucket: false }] }));
  expect(opened(launchLink(ACME, { region: 'eu-west-1', parameters })).query.param_Prefix).toBe('raw');
});

test.each([
  ['apperate', ['ExternalId', 'VendorPrincipalArn', 'RoleName', 'PermissionsBoundaryArn', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn']],
  ['cloudglue', ['ExternalId', 'PermissionsBoundaryArn', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn']],
  ['coactive', ['VendorPrincipalArn', 'RoleName', 'PermissionsBoundaryArn', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn']],
  ['creativeForce', ['ExternalId', 'RoleName', 'PermissionsBoundaryArn', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn']],
  ['hotglue', ['ExternalId', 'VendorPrincipalArn', 'RoleName', 'PermissionsBoundaryArn', 'BucketName', 'Prefix', 'AccessMode', 'KmsKeyArn']],
])('the parameters of %s', (name, parameters) => {
  const { facts } = FIVE[name];
  expect(Object.keys(templateParameters({ ...facts, slots: 1 })).sort()).toEqual([...parameters].sort());
  expect(templateParameters({ ...facts, slots: 10 })).toHaveProperty('KmsKeyArn10');
  expect(templateParameters({ ...facts, slots: 10 })).not.toHaveProperty('BucketName11');
});

test.each(['*', '*/', '%2A', '%2a/', '%252A', '%25252a', 'raw//', 'a*b', 'x'.repeat(257)])('the folder %s is none that the template takes', (prefix) => {
  const { buckets: [bucket] } = inputOf();
  expect(() => launchParameters(ACME, inputOf({ buckets: [{ ...bucket, prefix, wholeBucket: false }] })))
    .toThrow(/^LaunchLinkInvalid: buckets\[0\]\.prefix: received .*; the template takes a folder such as a\/b, in plain characters, of at most 256; set up others by hand$/);
});

describe('fails', () => {
  test.each<[string, KitFacts, Parameters<typeof launchLink>[1], string]>([
    ['no address', { ...ACME, templateUrl: undefined }, { region: 'eu-west-1' }, 'TemplateUrlInvalid'],
    ['malformed region', { ...ACME, regions: ['evil.example/#'] }, { region: 'evil.example/#' }, 'RegionInvalid'],
    ['region that the template is not for', ACME, { region: 'eu-west-2' }, 'RegionInvalid'],
    ['no region at all', { ...ACME, regions: [] }, { region: 'eu-west-1' }, 'RegionInvalid'],
    ['region of another partition than the template', { ...ACME, regions: ['cn-north-1'] }, { region: 'cn-north-1' }, 'RegionInvalid'],
    ['region of another partition than the vendor', factsOf({ name: 'Acme', accounts: ['999988887777'], partition: 'aws-cn' }), { region: 'eu-west-1' }, 'RegionInvalid'],
    ['region without a public console', elsewhere('us-iso-east-1', 'c2s.ic.gov'), { region: 'us-iso-east-1' }, 'RegionInvalid'],
    ['stack name', ACME, { region: 'eu-west-1', stackName: 'my stack' }, 'StackNameInvalid'],
    ['stack name of the kit', { ...ACME, stackName: '&x' }, { region: 'eu-west-1' }, 'StackNameInvalid'],
    ['unknown parameter', ACME, { region: 'eu-west-1', parameters: { Nothing: 'x' } }, 'LaunchLinkInvalid'],
    ['parameter in another case', ACME, { region: 'eu-west-1', parameters: { externalId: 'x' } }, 'LaunchLinkInvalid'],
    ['parameter of another vendor', FIVE.coactive.facts, { region: 'eu-west-1', parameters: { ExternalId: 'x' } }, 'LaunchLinkInvalid'],
    ['parameter of a bucket too many', ACME, { region: 'eu-west-1', parameters: { BucketName4: 'x' } }, 'LaunchLinkInvalid'],
    ['value of 4,097 bytes', ACME, { region: 'eu-west-1', parameters: { PermissionsBoundaryArn: boundary(4097) } }, 'LaunchLinkInvalid'],
    ['value that is no text', ACME, { region: 'eu-west-1', parameters: { ExternalId: 5 as any } }, 'LaunchLinkInvalid'],
    ['half a character', ACME, { region: 'eu-west-1', parameters: { ExternalId: 'a\ud800' } }, 'LaunchLinkInvalid'],
    ['folder that the template does not take', ACME, { region: 'eu-west-1', parameters: { Prefix: 'a/*' } }, 'LaunchLinkInvalid'],
    ['the same of a further bucket', ACME, { region: 'eu-west-1', parameters: { Prefix3: 'ü' } }, 'LaunchLinkInvalid'],
    ['folder with a slash at its end', ACME, { region: 'eu-west-1', parameters: { Prefix: 'raw/' } }, 'LaunchLinkInvalid'],
    ['folder of 257 characters', ACME, { region: 'eu-west-1', parameters: { Prefix: 'x'.repeat(257) } }, 'LaunchLinkInvalid'],
    ['mode that the template does not offer', ACME, { region: 'eu-west-1', parameters: { AccessMode: 'admin' } }, 'LaunchLinkInvalid'],
    ['name that no bucket has', ACME, { region: 'eu-west-1', parameters: { BucketName: 's3://orders' } }, 'LaunchLinkInvalid'],
    ['ARN of an alias', ACME, { region: 'eu-west-1', parameters: { KmsKeyArn: KEY.replace(/key\/.*/, 'alias/a') } }, 'LaunchLinkInvalid'],
    ['link too long', TEN, { region: 'eu-west-1', parameters: folders(10 * 256) }, 'LaunchLinkInvalid'],
  ])('fails: %s', (_, facts, target, code) => {
    expect(() => launchLink(facts, target)).toThrow(expect.objectContaining({ code }));
  });

  test('a value of 4,096 bytes is taken, and a link of 8,000 characters', () => {
    expect(opened(launchLink(ACME, { region: 'eu-west-1', parameters: { PermissionsBoundaryArn: boundary(4096) } })).query.param_PermissionsBoundaryArn).toHaveLength(4096);
    const fill = (length: number) => ({ region: 'eu-west-1', parameters: { ...folders(2400), ExternalId: 'x'.repeat(2 + length) } });
    const short = launchLink(TEN, fill(0)).length;
    expect(launchLink(TEN, fill(8000 - short))).toHaveLength(8000);
    expect(() => launchLink(TEN, fill(8001 - short))).toThrow(/^LaunchLinkInvalid/);
  });

  test('a folder of 256 characters is taken', () => {
    expect(opened(launchLink(ACME, { region: 'eu-west-1', parameters: { Prefix: 'x'.repeat(256) } })).query.param_Prefix).toHaveLength(256);
  });

  test('fails: more buckets than the template takes', () => {
    const [bucket] = inputOf().buckets;
    expect(() => launchParameters(ACME, inputOf({ buckets: [bucket, bucket, bucket, bucket] }))).toThrow(expect.objectContaining({ code: 'SlotsInvalid' }));
  });

  test('fails: what was typed and the template cannot take is not dropped', () => {
    const parameters = launchParameters(FIVE.coactive.facts, inputOf({ externalId: 'k3J' }));
    expect(() => launchLink(FIVE.coactive.facts, { region: 'eu-west-1', parameters })).toThrow(expect.objectContaining({ field: 'parameters.ExternalId' }));
    const fixed = launchParameters(FIVE.cloudglue.facts, inputOf({ roleName: 'mine' }));
    expect(() => launchLink(FIVE.cloudglue.facts, { region: 'eu-west-1', parameters: fixed })).toThrow(expect.objectContaining({ field: 'parameters.RoleName' }));
    const mode = launchParameters(FIVE.apperate.facts, inputOf({ buckets: [bucketOf({ mode: 'write' })] }));
    expect(() => launchLink(FIVE.apperate.facts, { region: 'eu-west-1', parameters: mode })).toThrow(expect.objectContaining({ field: 'parameters.AccessMode' }));
  });
});

describe('the address of a template', () => {
  const long = (length: number) => `https://kits.s3.amazonaws.com/${'x'.repeat(length - 35)}.json`;

  test.each([
    TEMPLATE_URL,
    'https://kits.s3.amazonaws.com/template.yaml',
    'https://s3.amazonaws.com/kits/v1/template.yml',
    'https://s3.eu-west-1.amazonaws.com/my.kits/template.template',
    'https://s3-eu-west-1.amazonaws.com/kits/template.json',
    'https://kits.s3-us-west-2.amazonaws.com/template.json',
    'https://kits.s3.us-gov-east-1.amazonaws.com/template.json',
    'https://kits.s3.cn-northwest-1.amazonaws.com.cn/template.json',
    'https://kits.s3.eusc-de-east-1.amazonaws.eu/template.json',
    'https://kits.s3.us-isob-east-1.sc2s.sgov.gov/template.json',
    'https://kits.s3.eu-west-1.amazonaws.com/a%20b/~x_(1)/template.json',
    long(1024),
  ])('may be %s', (url) => {
    expect(checkTemplateUrl(url, 'templateUrl')).toBe(url);
  });

  test.each([
    undefined, 5, '', 'template.json',
    'http://kits.s3.amazonaws.com/template.json',
    'HTTPS://kits.s3.amazonaws.com/template.json',
    'https://user@kits.s3.amazonaws.com/template.json',
    'https://kits.s3.amazonaws.com:8443/template.json',
    'https://kits.s3.amazonaws.com/template.json?X-Amz-Signature=abc',
    'https://kits.s3.amazonaws.com/template.json?',
    'https://kits.s3.amazonaws.com/template.json#x',
    'https://kits.s3.amazonaws.com/template.txt',
    'https://kits.s3.amazonaws.com/template',
    'https://kits.s3.amazonaws.com/',
    'https://kits.s3.amazonaws.com/template.json/',
    'https://kits.s3.amazonaws.com/a//template.json',
    'https://kits.s3.amazonaws.com/a/../template.json',
    'https://kits.s3.amazonaws.com/./template.json',
    'https://kits.s3.amazonaws.com/a b.json',
    'https://kits.s3.amazonaws.com/a%2.json',
    'https://kits.s3.amazonaws.com/a"b.json',
    'https://kits.s3.amazonaws.com/ü.json',
    'https://kits.s3.amazonaws.com/template.json\n',
    'https://s3.amazonaws.com/template.json',
    'https://s3.amazonaws.com/Kits/template.json',
    'https://s3.amazonaws.com/ab/template.json',
    'https://ab.s3.amazonaws.com/template.json',
    'https://Kits.s3.amazonaws.com/template.json',
    'https://-kits.s3.amazonaws.com/template.json',
    'https://kits.s3.amazonaws.com.evil.example/template.json',
    'https://kits.s3.evil.example/template.json',
    'https://kits.s3amazonaws.com/template.json',
    'https://kits.s3.dualstack.eu-west-1.amazonaws.com/template.json',
    'https://kits.s3-accelerate.amazonaws.com/template.json',
    'https://kits.s3-website-eu-west-1.amazonaws.com/template.json',
    'https://kits.s3.cn-north-1.amazonaws.com/template.json',
    'https://kits.s3.eu-west-1.amazonaws.com.cn/template.json',
    'https://kits.s3.amazonaws.com.cn/template.json',
    'https://kits.s3.amazonaws.eu/template.json',
    'https://acme.example/template.json',
    long(1025),
  ])('fails: %s', (url) => {
    expect(() => checkTemplateUrl(url, 'templateUrl')).toThrow(expect.objectContaining({ code: 'TemplateUrlInvalid', field: 'templateUrl' }));
  });
});

describe('the name of a stack', () => {
  test.each(['A', 'Vendor-Access-2', 'x'.repeat(128)])('may be %s', (name) => {
    expect(checkStackName(name, 'stackName')).toBe(name);
  });

  test.each(['', '1a', '-a', 'a_b', 'a b', 'ü', 'a\n', 'x'.repeat(129), undefined, 5])('fails: %s', (name) => {
    expect(() => checkStackName(name, 'stackName')).toThrow(expect.objectContaining({ code: 'StackNameInvalid', field: 'stackName' }));
  });
});
