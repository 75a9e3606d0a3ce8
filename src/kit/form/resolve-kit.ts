import { catalogueName } from './catalogue-name';
import { CallBackTopic, ExternalIdSource, KitFacts } from './kit-facts';
import { checkStackName } from './launch-link';
import { PARAMETERS } from './parameter-names';
import { defaultRoleName } from './setup';
import { checkTemplateUrl } from './template-url';
import { checkKitVersion } from './version';
import { BOUNDS, checkRegion, partitionNamed, partitionOf, PrincipalKind, QUOTAS } from '../../policy/aws';
import { byCodeUnit, didYouMean, fail, Issues, raising, reference } from '../../policy/base';
import { checkRoleVendor } from '../../policy/request';
import { VendorData, VendorFacts } from '../../policy/vendor';

/** A vendor, as the API describes it. */
interface DescribedVendor {
  readonly definition: VendorData;
  readonly _kind: PrincipalKind;
}

/** How a kit differs from what the vendor's definition says by itself. */
interface FactsOptions {
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

/** A kit's vendor: as it was described, and as the core resolves it. */
interface ResolvedKit {
  readonly facts: KitFacts;
  /** As the template names it: where the customer enters the principal, the reference to that. */
  readonly vendor: VendorFacts;
}

/** What a kit knows of its vendor; checks all that the definition and the options say. */
export function kitFacts(vendor: DescribedVendor, options: FactsOptions = {}): KitFacts {
  return resolveKit(vendor, options).facts;
}

/** The same, for whoever makes the template. */
export function resolveKit(described: DescribedVendor, options: FactsOptions = {}): ResolvedKit {
  return raising((issues) => {
    const data = checkDescribed(described, issues);
    const vendor = data && checkResolved(described, data, issues);
    const facts = checkFacts(described, vendor && data, options, issues);
    return facts && vendor && { facts, vendor };
  });
}

function checkFacts(vendor: DescribedVendor, data: VendorData | undefined, options: FactsOptions, issues: Issues): KitFacts | undefined {
  const { slots = 1, templateUrl, version, stackName } = options;
  issues.check(() => checkSlots(slots));
  const externalId = data && issues.check(() => externalIdSource(data, options.externalId));
  const known = {
    stackName: stackName === undefined ? undefined : issues.check(() => checkStackName(stackName, 'stackName')),
    templateUrl: templateUrl === undefined ? undefined : issues.check(() => checkTemplateUrl(templateUrl, 'templateUrl')),
    regions: data && checkRegions(data, options, issues),
    version: version === undefined ? undefined : issues.check(() => checkKitVersion(version, 'version')),
  };
  return data && externalId && {
    vendor: data,
    principalKind: vendor._kind,
    asksPrincipal: namesNobody(data),
    externalId,
    catalogue: catalogueName(data, vendor._kind),
    slots,
    stackName: known.stackName ?? defaultStackName(data.name),
    templateUrl: known.templateUrl,
    regions: known.regions ?? [],
    callBack: options.callBack,
    version: known.version,
  };
}

function checkDescribed(vendor: DescribedVendor, issues: Issues): VendorData | undefined {
  const data: VendorData | undefined = vendor?.definition;
  return issues.check(() => {
    if (data === undefined) {
      fail('VendorTypeInvalid', 'vendor', vendor, 'use Vendor.fromDefinition, Vendor.fromDefinitionFile or one of Vendors');
    }
    // A template that stands alone has nothing to refer to. This is how the CDK writes tokens into text.
    if (/[$#]\{Token\[/.test(JSON.stringify(data))) {
      fail('StackContentInvalid', 'vendor', 'a definition with values of this app', 'write them out: a customer deploys the template alone');
    }
    return data;
  });
}

/** A partition that the vendor declares is written out: there a stranger may have the account. */
function checkResolved({ _kind: kind }: DescribedVendor, data: VendorData, issues: Issues): VendorFacts | undefined {
  const partition = { written: data.partition ?? reference('Partition', BOUNDS.partition), known: data.partition };
  const principalArn = namesNobody(data) ? reference(PARAMETERS.principalArn, BOUNDS.principalArn) : undefined;
  return checkRoleVendor({ vendor: data, kind, principalArn }, partition, issues);
}

/** Whether a definition, checked or not, leaves the principal to the customer. */
function namesNobody({ accounts = [], principals = [] }: VendorData): boolean {
  return [accounts, principals].every((list) => Array.isArray(list) && list.length === 0);
}

function checkSlots(slots: number): void {
  if (!Number.isInteger(slots) || slots < 1 || slots > MAX_SLOTS) {
    fail('SlotsInvalid', 'slots', slots, `give a whole number from 1 to ${MAX_SLOTS}`);
  }
}

function externalIdSource(data: VendorData, chosen: string | undefined): ExternalIdSource {
  if (chosen !== undefined && !SOURCES.includes(chosen)) {
    fail('ValueTypeInvalid', 'externalId', chosen, `${didYouMean(chosen, SOURCES)}give one of ${SOURCES.join(', ')}`);
  }
  if (data.externalId === 'unsupported') {
    return chosen === undefined
      ? 'none'
      : fail('ExternalIdNotSupported', 'externalId', chosen, `${data.name} sends none and could never assume the role; leave it out`);
  }
  return chosen as ExternalIdSource | undefined ?? (data.externalIdIssuer === 'vendor' ? 'issued' : 'entered');
}

function checkRegions(data: VendorData, { regions: chosen, callBack }: FactsOptions, issues: Issues): string[] {
  const partition = data.partition ?? data.principals?.[0]?.split(':')[1] ?? 'aws';
  if (chosen === undefined && callBack === undefined) {
    return launchRegions(partition);
  }
  const listed = issues.check(() => {
    // A custom resource reaches a topic of its own region only.
    if (chosen === undefined) {
      return fail('RegionInvalid', 'regions', chosen, `name those that have the topic ${callBack!.topicName}; a stack elsewhere would fail`);
    }
    if (!Array.isArray(chosen) || chosen.length === 0) {
      fail('RegionInvalid', 'regions', chosen, callBack === undefined ? 'give a list of regions, or leave it out' : `name those that have the topic ${callBack.topicName}`);
    }
    return chosen;
  }) ?? [];
  listed.forEach((region, i) => issues.check(() => {
    checkRegion(region, `regions[${i}]`);
    if (data.partition !== undefined && partitionOf(region).partition !== data.partition) {
      fail('RegionInvalid', `regions[${i}]`, region, `${data.name} works in partition ${data.partition}; choose a region of that`);
    }
  }));
  return [...new Set(listed)].sort(byCodeUnit);
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
