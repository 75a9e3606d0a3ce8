import { CallBackTopic } from './call-back';
import { catalogueName } from './catalogue-name';
import { ExternalIdSource, KitFacts } from './kit-facts';
import { checkStackName } from './launch-link';
import { defaultRoleName } from './setup';
import { checkTemplateUrl } from './template-url';
import { checkKitVersion } from './version';
import { BOUNDS, checkPrincipalArn, checkRegion, partitionNamed, partitionOf, PrincipalKind, QUOTAS } from '../../policy/aws';
import { byCodeUnit, fail, reference } from '../../policy/base';
import { plainVendor } from '../../policy/request';
import { checkAccessMethod, VendorData } from '../../policy/vendor';

/** A vendor, as the API describes it. */
export interface DescribedVendor {
  readonly definition: VendorData;
  readonly _kind: PrincipalKind;
}

/** How a kit differs from what the vendor's definition says by itself. */
export interface FactsOptions {
  readonly slots?: number;
  /** `entered`, `issued` or `derived`. */
  readonly externalId?: string;
  readonly templateUrl?: string;
  readonly version?: string;
  readonly stackName?: string;
  readonly regions?: readonly string[];
  /** Checked already. */
  readonly callBack?: CallBackTopic;
}

/** The most buckets that one template takes: each may need a managed policy of its own. */
const MAX_SLOTS = QUOTAS.managedPolicies;

const SOURCES: readonly string[] = ['entered', 'issued', 'derived'] satisfies ExternalIdSource[];

/** What a kit knows of its vendor; checks all that the definition and the options say. */
export function factsOf(vendor: DescribedVendor, options: FactsOptions = {}): KitFacts {
  const data = checkVendor(vendor);
  const kind = vendor._kind;
  const { slots = 1, templateUrl, version, stackName } = options;
  if (!Number.isInteger(slots) || slots < 1 || slots > MAX_SLOTS) {
    fail('SlotsInvalid', 'slots', slots, `give a whole number from 1 to ${MAX_SLOTS}`);
  }
  return {
    vendor: data,
    principalKind: kind,
    asksPrincipal: (data.accounts ?? []).length + (data.principals ?? []).length === 0,
    externalId: externalIdSource(data, options.externalId),
    catalogue: catalogueName(data, kind),
    slots,
    stackName: stackName === undefined ? defaultStackName(data.name) : checkStackName(stackName, 'stackName'),
    templateUrl: templateUrl === undefined ? undefined : checkTemplateUrl(templateUrl, 'templateUrl'),
    regions: regionsOf(data, options),
    callBack: options.callBack,
    version: version === undefined ? undefined : checkKitVersion(version, 'version'),
  };
}

function checkVendor(vendor: DescribedVendor): VendorData {
  const data: VendorData | undefined = vendor?.definition;
  if (data === undefined) {
    fail('VendorTypeInvalid', 'vendor', vendor, 'use Vendor.fromDefinition, Vendor.fromDefinitionFile or one of Vendors');
  }
  // A template that stands alone has nothing to refer to. This is how the CDK writes tokens into text.
  if (/[$#]\{Token\[/.test(JSON.stringify(data))) {
    fail('StackContentInvalid', 'vendor', 'a definition with values of this app', 'write them out: a customer deploys the template alone');
  }
  const kind: PrincipalKind = vendor._kind;
  data.principals?.forEach((arn, i) => checkPrincipalArn(arn, kind, `vendor.principals[${i}]`));
  const facts = plainVendor({ data, kind }, { partition: data.partition ?? reference('Partition', BOUNDS.partition) });
  checkAccessMethod(facts, 'role', 'vendor');
  return data;
}

function externalIdSource(data: VendorData, chosen: string | undefined): ExternalIdSource {
  if (chosen !== undefined && !SOURCES.includes(chosen)) {
    fail('ValueTypeInvalid', 'externalId', chosen, `give one of ${SOURCES.join(', ')}`);
  }
  if (data.externalId === 'unsupported') {
    return chosen === undefined
      ? 'none'
      : fail('ExternalIdNotSupported', 'externalId', chosen, `${data.name} sends none and could never assume the role; leave it out`);
  }
  return chosen as ExternalIdSource | undefined ?? (data.externalIdIssuer === 'vendor' ? 'issued' : 'entered');
}

function regionsOf(data: VendorData, { regions: chosen, callBack }: FactsOptions): string[] {
  const partition = data.partition ?? data.principals?.[0]?.split(':')[1] ?? 'aws';
  if (chosen === undefined) {
    // A custom resource reaches a topic of its own region only.
    return callBack === undefined
      ? launchRegions(partition)
      : fail('RegionInvalid', 'regions', chosen, `name those that have the topic ${callBack.topicName}; a stack elsewhere would fail`);
  }
  if (!Array.isArray(chosen) || chosen.length === 0) {
    fail('RegionInvalid', 'regions', chosen, callBack === undefined ? 'give a list of regions, or leave it out' : `name those that have the topic ${callBack.topicName}`);
  }
  chosen.forEach((region, i) => {
    checkRegion(region, `regions[${i}]`);
    if (data.partition !== undefined && partitionOf(region).partition !== data.partition) {
      fail('RegionInvalid', `regions[${i}]`, region, `${data.name} works in partition ${data.partition}`);
    }
  });
  return [...new Set(chosen)].sort(byCodeUnit);
}

/** Regions that a template can be launched in, where the vendor does not choose: none without a console. */
function launchRegions(partition: string): string[] {
  const { console, regions } = partitionNamed(partition);
  return console === undefined ? [] : [...regions];
}

/** The name of a stack starts with a letter; that of a vendor may not. */
function defaultStackName(vendorName: string): string {
  return defaultRoleName(vendorName).replace(/^(?=[^a-z])/, 'vendor-');
}
