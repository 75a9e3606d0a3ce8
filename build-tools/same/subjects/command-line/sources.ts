/** How a vendor stands to a partition: its own; one where the customer names its principal; one where it has no account. */
export type Standing = 'own' | 'named' | 'refused';

/** A vendor, as the command line is told of it, and a customer in one partition. */
export interface Source {
  readonly name: string;
  readonly region: string;
  readonly partition: string;
  /** Options that name the vendor. */
  readonly vendor: readonly string[];
  /** Options that name the external ID, where there is one. */
  readonly externalId: readonly string[];
  readonly standing: Standing;
  readonly input?: Readonly<Record<string, string>>;
}

const PARTITIONS: Readonly<Record<string, string>> = {
  'aws': 'eu-west-1', 'aws-cn': 'cn-north-1', 'aws-us-gov': 'us-gov-west-1', 'aws-eusc': 'eusc-de-east-1',
};

/** The vendors of the catalogue, each with what a customer brings. */
const CATALOGUE: Readonly<Record<string, { readonly principal?: string; readonly externalId?: string }>> = {
  'apperate': { principal: 'user/apperate-ws1', externalId: 'k3J-2f9a' },
  'cloudglue': { externalId: 'k3J-2f9a' },
  'coactive': { principal: 'role/coactive-ingest' },
  'creative-force': { externalId: 'cf-4711' },
  'hotglue': { principal: 'role/hotglue', externalId: 'tenant-4711' },
};

/** A vendor of its own in each partition, which uses every field that the vendors of the catalogue leave out. */
function definition(partition: string): object {
  return {
    name: 'Example Analytics',
    partition,
    accounts: ['123456789012'],
    principalArns: [`arn:${partition}:iam::123456789012:role/ingest-*`],
    externalId: 'optional',
    externalIdIssuer: 'vendor',
    readActions: ['s3:GetObjectTagging', 's3:GetObjectVersion'],
    writeActions: ['s3:PutObjectTagging'],
    companionBuckets: [{ bucketName: 'example-analytics-inbox', ownerAccount: '123456789012', mode: 'write', prefixes: ['drop'] }],
    acceptedEncryption: ['AES256', 'aws:kms'],
    sessionTags: [{ key: 'job' }, { key: 'tier', values: ['gold', 'silver'] }],
    documentationUrl: 'https://docs.example.com/s3',
  };
}

export const SOURCES: readonly Source[] = Object.entries(PARTITIONS).flatMap(([partition, region]) => [
  ...Object.entries(CATALOGUE).map(([id, { principal, externalId }]): Source => ({
    name: `${partition}/${id}`,
    region,
    partition,
    vendor: ['--vendor', id, ...(principal === undefined ? [] : ['--principal', `arn:${partition}:iam::777788889999:${principal}`])],
    externalId: externalId === undefined ? [] : ['--external-id', externalId],
    standing: partition === 'aws' ? 'own' : principal === undefined ? 'refused' : 'named',
  })),
  {
    name: `${partition}/definition`,
    region,
    partition,
    vendor: ['--vendor', './vendor.json'],
    externalId: ['--external-id', 'k3J-2f9a'],
    standing: 'own',
    input: { 'vendor.json': JSON.stringify(definition(partition)) },
  },
]);
