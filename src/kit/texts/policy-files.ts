import { BOUNDS, partitionNamed } from '../../policy/aws';
import { idOf, raising, reference, replaceAllReferences } from '../../policy/base';
import { Statement } from '../../policy/document';
import { compileIdentity, Mode, trustStatements } from '../../policy/grant';
import { checkAccess, checkRoleVendor, plainAccess, Surroundings, trustedParties } from '../../policy/request';
import { companionLocations, offeredModes, VendorFacts } from '../../policy/vendor';
import { PolicyJson, toJson } from '../../policy/write';
import { FORM_WORDS, KitFacts } from '../form';

/** One policy of a kit, for manual set-up. */
interface PolicyFile {
  /** Where in the kit, with slashes. */
  readonly path: string;
  readonly content: string;
}

/** What a customer puts in by hand: the placeholders of all policies, and what each stands for. */
export const PLACEHOLDERS = {
  ACCOUNT_ID: 'your AWS account: 12 digits',
  BUCKET_NAME: 'the name of your bucket',
  EXTERNAL_ID: 'the external ID that you and the vendor agree on',
  FOLDER: 'the folder in the bucket, without a slash at its start and end',
  KMS_KEY_ARN: 'the ARN of the KMS key that encrypts the bucket',
  REGION: 'the region of the bucket, such as eu-west-1',
  VENDOR_PRINCIPAL_ARN: 'the ARN of the role or user that the vendor names',
} as const;

type Placeholder = keyof typeof PLACEHOLDERS;

/** The parts of a permission policy that a customer may need or not. */
interface Variant {
  readonly mode: Mode;
  readonly folder: boolean;
  readonly key: boolean;
}

/** Policies for manual set-up: who may assume the role, and what it may do, for each mode, place and encryption. Sorted by path. */
export function policyFiles(facts: KitFacts): PolicyFile[] {
  const vendor = vendorOf(facts);
  const documents = [...trustPolicies(facts, vendor), ...permissionPolicies(facts, vendor)];
  return documents
    .map(([name, document]) => ({ path: `policies/${name}.json`, content: `${JSON.stringify(document, undefined, 2)}\n` }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The name of a permission policy, without folder and ending. It says where, as the wide one is not the ordinary one. */
export function policyName({ mode, folder, key }: Variant): string {
  return [mode === 'readWrite' ? 'read-write' : mode, folder ? 'folder' : 'whole-bucket', ...(key ? ['kms'] : [])].join('-');
}

/** Placeholders in a text, sorted. */
export function placeholdersIn(text: string): Placeholder[] {
  return (Object.keys(PLACEHOLDERS) as Placeholder[]).filter((name) => text.includes(`<${name}>`));
}

function trustPolicies(facts: KitFacts, vendor: VendorFacts): Array<[string, PolicyJson]> {
  const externalIds = facts.externalId === 'none' ? [] : [placeholder('EXTERNAL_ID', BOUNDS.externalId)];
  const trust = withPlaceholders(trustStatements(trustedParties(vendor, externalIds, 'vendor'), {}));
  return facts.asksPrincipal
    ? [['trust', trust], ['trust-pending', withPlaceholders(trustStatements([], {}))]]
    : [['trust', trust]];
}

function permissionPolicies(facts: KitFacts, vendor: VendorFacts): Array<[string, PolicyJson]> {
  return offeredModes(facts.vendor.modes).flatMap((mode) => [false, true].flatMap((folder) => [false, true].map((key): [string, PolicyJson] =>
    [policyName({ mode, folder, key }), permissions(facts, vendor, { mode, folder, key })])));
}

function permissions(facts: KitFacts, vendor: VendorFacts, { mode, folder, key }: Variant): PolicyJson {
  const account = placeholder('ACCOUNT_ID', BOUNDS.accountId);
  const location = raising((issues) => checkAccess({
    ...plainAccess({
      bucketName: placeholder('BUCKET_NAME', BOUNDS.bucketName),
      prefix: folder ? placeholder('FOLDER', BOUNDS.key) : '',
      wholeBucket: !folder,
      mode,
      keyArn: '',
    }, { field: 'bucket', vendor, account, words: FORM_WORDS }),
    kmsKeys: key ? [{ field: 'bucket', key: { arn: placeholder('KMS_KEY_ARN', BOUNDS.kmsKeyArn) }, region: placeholder('REGION', BOUNDS.region) }] : [],
  }, vendor, surroundingsOf(facts.vendor), issues));
  return withPlaceholders(compileIdentity([...companionLocations(vendor, account), location], {}));
}

function vendorOf({ vendor, principalKind: kind, asksPrincipal }: KitFacts): VendorFacts {
  const principalArn = asksPrincipal ? placeholder('VENDOR_PRINCIPAL_ARN', BOUNDS.principalArn) : undefined;
  return raising((issues) => checkRoleVendor({ vendor, kind, principalArn }, surroundingsOf(vendor).partition, issues));
}

/** Where the role will be, as far as the vendor decides. */
function surroundingsOf(vendor: KitFacts['vendor']): Surroundings {
  const { partition } = partitionNamed(vendor.partition);
  return { partition: { written: partition, known: partition } };
}

function placeholder(name: Placeholder, maxLength: number): string {
  return reference(name, maxLength);
}

/** The same statements with placeholders for people to find. */
function withPlaceholders(statements: readonly Statement[]): PolicyJson {
  return replaceAllReferences(toJson(statements), (found) => `<${idOf(found)}>`);
}
