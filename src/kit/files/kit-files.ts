import { launchLinks } from './launch-links';
import { setupPage } from './setup-page';
import { templateYaml } from './template-yaml';
import { KitFacts } from '../form';
import { policyFiles } from '../texts';
import { setupGuide } from '../texts/guide';

/** One file of a kit. */
export interface KitFile {
  /** Where in the kit, with slashes. */
  readonly path: string;
  readonly content: string;
}

/** The files that every kit has; the policies come in a folder beside them. */
export const KIT_FILES = ['SETUP.md', 'launch-links.json', 'setup.html', 'template.json', 'template.yaml'] as const;

/** The folder of the policies. */
export const POLICIES = 'policies';

/** All that a vendor publishes, sorted by path. */
export function kitFiles(facts: KitFacts, template: object): KitFile[] {
  const files: Readonly<Record<typeof KIT_FILES[number], string>> = {
    'SETUP.md': setupGuide(facts),
    'launch-links.json': `${JSON.stringify(launchLinks(facts), undefined, 2)}\n`,
    'setup.html': setupPage(facts),
    // Without line breaks: CloudFormation counts them, too.
    'template.json': `${JSON.stringify(template)}\n`,
    'template.yaml': templateYaml(template),
  };
  return [...KIT_FILES.map((path) => ({ path, content: files[path] })), ...policyFiles(facts)];
}
