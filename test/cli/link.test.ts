import { jsonOf, outputOf, runCli } from './run-cli';
import { Vendors } from '../../src';
import { kitFacts, launchLink } from '../../src/kit/form';
import { htmlButton, markdownBadge } from '../../src/kit/texts';

const URL = 'https://acme.s3.amazonaws.com/kit/template.json';
const ARN = 'arn:aws:iam::111122223333:role/vendor';
const CLOUDGLUE = ['link', '--vendor', 'cloudglue', '--template-url', URL];

const facts = kitFacts(Vendors.cloudglue(), { templateUrl: URL });

/** What a link fills in. */
function query(link: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(link.trim().split('?')[2]));
}

describe('link', () => {
  test('prints the launch link of one region', async () => {
    expect(await outputOf(...CLOUDGLUE, '--region', 'eu-west-1')).toBe(`${launchLink(facts, { region: 'eu-west-1' })}\n`);
  });

  test('fills in parameters, the external ID among them, and the name of the stack', async () => {
    const link = await outputOf(...CLOUDGLUE, '--region', 'us-east-1', '--external-id', 'k3J-2f9a', '--param', 'BucketName=my-videos', '--param', 'Prefix=a=b&c',
      '--stack-name', 'my-stack');
    expect(query(link)).toEqual({
      templateURL: URL, stackName: 'my-stack', param_ExternalId: 'k3J-2f9a', param_BucketName: 'my-videos', param_Prefix: 'a=b&c',
    });
  });

  test('prints all regions of the vendor, each with its link', async () => {
    const lines = (await outputOf(...CLOUDGLUE)).trimEnd().split('\n').map((line) => line.split('\t'));
    expect(lines).toEqual(facts.regions.map((region) => [region, launchLink(facts, { region })]));
    expect(lines.length).toBeGreaterThan(20);
  });

  test.each([['--markdown', markdownBadge], ['--html', htmlButton]])('prints %s for one region, and for all', async (option, button) => {
    const links = facts.regions.map((region) => button(launchLink(facts, { region })));
    expect(await outputOf(...CLOUDGLUE, option, '--region', facts.regions[0])).toBe(`${links[0]}\n`);
    const all = await outputOf(...CLOUDGLUE, option);
    links.forEach((link, i) => expect(all.split('\n').find((line) => line.includes(facts.regions[i]))).toContain(link));
  });

  test('is data with --json', async () => {
    const link = launchLink(facts, { region: 'eu-west-1' });
    expect(await jsonOf(...CLOUDGLUE, '--region', 'eu-west-1')).toEqual([
      { region: 'eu-west-1', link, markdown: markdownBadge(link), html: htmlButton(link) },
    ]);
  });

  test('takes a region that is newer than the list, and one of another partition where the template is', async () => {
    expect(await outputOf(...CLOUDGLUE, '--region', 'eu-west-9')).toMatch(/^https:\/\/eu-west-9\.console\.aws\.amazon\.com\//);
    const url = 'https://acme.s3.cn-north-1.amazonaws.com.cn/kit/template.json';
    expect(await outputOf('link', '--vendor', 'hotglue', '--template-url', url, '--region', 'cn-north-1')).toMatch(/^https:\/\/cn-north-1\.console\.amazonaws\.cn\//);
  });

  test('knows the parameters of further buckets, and of the principal where the template asks for it', async () => {
    const link = await outputOf('link', '--vendor', 'hotglue', '--template-url', URL, '--region', 'eu-west-1', '--slots', '2',
      '--param', 'BucketName2=two', '--param', `VendorPrincipalArn=${ARN}`);
    expect(query(link)).toMatchObject({ param_BucketName2: 'two', param_VendorPrincipalArn: ARN });
  });

  test('tells of the external ID and of another parameter at once', async () => {
    const { err } = await runCli(...CLOUDGLUE, '--external-id', 'YOUR_EXTERNAL_ID', '--region', 'eu-west-1', '--param', 'RoleName=x');
    expect(err.split('\n').map((line) => line.split(':')[1])).toEqual([' ExternalIdPlaceholder --external-id', ' LaunchLinkInvalid --param RoleName', undefined]);
  });

  test.each<[string, string[], string]>([
    ['no address', ['link', '--vendor', 'cloudglue'], 'UsageInvalid: --template-url is missing; give the address of the published template'],
    ['an address that is not on S3', ['link', '--vendor', 'cloudglue', '--template-url', 'https://acme.example/t.json'], 'TemplateUrlInvalid --template-url: '],
    ['both forms', [...CLOUDGLUE, '--markdown', '--html'], 'UsageInvalid: give --markdown or --html, not both'],
    ['a region that is none', [...CLOUDGLUE, '--region', 'europe'], 'RegionInvalid --region: received "europe"; '],
    ['a region that is misspelt', [...CLOUDGLUE, '--region', 'eu-wst-1'], 'RegionInvalid --region: received "eu-wst-1"; did you mean "eu-west-1"?'],
    ['a region in another partition', [...CLOUDGLUE, '--region', 'cn-north-1'], 'RegionInvalid --region: received "cn-north-1"; '],
    ['a region that cannot read the template', ['link', '--vendor', 'hotglue', '--template-url', URL, '--region', 'cn-north-1'], 'RegionInvalid --region: received "cn-north-1"; '],
    ['a stack name with a space', [...CLOUDGLUE, '--stack-name', 'my stack'], 'StackNameInvalid --stack-name: received "my stack"; '],
    ['a parameter that the template does not have', [...CLOUDGLUE, '--region', 'eu-west-1', '--param', 'RoleName=x'], 'LaunchLinkInvalid --param RoleName: '],
    ['a bucket beyond the slots', [...CLOUDGLUE, '--region', 'eu-west-1', '--param', 'BucketName2=x'], 'LaunchLinkInvalid --param BucketName2: '],
    ['the principal, where the kit is completed with it', ['link', '--vendor', 'hotglue', '--template-url', URL, '--principal', ARN, '--param', `VendorPrincipalArn=${ARN}`],
      'LaunchLinkInvalid --param VendorPrincipalArn: '],
    ['a parameter without a value', [...CLOUDGLUE, '--param', 'Prefix'], 'UsageInvalid: --param: received "Prefix"; give Name=Value'],
    ['a parameter with nothing', [...CLOUDGLUE, '--param', 'Prefix='], 'OptionEmpty: --param: received "Prefix="; give Prefix a value, or leave it out'],
    ['a parameter twice', [...CLOUDGLUE, '--param', 'Prefix=a', '--param', 'Prefix=b'], 'UsageInvalid: --param sets Prefix twice; give it once'],
    ['the external ID twice', [...CLOUDGLUE, '--external-id', 'ab', '--param', 'ExternalId=cd'], 'OptionRepeated: --external-id and --param ExternalId exclude each other; give one of them'],
    ['a placeholder for the external ID', [...CLOUDGLUE, '--external-id', 'YOUR_EXTERNAL_ID'], 'ExternalIdPlaceholder --external-id: received "YOUR_EXTERNAL_ID"; put in the ID'],
    ['one that is a parameter', [...CLOUDGLUE, '--param', 'ExternalId=your-external-id'], 'ExternalIdPlaceholder --param ExternalId: received "your-external-id"; '],
    ['an external ID that the vendor never sends', ['link', '--vendor', 'coactive', '--template-url', URL, '--external-id', 'ab'], 'ExternalIdNotSupported --external-id: received "ab"; Coactive sends none; leave it out'],
    ['a number of slots that is none', [...CLOUDGLUE, '--slots', 'two'], 'SlotsInvalid --slots: received "two"; '],
    ['a number of slots with something behind it', [...CLOUDGLUE, '--slots', '3x'], 'SlotsInvalid --slots: received "3x"; give a whole number from 1 to 10'],
    ['a number of slots in another notation', [...CLOUDGLUE, '--slots', '0x3'], 'SlotsInvalid --slots: received "0x3"; '],
    ['eleven slots', [...CLOUDGLUE, '--slots', '11'], 'SlotsInvalid --slots: received 11; '],
    ['an external ID that STS refuses', [...CLOUDGLUE, '--external-id', 'a b'], 'ExternalIdFormat --external-id: received "a b"; '],
  ])('fails for %s', async (_, args, says) => {
    const { code, out, err } = await runCli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: [^\n]+\n$/);
    expect(err).toContain(`error: ${says}`);
  });
});
