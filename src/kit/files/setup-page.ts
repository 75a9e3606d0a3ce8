import { readFileSync } from 'fs';
import { join } from 'path';
import { KitFacts } from '../form';
import { escapeHtml } from '../texts';

/** The set-up page of a vendor: the bundled page, and the facts that it needs. */
export function setupPage(facts: KitFacts): string {
  const filled: Readonly<Record<string, string>> = { FACTS: dataOf(facts), TITLE: escapeHtml(`Connect S3 to ${facts.vendor.name}`) };
  const page = readFileSync(join(__dirname, '..', '..', '..', 'assets', 'setup-page.html'), 'utf8');
  // In one pass: what a vendor is called may look like a place to fill in, too.
  return page.replace(/%(FACTS|TITLE)%/g, (_, name: string) => filled[name]);
}

/** As JSON that cannot end the element that it is in, or start another one. */
function dataOf(facts: KitFacts): string {
  return JSON.stringify(facts).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
