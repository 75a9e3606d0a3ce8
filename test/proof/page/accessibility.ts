import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { CASES } from './page-case';
import { Recorder } from '../report/recorder';

/** What the browser tells a screen reader of one element. */
interface Told {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly invalid: boolean;
}

const NAMED = ['button', 'link', 'textbox', 'combobox', 'tab', 'tabpanel', 'tablist', 'region', 'group', 'form', 'heading'];

/** Shows that what screen readers are told suffices to use the page. */
export async function tell(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  for (const vendorCase of CASES) {
    const page = await browser.open(pageOf(vendorCase.vendor()));
    await page.fill(vendorCase.declarations.at(-1)!);
    await recorder.attempt(`${vendorCase.name}: everything that can be used has a name of its own`, async () => {
      const told = await tree(page);
      recorder.judged(told.length);
      equal('without a name', told.filter(({ role, name }) => NAMED.includes(role) && name.trim() === '').map(({ role }) => role).join(), '');
      const names = told.filter(({ role }) => ['button', 'link', 'tab'].includes(role)).map(({ role, name }) => `${role} ${name}`);
      equal('names that are used twice', names.filter((name, i) => names.indexOf(name) !== i).join(), '');
      const fields = told.filter(({ role }) => ['textbox', 'combobox'].includes(role));
      equal('fields without a hint', fields.filter(({ description }) => description.trim() === '').map(({ name }) => name).join(), '');
    });
    await recorder.attempt(`${vendorCase.name}: headings are in order, and everything is in a landmark`, async () => {
      const levels = await page.page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
      equal('first', levels[0], 1);
      equal('titles of the page', levels.filter((level) => level === 1).length, 1);
      equal('skipped', levels.findIndex((level, i) => i > 0 && level > levels[i - 1] + 1), -1);
      equal('language', await page.page.locator('html').getAttribute('lang'), 'en');
      equal('outside of landmarks', await page.page.evaluate(() => [...document.body.children]
        .filter((element) => !['HEADER', 'MAIN', 'FOOTER', 'SCRIPT', 'NOSCRIPT'].includes(element.tagName) && !element.matches('.skip, [role="status"]')).length), 0);
      const ids = await page.page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      equal('IDs that are used twice', ids.filter((id, i) => ids.indexOf(id) !== i).join(), '');
      recorder.judged(levels.length);
    });
    await recorder.attempt(`${vendorCase.name}: an error is told with its field`, async () => {
      await page.field('Bucket name', 0).fill('No Bucket');
      await page.field('Bucket name', 0).blur();
      await page.page.waitForSelector('[aria-invalid]');
      const wrong = (await tree(page)).filter(({ invalid }) => invalid);
      equal('fields', wrong.map(({ name }) => name).join(), 'Bucket name');
      equal('description', wrong[0].description.includes('BucketNameInvalid received'), true);
      recorder.judged(1);
    });
    await page.close();
  }
}

async function tree({ context, page }: OpenPage): Promise<Told[]> {
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description, properties = [] }) => ({
    role: role?.value ?? '',
    name: name?.value ?? '',
    description: description?.value ?? '',
    invalid: properties.some((property) => property.name === 'invalid' && property.value.value === 'true'),
  }));
}
