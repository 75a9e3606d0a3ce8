import { KitFacts } from './kit-facts';
import { PARAMETERS, slotParameters } from './parameter-names';
import { PREFIX, PREFIX_LENGTH } from './parameter-patterns';
import { Parameter, templateParameters } from './parameters';
import type { SetupInput } from './setup';
import { checkTemplateUrl, partitionOfTemplate } from './template-url';
import { checkRegion, partitionOf, STACK_QUOTAS } from '../../policy/aws';
import { byCodeUnit, didYouMean, fail, Issues, raising } from '../../policy/base';
import { checkExternalId, WHOLE_BUCKET_FOLDER } from '../../policy/grant';
import { offeredModes } from '../../policy/vendor';


/** Where a launch link leads, and what it fills in. */
interface LaunchTarget {
  readonly region: string;
  /** The kit's own name for the stack if there is none. */
  readonly stackName?: string;
  /** Values by the name of the parameter; an empty one is left to the template's default. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * The longest link. Browsers take more, but a customer who is not signed in yet is sent through the sign-in page with the link
 * inside another address, and servers commonly refuse one beyond 8 KiB.
 */
const MAX_LINK = 8000;

/**
 * A link that opens CloudFormation's quick-create page for the kit's template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
export function launchLink(facts: KitFacts, target: LaunchTarget): string {
  return raising((issues) => checkedLink(facts, target, issues));
}

function checkedLink(facts: KitFacts, { region, stackName = facts.stackName, parameters = {} }: LaunchTarget, issues: Issues): string | undefined {
  const templateUrl = issues.check(() => checkTemplateUrl(facts.templateUrl, 'templateUrl'));
  const console = templateUrl && issues.check(() => consoleIn(region, facts, partitionOfTemplate(templateUrl)!));
  const name = issues.check(() => checkStackName(stackName, 'stackName'));
  const known = templateParameters(facts);
  const filledIn = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([parameter, value]) => issues.check((): [string, string] => {
      checkParameter(parameter, value, known);
      return [`param_${parameter}`, value];
    }));
  if (templateUrl === undefined || console === undefined || name === undefined || !filledIn.every((one) => one !== undefined)) {
    return undefined;
  }
  const query = [['templateURL', templateUrl], ['stackName', name], ...filledIn]
    .map(([key, value]) => `${key}=${encode(value)}`)
    .join('&');
  const link = `https://${region}.${console}/cloudformation/home?region=${region}#/stacks/quickcreate?${query}`;
  return issues.check(() => {
    if (link.length > MAX_LINK) {
      fail('LaunchLinkInvalid', 'parameters', `${link.length} characters`, `a link holds ${MAX_LINK}; fill in fewer parameters`);
    }
    return link;
  });
}

function checkParameter(name: string, value: unknown, known: Readonly<Record<string, Parameter>>): void {
  const field = `parameters.${name}`;
  if (!Object.hasOwn(known, name)) {
    fail('LaunchLinkInvalid', field, name, `${didYouMean(name, Object.keys(known))}the template has ${Object.keys(known).join(', ')}`);
  }
  checkValue(value, field);
  checkTaken(value, known[name], field);
  if (name === PARAMETERS.externalId) {
    checkExternalId(value, field);
  }
}

/** What a customer has typed, as parameters of the template. What the vendor fixes is no parameter, and is left out. */
export function launchParameters({ vendor, slots }: KitFacts, input: SetupInput): Record<string, string> {
  if (input.buckets.length > slots) {
    fail('SlotsInvalid', 'buckets', input.buckets.length, `the template takes ${slots}`);
  }
  const [onlyMode, ...otherModes] = offeredModes(vendor.modes);
  const typed: Array<[string, string]> = [
    [PARAMETERS.externalId, input.externalId],
    [PARAMETERS.principalArn, input.principalArn],
    [PARAMETERS.roleName, input.roleName === vendor.roleName ? '' : input.roleName],
    ...input.buckets.flatMap((bucket, i): Array<[string, string]> => {
      const names = slotParameters(i + 1);
      return [
        [names.bucketName, bucket.bucketName],
        [names.prefix, bucket.wholeBucket ? WHOLE_BUCKET_FOLDER : folder(bucket.prefix, `buckets[${i}].prefix`)],
        [names.mode, otherModes.length === 0 && bucket.mode === onlyMode ? '' : bucket.mode],
        [names.keyArn, bucket.keyArn],
      ];
    }),
  ];
  return Object.fromEntries(typed.filter(([, value]) => value !== ''));
}

/** A folder as the template takes it: without its final slash, and never what it would read as the whole bucket. */
function folder(prefix: string, field: string): string {
  const path = prefix.replace(/\/$/, '');
  if (isWholeBucketFolder(path) || !new RegExp(PREFIX).test(path) || path.length > PREFIX_LENGTH) {
    fail('LaunchLinkInvalid', field, prefix, `the template takes a folder such as a/b, in plain characters, of at most ${PREFIX_LENGTH}; set up others by hand`);
  }
  return path;
}

/** Also as an address has it, once or several times: nobody knows how often it is read on its way to the template. */
function isWholeBucketFolder(path: string): boolean {
  return path === WHOLE_BUCKET_FOLDER || /^%(25)*2A$/i.test(path);
}

/** Checks the name of a stack. */
export function checkStackName(name: unknown, field: string): string {
  if (typeof name !== 'string' || !/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    fail('StackNameInvalid', field, name, 'use 1 to 128 letters, digits and hyphens, with a letter first');
  }
  return name;
}

/** The domain of the console for a region that the template can be launched in. */
function consoleIn(region: string, { regions, vendor }: KitFacts, published: string): string {
  checkRegion(region, 'region');
  if (!regions.includes(region)) {
    fail('RegionInvalid', 'region', region, `the template is for ${regions.join(', ') || 'no region yet'}`);
  }
  const { partition, console } = partitionOf(region);
  if (partition !== published) {
    fail('RegionInvalid', 'region', region, `the template is published in partition ${published}, and CloudFormation reads it in that one only`);
  }
  if (vendor.partition !== undefined && vendor.partition !== partition) {
    fail('RegionInvalid', 'region', region, `${vendor.name} works in partition ${vendor.partition}; choose a region of that`);
  }
  return console ?? fail('RegionInvalid', 'region', region, 'its console has no public address; deploy the template itself');
}

function checkValue(value: unknown, field: string): asserts value is string {
  if (typeof value !== 'string' || /\p{Cs}/u.test(value)) {
    fail('LaunchLinkInvalid', field, value, 'give text');
  }
  const bytes = new TextEncoder().encode(value).length;
  if (bytes > STACK_QUOTAS.parameterValue) {
    fail('LaunchLinkInvalid', field, `${bytes} bytes`, `a parameter of CloudFormation holds ${STACK_QUOTAS.parameterValue}`);
  }
}

/** Refuses what the template would refuse, for the customer would learn it only there. */
function checkTaken(value: string, { label, allowedPattern, allowedValues, maxLength, constraintDescription }: Parameter, field: string): void {
  const taken = value.length <= (maxLength ?? STACK_QUOTAS.parameterValue)
    && (allowedPattern === undefined || new RegExp(allowedPattern).test(value))
    && (allowedValues === undefined || allowedValues.includes(value));
  if (!taken) {
    fail('LaunchLinkInvalid', field, value, `the template does not take this as "${label}": ${constraintDescription ?? `give ${allowedValues!.join(' or ')}`}`);
  }
}

/** The characters that are left would end a link in Markdown, or a quoted attribute. */
function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
