import { launchTarget } from '../../page/launch-target';
import { Vendors } from '../../src';
import { kitFacts, KitFacts, SetupInput } from '../../src/kit/form';

const TEMPLATE = 'https://kits.s3.us-east-1.amazonaws.com/1/template.json';
const ELSEWHERE = 'https://vendor.example/setup.html';
const PUBLISHED = kitFacts(Vendors.cloudglue(), { templateUrl: TEMPLATE, slots: 3 });
const UNPUBLISHED = kitFacts(Vendors.cloudglue());
const DERIVED = kitFacts(Vendors.cloudglue(), { templateUrl: TEMPLATE, externalId: 'derived' });

const INPUT: SetupInput = {
  accountId: '111122223333',
  region: 'eu-west-1',
  externalId: 'acme-7f3k',
  principalArn: '',
  roleName: '',
  buckets: [{ bucketName: 'acme-videos', prefix: '', wholeBucket: true, mode: 'read', keyArn: '' }],
};

const leading: ReadonlyArray<[title: string, facts: KitFacts, input: Partial<SetupInput>, page: string]> = [
  ['everything is filled in', PUBLISHED, {}, ELSEWHERE],
  ['the account is missing, which the stack knows', PUBLISHED, { accountId: '' }, ELSEWHERE],
  ['the external ID is missing, which the stack makes', DERIVED, { externalId: '' }, ELSEWHERE],
  ['the template lies beside the page, in virtual-hosted style', UNPUBLISHED, {}, 'https://kits.s3.us-east-1.amazonaws.com/1/setup.html?externalId=x#y'],
  ['the template lies beside the page, in path style', UNPUBLISHED, {}, 'https://s3.us-east-1.amazonaws.com/kits/1/setup.html'],
];

test.each(leading)('launches where %s', (_, facts, input, page) => {
  const { link, reason } = launchTarget(facts, { ...INPUT, ...input }, page);
  expect(reason).toBeUndefined();
  expect(link).toContain('https://eu-west-1.console.aws.amazon.com/cloudformation/');
  expect(link).toContain('param_BucketName=acme-videos');
});

test.each([
  ['https://kits.s3.us-east-1.amazonaws.com/1/setup.html', TEMPLATE],
  ['https://s3.us-east-1.amazonaws.com/kits/1/setup.html', 'https://s3.us-east-1.amazonaws.com/kits/1/template.json'],
])('takes the template beside %s', (page, template) => {
  expect(launchTarget(UNPUBLISHED, INPUT, page).link).toContain(`templateURL=${encodeURIComponent(template)}`);
});

const refused: ReadonlyArray<[title: string, facts: KitFacts, input: Partial<SetupInput>, page: string, reason: RegExp]> = [
  ['an account that is none', PUBLISHED, { accountId: '123' }, ELSEWHERE, /^Fill in/],
  ['no external ID, where the customer chooses it', PUBLISHED, { externalId: '' }, ELSEWHERE, /^Fill in/],
  ['a bad external ID, where the stack would make one', DERIVED, { externalId: 'a b' }, ELSEWHERE, /^Fill in/],
  ['no region', PUBLISHED, { region: '' }, ELSEWHERE, /^Fill in/],
  ['a region that the kit is not for', PUBLISHED, { region: 'eu-west-9' }, ELSEWHERE, /^RegionInvalid: /],
  ['more than a link holds', PUBLISHED, { buckets: ['a', 'b', 'c'].map((c) => ({ ...INPUT.buckets[0], prefix: c + 'ü'.repeat(500), wholeBucket: false })) }, ELSEWHERE, /^LaunchLinkInvalid: /],
  ['a bucket without a folder', PUBLISHED, { buckets: [{ ...INPUT.buckets[0], wholeBucket: false }] }, ELSEWHERE, /^Fill in/],
  // The template would open the whole bucket.
  ...([['*', /^Fill in/], ['*/', /^LaunchLinkInvalid: /], ['%2A', /^LaunchLinkInvalid: /]] as const).map(([prefix, reason]): typeof refused[number] =>
    [`a folder named ${prefix}`, PUBLISHED, { buckets: [{ ...INPUT.buckets[0], prefix, wholeBucket: false }] }, ELSEWHERE, reason]),
  ['a page on a host that is not S3', UNPUBLISHED, {}, ELSEWHERE, /no address yet/],
  ['a page that is not encrypted on its way', UNPUBLISHED, {}, 'http://kits.s3.us-east-1.amazonaws.com/1/setup.html', /no address yet/],
  ['a page on a host that starts like S3', UNPUBLISHED, {}, 'https://s3.us-east-1.amazonaws.com.vendor.example/kits/setup.html', /no address yet/],
  ['a page in a file', UNPUBLISHED, {}, 'file:///tmp/setup.html', /no address yet/],
  ['a page from nowhere', UNPUBLISHED, {}, 'about:srcdoc', /no address yet/],
];

test.each(refused)('fails to launch with %s', (_, facts, input, page, reason) => {
  const target = launchTarget(facts, { ...INPUT, ...input }, page);
  expect(target.link).toBeUndefined();
  expect(target.reason).toMatch(reason);
});
