import { ACCOUNT, oneClick, READ, role, withProps } from './around';
import { allBut, StructBaseline } from './baseline';
import { call, Expression, fixture, member, Properties, struct } from '../recipe';

const OTHER_ACCOUNT = '777788889999';

const required: Properties = { vendor: call('Vendor.account', ACCOUNT), access: [READ] };

const limits: Properties = {
  allowedSourceIps: ['203.0.113.0/24', '198.51.100.0/24'],
  expiresAt: { date: '2031-05-01T00:00:00Z' },
  suspended: true,
};

const additionalTrustValues: Properties = { externalId: 'p8Q-4h1c', nextExternalId: 'p8Q-4h1d', withoutExternalId: 'it cannot send one' };

const trusted = (trust: Expression) => role({ additionalTrust: [trust] });

export const ADDITIONAL_TRUST: StructBaseline = {
  required: { vendor: call('Vendor.account', OTHER_ACCOUNT) },
  values: additionalTrustValues,
  settings: [
    { name: 'with an external ID', with: ['externalId'], around: trusted },
    { name: 'with a next external ID', with: ['externalId', 'nextExternalId'], around: trusted },
    { name: 'with a reason', with: ['withoutExternalId'], around: trusted },
    {
      name: 'beside another',
      with: ['externalId'],
      around: (trust) => role({
        additionalTrust: [
          struct('VendorS3AdditionalTrust', { vendor: call('Vendor.account', '222233334444'), externalId: 'w2E-9k5m' }),
          trust,
        ],
      }),
    },
  ],
  contradictions: { withoutExternalId: ['externalId', 'nextExternalId'] },
};

const roleValues: Properties = {
  ...limits,
  acknowledgeWildcards: false,
  additionalTrust: [struct('VendorS3AdditionalTrust', { vendor: call('Vendor.account', OTHER_ACCOUNT), externalId: 'p8Q-4h1c' })],
  bucketPolicies: member('VendorS3BucketPolicies.ALWAYS'),
  description: 'Reads what comes in',
  exportOutputs: true,
  externalId: 'k3J-2f9a',
  maxSessionDuration: { hours: 4 },
  nextExternalId: 'k3J-2f9b',
  outputs: false,
  path: '/vendors/',
  permissionsBoundary: fixture('boundary'),
  policyPlacement: member('VendorS3PolicyPlacement.MANAGED'),
  roleName: 'vendor-reader',
  withoutExternalId: 'it cannot send one',
};

export const ROLE_PROPS: StructBaseline = {
  required,
  values: roleValues,
  settings: [
    { name: 'alone', with: ['externalId'], around: withProps('VendorS3AccessRole', 'stack') },
    {
      name: 'with others',
      with: allBut(roleValues, 'acknowledgeWildcards', 'outputs', 'suspended', 'withoutExternalId'),
      around: withProps('VendorS3AccessRole', 'stack'),
    },
    { name: 'with a reason, suspended', with: ['suspended', 'withoutExternalId'], around: withProps('VendorS3AccessRole', 'stack') },
  ],
  contradictions: { withoutExternalId: ['externalId', 'nextExternalId'] },
};

const userValues: Properties = {
  ...limits,
  accessKeySerial: 2,
  acknowledgeWildcards: false,
  bucketPolicies: member('VendorS3BucketPolicies.ALWAYS'),
  outputs: false,
  path: '/vendors/',
  permissionsBoundary: fixture('boundary'),
  policyPlacement: member('VendorS3PolicyPlacement.MANAGED'),
  secretEncryptionKey: fixture('key'),
  secretName: 'vendor/key',
  userName: 'vendor-reader',
};

export const USER_PROPS: StructBaseline = {
  required,
  values: userValues,
  settings: [
    { name: 'alone', with: [], around: withProps('VendorS3AccessUser', 'stack') },
    { name: 'with others', with: allBut(userValues, 'acknowledgeWildcards', 'outputs', 'suspended'), around: withProps('VendorS3AccessUser', 'stack') },
    { name: 'suspended', with: ['suspended'], around: withProps('VendorS3AccessUser', 'stack') },
  ],
};

const bucketAccessValues: Properties = { ...limits, outputs: false };

export const BUCKET_ACCESS_PROPS: StructBaseline = {
  required,
  values: bucketAccessValues,
  settings: [
    { name: 'alone', with: [], around: withProps('VendorS3BucketAccess', 'stack') },
    { name: 'with others', with: ['allowedSourceIps', 'expiresAt'], around: withProps('VendorS3BucketAccess', 'stack') },
    { name: 'suspended', with: ['suspended'], around: withProps('VendorS3BucketAccess', 'stack') },
  ],
};

export const CALL_BACK: StructBaseline = {
  required: { account: ACCOUNT, topicName: 'roles' },
  values: {},
  settings: [{ name: 'in a template for customers', with: [], around: (callBack) => oneClick({ callBack }) }],
};

const oneClickValues: Properties = {
  callBack: struct('OneClickCallBack', CALL_BACK.required),
  description: 'Lets the vendor in',
  externalId: member('OneClickExternalId.STACK_ID'),
  kit: false,
  regions: ['eu-west-1', 'us-east-1'],
  slots: 3,
  stackName: 'vendor-access',
  templateUrl: 'https://vendor-templates.s3.eu-west-1.amazonaws.com/access.json',
  version: '1.2.0',
};

export const ONE_CLICK_STACK_PROPS: StructBaseline = {
  required: { vendor: call('Vendor.account', ACCOUNT) },
  values: oneClickValues,
  settings: [
    { name: 'alone', with: [], around: withProps('OneClickStack', 'app') },
    { name: 'with others', with: allBut(oneClickValues, 'kit'), around: withProps('OneClickStack', 'app') },
  ],
};
