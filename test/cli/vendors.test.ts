import { parse } from 'yaml';
import { jsonOf, outputOf, runCli, runWith } from './run-cli';
import { Vendors } from '../../src';

const ARN = 'arn:aws:iam::111122223333:role/vendor';

describe('vendors', () => {
  test('lists the catalogue: whom to trust, the external ID, modes, role name, and what the customer brings', async () => {
    const [titles, ...rows] = (await outputOf('vendors')).trimEnd().split('\n').map((line) => line.split(/ {2,}/));
    expect(titles).toEqual(['NAME', 'TRUSTED', 'EXTERNAL ID', 'MODES', 'ROLE NAME', 'THE CUSTOMER BRINGS']);
    expect(rows).toEqual([
      ['apperate', 'named later', 'from the vendor', 'read', 'any', 'external ID, ARN of the principal'],
      ['cloudglue', 'account 992382634011', 'from the customer', 'all', 'cloudglue-external-s3-access-role', 'external ID'],
      ['coactive', 'named later', 'none', 'read', 'any', 'ARN of the principal'],
      ['creative-force', 'arn:aws:iam::092392787187:user/CreativeForceCloudS3', 'from the vendor', 'all', 'any', 'external ID'],
      ['hotglue', 'named later', 'from the vendor', 'all', 'any', 'external ID, ARN of the principal'],
    ]);
  });

  test('lists it as data, the names of the command line first', async () => {
    const listed = await jsonOf('vendors');
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(['apperate', 'cloudglue', 'coactive', 'creative-force', 'hotglue']);
    expect(listed[1]).toEqual({ id: 'cloudglue', ...Vendors.cloudglue().definition });
  });

  test.each([
    ['cloudglue', Vendors.cloudglue()],
    ['CLOUDGLUE', Vendors.cloudglue()],
    ['Creative Force', Vendors.creativeForce()],
    ['creativeforce', Vendors.creativeForce()],
    ['IEX Cloud Apperate', Vendors.apperate()],
    ['hotglue', Vendors.hotglue()],
  ])('prints the definition of %s as YAML, and as JSON', async (name, vendor) => {
    expect(parse(await outputOf('vendors', name))).toEqual(vendor.definition);
    expect(await jsonOf('vendors', name)).toEqual(vendor.definition);
  });

  test('prints a vendor whose principal an app must name without it', async () => {
    const { principals, ...known } = Vendors.coactive({ roleArn: ARN }).definition;
    expect(principals).toEqual([ARN]);
    expect(parse(await outputOf('vendors', 'coactive'))).toEqual(known);
  });

  test('shows the titles in bold on a terminal, and nowhere else', async () => {
    const colored = await runWith({ colors: true }, ['vendors']);
    const plain = await runWith({ colors: false }, ['vendors']);
    expect(colored.out).toMatch(/^\u001b\[1mNAME .*\u001b\[22m\n/);
    // eslint-disable-next-line no-control-regex
    expect(colored.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });

  test.each([
    ['clodglue', 'did you mean "cloudglue"?'],
    ['hotgleu', 'did you mean "hotglue"?'],
    ['acme', 'it has apperate, cloudglue, coactive, creative-force, hotglue'],
    ['constructor', 'it has apperate'],
  ])('fails for %j: %s', async (name, says) => {
    const { code, out, err } = await runCli('vendors', name);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: VendorUnknown: [^\n]*\n$/);
    expect(err).toContain(says);
  });
});
