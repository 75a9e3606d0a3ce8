import { Vendor } from '../../../src';
import { CUSTOMER } from '../../support/deployed-template';
import { Mode } from '../meaning/declaration';
import { APPERATE, CLOUDGLUE, COACTIVE, CREATIVE_FORCE, HOTGLUE } from '../vendors';
import { vendorOf } from '../world/build-vendor';

/** One bucket of a declaration. */
export interface BucketDeclaration {
  readonly bucketName: string;
  /** None for the whole bucket. */
  readonly prefix?: string;
  readonly mode?: Mode;
  readonly keyArn?: string;
}

/** What a customer wants; typed into the page, and written as an app. */
export interface PageDeclaration {
  readonly title: string;
  readonly account?: string;
  readonly region?: string;
  readonly externalId?: string;
  readonly principalArn?: string;
  readonly roleName?: string;
  readonly buckets: readonly BucketDeclaration[];
}

/** A vendor's page, and customers of it. */
export interface PageCase {
  readonly name: string;
  readonly vendor: (principalArn?: string) => Vendor;
  readonly declarations: readonly PageDeclaration[];
}

const KEY = `arn:aws:kms:eu-west-1:${CUSTOMER}:key/11111111-2222-3333-4444-555555555555`;
const FOREIGN_KEY = 'arn:aws:kms:us-east-1:444455556666:key/mrk-0123456789abcdef0123456789abcdef';
const VIRGINIA_KEY = `arn:aws:kms:us-east-1:${CUSTOMER}:key/11111111-2222-3333-4444-555555555555`;
/** With a path, which no other part tries. */
const ROLE = 'arn:aws:iam::210987654321:role/ingest/reader';

/** All vendors of the catalogue. */
export const CASES: readonly PageCase[] = [
  {
    name: CLOUDGLUE.title,
    vendor: () => vendorOf(CLOUDGLUE.declared()),
    declarations: [
      { title: 'a whole bucket', externalId: 'acme-7f3k', buckets: [{ bucketName: 'acme-videos' }] },
      {
        title: 'three buckets with keys',
        externalId: 'a=b,c.d@e:f/g-h_i+',
        region: 'us-east-1',
        buckets: [
          { bucketName: 'acme-videos', prefix: 'raw/2026/', keyArn: VIRGINIA_KEY },
          { bucketName: 'acme.cuts', mode: 'write', prefix: 'out', keyArn: FOREIGN_KEY },
          { bucketName: 'acme-both', mode: 'readWrite' },
        ],
      },
      { title: 'two folders of one bucket', externalId: 'x1', buckets: [{ bucketName: 'acme-videos', prefix: 'a' }, { bucketName: 'acme-videos', prefix: 'b' }] },
      { title: 'a folder that looks like a pattern', externalId: 'x1', buckets: [{ bucketName: 'acme-videos', prefix: 'what?/*/$' }] },
    ],
  },
  {
    name: HOTGLUE.title,
    vendor: (principalArn) => vendorOf(HOTGLUE.declared(principalArn)),
    declarations: [
      { title: 'fetch', externalId: 'tenant-1', principalArn: ROLE, buckets: [{ bucketName: 'acme-orders', prefix: 'incoming/orders' }] },
      { title: 'export', externalId: 'tenant-1', principalArn: ROLE, buckets: [{ bucketName: 'acme-orders', mode: 'write', prefix: 'exports' }] },
      {
        title: 'both, with path variables and a key',
        externalId: 'tenant-1',
        principalArn: 'arn:aws:iam::210987654321:user/hotglue',
        roleName: 'hotglue-prod',
        buckets: [{ bucketName: 'acme-orders', mode: 'readWrite', prefix: '{tenant}/{tap}/{date}', keyArn: KEY }],
      },
      { title: 'before the principal is known', buckets: [{ bucketName: 'acme-orders' }] },
      {
        title: 'in China',
        region: 'cn-north-1',
        externalId: 'tenant-1',
        principalArn: 'arn:aws-cn:iam::210987654321:role/ingest',
        buckets: [{ bucketName: 'acme-orders', keyArn: `arn:aws-cn:kms:cn-north-1:${CUSTOMER}:key/1` }],
      },
    ],
  },
  {
    name: COACTIVE.title,
    vendor: () => vendorOf(COACTIVE.declared(ROLE)),
    declarations: [
      { title: 'a whole bucket', buckets: [{ bucketName: 'acme-images' }] },
      { title: 'a folder of another account with a key', account: '999988887777', roleName: 'coactive-reader', buckets: [{ bucketName: 'acme-images', prefix: 'sets/ü', keyArn: KEY }] },
    ],
  },
  {
    name: CREATIVE_FORCE.title,
    vendor: () => vendorOf(CREATIVE_FORCE.declared()),
    declarations: [
      { title: 'a data source', externalId: 'cf_01', buckets: [{ bucketName: 'acme-shots', prefix: 'samples' }] },
      { title: 'a delivery with a key', externalId: 'cf_01', buckets: [{ bucketName: 'acme-assets', mode: 'write', prefix: 'final', keyArn: KEY }] },
      {
        title: 'both',
        externalId: 'cf_01',
        roleName: 'studio',
        buckets: [{ bucketName: 'acme-shots', mode: 'read' }, { bucketName: 'acme-assets', mode: 'readWrite', keyArn: KEY }],
      },
    ],
  },
  {
    name: APPERATE.title,
    vendor: (userArn) => vendorOf(APPERATE.declared(userArn)),
    declarations: [
      { title: 'before the user is known', buckets: [{ bucketName: 'acme-prices', prefix: 'daily' }] },
      { title: 'live', externalId: 'ws-42', principalArn: APPERATE.example.principalArn, buckets: [{ bucketName: 'acme-prices', prefix: 'daily' }] },
      {
        title: 'live, with more buckets',
        externalId: 'ws-42',
        principalArn: APPERATE.example.principalArn,
        buckets: [{ bucketName: 'acme-prices' }, { bucketName: 'acme-news', prefix: 'en', keyArn: KEY }],
      },
    ],
  },
];
