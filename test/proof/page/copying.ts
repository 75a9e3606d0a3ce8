import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { PageDeclaration } from './page-case';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

/** With a key of another account, so that there is more than one text in a view. */
const DECLARATION: PageDeclaration = {
  title: '',
  externalId: 'acme-7f3k',
  buckets: [{ bucketName: 'acme-videos', prefix: 'raw/ü "quoted" & more', keyArn: 'arn:aws:kms:eu-west-1:444455556666:key/1' }],
};

/** Shows that each copy button gives exactly the text beside it, and says so. */
export async function copy(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await recorder.attempt('copying to the clipboard', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await page.fill(DECLARATION);
    await eachButton(page, recorder, 'gives exactly the text beside it', async (name, text) => {
      equal('clipboard', await page.page.evaluate(async () => navigator.clipboard.readText()), text);
      equal('announced', (await page.page.locator('#announcer').innerText()).trim(), `Copied ${name}`);
    });
    await page.close();
  });
  await recorder.attempt('copying where the clipboard is closed', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), {
      before: () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      },
    });
    await page.fill(DECLARATION);
    await eachButton(page, recorder, 'selects exactly the text beside it, where the clipboard is closed', async (name, text) => {
      // Browsers leave out the line break at the end.
      equal('selected', (await page.page.evaluate(() => getSelection()!.toString())).trimEnd(), text.trimEnd());
      equal('announced', (await page.page.locator('#announcer').innerText()).trim(), `Selected ${name}: press Ctrl+C or Command+C to copy`);
    });
    await page.close();
  });
}

async function eachButton(
  page: OpenPage, recorder: Recorder, claim: string, verify: (name: string, text: string) => Promise<void>,
): Promise<void> {
  let count = 0;
  for (const tab of await page.page.getByRole('tab').all()) {
    await tab.click();
    for (const block of await page.page.locator('[role="tabpanel"]:not([hidden]) .block').all()) {
      const button = block.getByRole('button');
      const name = (await button.getAttribute('aria-label'))!.replace(/^Copy /, '');
      await recorder.attempt(`"Copy ${name}" ${claim}`, async () => {
        await button.click();
        await page.page.waitForFunction(() => /^(Copied|Selected)/.test(document.getElementById('announcer')!.textContent!));
        await verify(name, (await block.locator('code').textContent())!);
        await page.page.evaluate(() => {
          document.getElementById('announcer')!.textContent = '';
        });
      });
      count++;
    }
  }
  recorder.judged(count);
  equal('texts to copy', count, 6);
}
