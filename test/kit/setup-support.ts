import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, Vendor, VendorDefinition, Vendors, VendorS3AccessRole } from '../../src';
import { checkSetup, KitFacts, Setup, SetupInput } from '../../src/kit/form';
import { PrincipalKind } from '../../src/policy/aws';
import { BucketInput } from '../../src/policy/request';
import { VendorData } from '../../src/policy/vendor';
import { CatalogueName } from '../../src/policy/vendor/catalogue';
import { definitionOf } from '../support/catalogue';
import { DeployedTemplate } from '../support/deployed-template';
import { DeploymentValues } from '../support/intrinsics';
import { NamedPolicy, PolicyDocumentJson } from '../support/policy-document';

export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';
export const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ROLE_ARN = 'arn:aws:iam::999988887777:role/vendor/ingest';
export const USER_ARN = 'arn:aws:iam::999988887777:user/ingest';
export const TEMPLATE_URL = 'https://acme-kits.s3.eu-west-1.amazonaws.com/acme/1.0.0/template.json';

/** What a kit knows of a vendor; the rest is as the kit would have it by default. */
export function factsOf(definition: VendorDefinition, more: Partial<KitFacts> = {}): KitFacts {
  const vendor = JSON.parse(JSON.stringify(definition)) as VendorData;
  const { externalId, externalIdIssuer } = vendor;
  return {
    vendor,
    principalKind: 'any',
    asksPrincipal: vendor.accounts === undefined && vendor.principals === undefined,
    externalId: externalId === 'unsupported' ? 'none' : externalIdIssuer === 'vendor' ? 'issued' : 'entered',
    slots: 3,
    stackName: 'VendorAccess',
    templateUrl: TEMPLATE_URL,
    regions: ['eu-west-1', 'us-east-1'],
    version: '1.0.0',
    ...more,
  };
}

/** One of the catalogue, as a kit has it and as the construct does. */
export interface Known {
  readonly facts: KitFacts;
  readonly principalArn: string;
  readonly vendor: Vendor;
}

function known(catalogue: CatalogueName, definition: VendorDefinition, principalKind: PrincipalKind, vendor: Vendor, principalArn = ''): Known {
  return { facts: factsOf(definition, { catalogue, principalKind }), principalArn, vendor };
}

/** The five vendors, with the principal that the customer enters. */
export const FIVE: Readonly<Record<string, Known>> = {
  apperate: known('apperate', definitionOf('apperate'), 'user', Vendors.apperate({ userArn: USER_ARN }), USER_ARN),
  cloudglue: known('cloudglue', definitionOf('cloudglue'), 'any', Vendors.cloudglue()),
  coactive: known('coactive', definitionOf('coactive'), 'role', Vendors.coactive({ roleArn: ROLE_ARN }), ROLE_ARN),
  creativeForce: known('creativeForce', definitionOf('creativeForce'), 'any', Vendors.creativeForce()),
  hotglue: known('hotglue', definitionOf('hotglue'), 'any', Vendors.hotglue({ principalArn: ROLE_ARN }), ROLE_ARN),
};

/** A vendor with all that a definition can say, and with text that means something to every language of the kit. */
export const HOSTILE: VendorDefinition = {
  name: 'Ac\'me "$(touch x)" `id` ${y} %{z} $${w} \\ </script> | [a](b) <b> & Söhne',
  partition: 'aws',
  accounts: ['999988887777'],
  principalArns: ['arn:aws:iam::999988887777:role/ingest-*'],
  organizationId: 'o-a1b2c3d4e5',
  externalId: 'optional',
  externalIdIssuer: 'customer',
  modes: ['read', 'readWrite'],
  accessMethods: ['role'],
  readActions: ['s3:GetObjectVersion'],
  writeActions: ['s3:ListBucketMultipartUploads'],
  companionBuckets: [{ bucketName: 'acme-transfer', ownerAccount: '999988887777', mode: 'readWrite', prefixes: ['from/"customers"'] }],
  acceptedEncryption: ['aws:kms', 'aws:kms:dsse', 'AES256'],
  sessionTags: [{ key: 'tenant', values: ['a b', 'ü'] }, { key: 'run' }],
  pathVariables: { 'mode': '*', 'a-b': '??' },
  exportOutputs: true,
  documentationUrl: 'https://acme.example/setup?a=b&c=*d',
} as VendorDefinition;

/** Prefixes that mean something to a shell, to Terraform, to TypeScript, or to IAM. */
export const HOSTILE_PREFIXES = [
  'it\'s', '$(touch x)', '`touch x`', 'a/${b}', '%{if true}', '$${x}%%{y}', 'star*/what?', 'say "hi"', 'back\\slash', '</script><!--', '#{x} ;|&<>!~', 'soft\u00adhyphen', 'ünïcode', '{a}', '${aws:username}', '$', '%', '-n',
];

/** One bucket as typed: a whole one, where nothing is said of a folder. */
export function bucketOf(more: Partial<BucketInput> = {}): BucketInput {
  return { bucketName: 'orders', prefix: '', wholeBucket: (more.prefix ?? '') === '', mode: '', keyArn: '', ...more };
}

/** A role's worth of input. */
export function inputOf(more: Partial<SetupInput> = {}): SetupInput {
  return {
    accountId: ACCOUNT,
    region: REGION,
    externalId: '',
    principalArn: '',
    roleName: '',
    buckets: [bucketOf()],
    ...more,
  };
}

/** The input for a vendor: all that it needs, and one bucket. */
export function inputFor(facts: KitFacts, principalArn: string, more: Partial<SetupInput> = {}): SetupInput {
  return inputOf({ externalId: facts.externalId === 'none' ? '' : 'k3J_2f9a=/', principalArn, ...more });
}

/** A set-up; it must be a good one. */
export function setupOf(facts: KitFacts, input: SetupInput): Setup {
  const { setup, issues } = checkSetup(facts, input);
  if (setup === undefined) {
    throw new Error(JSON.stringify(issues));
  }
  return setup;
}

/** What a customer with the CDK writes for the same thing. */
export function construct({ accountId, region, externalId, roleName, buckets }: Pick<Setup, 'accountId' | 'region' | 'externalId' | 'buckets'> & { roleName?: string }, vendor: Vendor): VendorS3AccessRole {
  const stack = new Stack(new App(), 'Stack', { env: { account: accountId, region } });
  return new VendorS3AccessRole(stack, 'Access', {
    vendor,
    externalId,
    roleName,
    access: buckets.map(({ bucketName, prefix, mode, keyArn }, i) => S3Access[mode](Bucket.fromBucketName(stack, `Bucket${i}`, bucketName), {
      ...(prefix === undefined ? { wholeBucket: true } : { prefixes: [prefix] }),
      ...(keyArn === undefined ? {} : { encryptionKeys: [Key.fromKeyArn(stack, `Key${i}`, keyArn)] }),
    })),
  });
}

/** The documents that a stack with one role would deploy. */
export interface Documents {
  readonly trust: PolicyDocumentJson;
  readonly permissions: readonly PolicyDocumentJson[];
  readonly roleName: string;
  readonly description: string;
}

export function documentsOf(stack: Stack, values: Partial<DeploymentValues> = {}): Documents {
  const deployed = DeployedTemplate.of(stack, values);
  const role = deployed.id('AWS::IAM::Role');
  const { RoleName, Description } = deployed.properties(role);
  return {
    trust: deployed.trustPolicy(),
    permissions: deployed.identityPolicies(role).map(({ policy }: NamedPolicy) => policy),
    roleName: RoleName,
    description: Description,
  };
}
