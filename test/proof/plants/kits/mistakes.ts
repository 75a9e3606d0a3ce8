import { TemplateJson } from '../../../support/intrinsics';
import { Filled } from '../../kits/filled';
import { KitVendor } from '../../kits/kit-vendor';
import { FAR_KEY, KEY, least } from '../../kits/settings';
import { CLOUDGLUE_KIT, CREATIVE_FORCE_KIT, HOTGLUE_KIT } from '../../kits/vendors';

/** A mistake in a one-click template that the judgement must find. */
export interface KitPlant {
  readonly title: string;
  readonly vendor: KitVendor;
  readonly filled: Filled;
  readonly damage: (template: TemplateJson) => TemplateJson;
}

type Visit = (value: Record<string, any>) => unknown;

/** Two buckets that differ in everything. */
const HOTGLUE_FILLED: Filled = {
  ...least(HOTGLUE_KIT, 'planted', [
    { name: 'acme-orders', prefix: 'raw', mode: 'readWrite', keyArn: FAR_KEY },
    { name: 'acme-videos', prefix: 'cut', mode: 'read', keyArn: KEY },
  ]),
  boundary: 'arn:aws:iam::111122223333:policy/boundary',
  roleName: 'acme-vendor',
};

const hotglue = { vendor: HOTGLUE_KIT, filled: HOTGLUE_FILLED };
const whole = { vendor: HOTGLUE_KIT, filled: least(HOTGLUE_KIT, 'planted', [{ name: 'acme-orders' }]) };
const cloudglue = { vendor: CLOUDGLUE_KIT, filled: least(CLOUDGLUE_KIT, 'planted', [{ name: 'acme-orders', prefix: 'raw' }]) };
const creativeForce = { vendor: CREATIVE_FORCE_KIT, filled: least(CREATIVE_FORCE_KIT, 'planted', [{ name: 'acme-orders', prefix: 'raw', mode: 'readWrite' as const }]) };

/** All that is planted. */
export const KIT_PLANTS: readonly KitPlant[] = [
  ...['CanRead', 'CanWrite2', 'HasKmsKey', 'HasBucket2', 'HasVendorPrincipal', 'HasBoundary', 'HasRoleName']
    .map((condition) => ({ ...hotglue, title: `the choice ${condition} the wrong way round`, damage: swapped(condition) })),
  { ...hotglue, title: 'the choice between folder and whole bucket the wrong way round', damage: swapped('WholeBucket') },
  { ...hotglue, title: 'a folder that is taken for the word for the whole bucket', damage: text('[{"Ref":"Prefix"},"*"]', '[{"Ref":"Prefix"},"raw"]') },
  { ...hotglue, title: 'a whole bucket wherever one is another bucket\'s', damage: text('"WholeBucket"', '"HasBucket2"') },
  { ...whole, title: 'a whole bucket that is taken for a folder', damage: text('[{"Ref":"Prefix"},"*"]', '[{"Ref":"Prefix"},""]') },
  { ...hotglue, title: 'the mode of one bucket for the other', damage: text('["CanWrite2"', '["CanWrite"') },
  { ...hotglue, title: 'the folder of one bucket for the other', damage: text('${Prefix2}', '${Prefix}') },
  { ...hotglue, title: 'a folder that is left out', damage: text('/${Folder}*', '/*') },
  { ...hotglue, title: 'a folder without its slash', damage: text('"${Prefix}/"', '"${Prefix}"') },
  { ...hotglue, title: 'a folder without its slash in listings', damage: text('"${Prefix}/*"', '"${Prefix}*"') },
  { ...hotglue, title: 'a bucket whose name goes on', damage: text('${BucketName}', '${BucketName}*') },
  { ...hotglue, title: 'a listing without its folder', damage: without('s3:prefix') },
  { ...hotglue, title: 'access whoever owns the bucket', damage: without('aws:ResourceAccount') },
  { ...hotglue, title: 'access without TLS', damage: without('aws:SecureTransport') },
  { ...hotglue, title: 'a key for any context', damage: without('kms:EncryptionContext:aws:s3:arn') },
  { ...hotglue, title: 'a key without S3', damage: without('kms:ViaService') },
  { ...hotglue, title: 'a key through S3 in the region of the stack', damage: text('s3.${Region}', 's3.${AWS::Region}') },
  { ...hotglue, title: 'an action too many', damage: text('"s3:GetObject"', '"s3:GetObject*"') },
  { ...hotglue, title: 'a trust without external ID', damage: without('sts:ExternalId') },
  { ...hotglue, title: 'a trust in everybody', damage: text('{"AWS":{"Ref":"VendorPrincipalArn"}}', '{"AWS":"*"}') },
  { ...hotglue, title: 'an output that tells something else', damage: text('{"Fn::GetAtt":["Role","Arn"]}', '{"Ref":"Role"}') },
  { ...cloudglue, title: 'a trust in another account', damage: text('992382634011:root', '992382634012:root') },
  { ...cloudglue, title: 'the vendor\'s bucket, whoever owns it', damage: without('aws:ResourceAccount') },
  { ...cloudglue, title: 'reading in the vendor\'s bucket', damage: text('"s3:PutObject"', '"s3:*Object"') },
  { ...cloudglue, title: 'another role name', damage: text('cloudglue-external-s3-access-role', 'cloudglue-access-role') },
  { ...cloudglue, title: 'outputs that are not exported', damage: without('Export') },
  { ...creativeForce, title: 'any ACL', damage: without('s3:x-amz-acl') },
  { ...creativeForce, title: 'any encryption', damage: without('s3:x-amz-server-side-encryption') },
  { ...creativeForce, title: 'an action too few', damage: text('"s3:GetObjectVersion"', '"s3:GetObjectTorrent"') },
];

/** One text in place of another, in the JSON of the template. */
function text(from: string, to: string): KitPlant['damage'] {
  return (template) => changed(template, JSON.parse(JSON.stringify(template).replaceAll(from, to)));
}

/** The branches of a choice in each other's place. */
function swapped(condition: string): KitPlant['damage'] {
  return rewritten((value) => {
    const choice = value['Fn::If'];
    return choice?.[0] === condition ? { 'Fn::If': [condition, choice[2], choice[1]] } : value;
  });
}

/** Without all entries of a name; what then is empty goes as well. */
function without(name: string): KitPlant['damage'] {
  return rewritten(({ [name]: _, ...rest }) => (_ !== undefined && Object.keys(rest).length === 0 ? undefined : rest));
}

/** Every object of the template, from the inside out. */
function rewritten(visit: Visit): KitPlant['damage'] {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      return value.map((item) => walk(item) ?? { Ref: 'AWS::NoValue' });
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return visit(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]).filter(([, item]) => item !== undefined)));
  };
  return (template) => changed(template, walk(template) as TemplateJson);
}

/** A change that finds nothing would make a plant that grows nothing. */
function changed(before: TemplateJson, after: TemplateJson): TemplateJson {
  if (JSON.stringify(before) === JSON.stringify(after)) {
    throw new Error('There is nothing to change in the template');
  }
  return after;
}
