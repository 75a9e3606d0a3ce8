import { KitFacts, launchLink } from '../form';
import { htmlButton, markdownBadge } from '../texts';

/** Launch links, as data. */
interface LaunchLinks {
  /** Where the template is published; null while nobody knows. */
  readonly templateUrl: string | null;
  readonly version: string | null;
  readonly stackName: string;
  readonly regions: Readonly<Record<string, LaunchButtons>>;
}

/** The ways to start in one region. */
interface LaunchButtons {
  readonly link: string;
  readonly markdown: string;
  readonly html: string;
}

/** A link for each region; none before the template has an address. */
export function launchLinks(facts: KitFacts): LaunchLinks {
  const { templateUrl = null, version = null, stackName } = facts;
  const regions = templateUrl === null ? [] : facts.regions.map((region): [string, LaunchButtons] => {
    const link = launchLink(facts, { region });
    return [region, { link, markdown: markdownBadge(link), html: htmlButton(link) }];
  });
  return { templateUrl, version, stackName, regions: Object.fromEntries(regions) };
}
