import { checkSetup, checkTemplateUrl, KitFacts, launchLink, launchParameters, SetupInput } from '../src/kit/form';
import { AccessError } from '../src/policy/base';

/** Where the launch button leads, or why nowhere. */
export type LaunchTarget = { readonly link: string; readonly reason?: undefined } | { readonly link?: undefined; readonly reason: string };

const UNPUBLISHED = 'The template of this page has no address yet: launching needs the page and template.json side by side on Amazon S3, opened by an https address of S3.';

/**
 * Where the launch button leads, with all fields filled in.
 *
 * @param page the address of the page: where nobody told where the template is, it may lie beside the page
 */
export function launchTarget(facts: KitFacts, input: SetupInput, page: string): LaunchTarget {
  if (checkSetup(facts, withStandIns(facts, input)).issues.length > 0) {
    return { reason: 'Fill in the form first.' };
  }
  try {
    const templateUrl = facts.templateUrl ?? sibling(page);
    return templateUrl === undefined
      ? { reason: UNPUBLISHED }
      : { link: launchLink({ ...facts, templateUrl }, { region: input.region, parameters: launchParameters(facts, input) }) };
  } catch (e) {
    if (e instanceof AccessError) {
      return { reason: `${e.code}: ${e.detail}` };
    }
    throw e;
  }
}

/** A stack knows its account, and makes an external ID where the customer need not enter one; so nothing waits for these. */
function withStandIns(facts: KitFacts, input: SetupInput): SetupInput {
  return {
    ...input,
    accountId: input.accountId === '' ? '000000000000' : input.accountId,
    externalId: input.externalId === '' && facts.externalId === 'derived' ? 'made-by-the-stack' : input.externalId,
  };
}

function sibling(page: string): string | undefined {
  try {
    return checkTemplateUrl(new URL('template.json', page).href, 'templateUrl');
  } catch {
    return undefined;
  }
}
