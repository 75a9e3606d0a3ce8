import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { CASES } from './page-case';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

/** Shows that the page fits narrow screens and paper, and stays where it is while it loads. */
export async function fit(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  for (const vendorCase of CASES) {
    const page = await browser.open(pageOf(vendorCase.vendor()), { context: { viewport: { width: 320, height: 640 } } });
    await recorder.attempt(`${vendorCase.name}: 320 pixels are wide enough, empty, wrong, full, and with long values`, async () => {
      await withinView(page);
      await page.page.locator('.launch').click({ force: true });
      await withinView(page);
      await page.fill(vendorCase.declarations.at(-1)!);
      for (const tab of await page.page.getByRole('tab').all()) {
        await tab.dispatchEvent('click');
        await withinView(page);
        recorder.judged(1);
      }
      await page.field('Bucket name', 0).fill('x'.repeat(400));
      await page.field('KMS key ARN', 0).fill(`arn:aws:kms:${'y'.repeat(400)}`);
      await page.field('KMS key ARN', 0).blur();
      await page.page.waitForSelector('[aria-invalid]');
      await withinView(page);
    });
    await page.close();
  }

  await recorder.attempt('nothing moves while the page loads', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), {
      before: () => {
        Object.assign(window, { shifts: 0 });
        new PerformanceObserver((list) => {
          Object.assign(window, { shifts: (window as unknown as { shifts: number }).shifts + list.getEntries().length });
        }).observe({ type: 'layout-shift', buffered: true });
      },
    });
    await page.page.waitForTimeout(300);
    equal('shifts', await page.page.evaluate(() => (window as unknown as { shifts: number }).shifts), 0);
    await page.close();
    recorder.judged(1);
  });

  await recorder.attempt('a button that is pressed stays under the pointer, though leaving a field shows an error', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), { context: { viewport: { width: 320, height: 640 } } });
    await page.field('Bucket name').fill('No Bucket');
    await page.page.getByRole('button', { name: 'Add a bucket' }).click();
    equal('buckets', await page.page.locator('fieldset.bucket').count(), 2);
    await page.page.waitForSelector('[aria-invalid]');
    await page.close();
    recorder.judged(1);
  });

  await recorder.attempt('on paper every text is there, and no button', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()));
    await page.fill(CASES[0].declarations[0]);
    await page.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const visible = async (selector: string) => page.page.locator(selector)
      .evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);
    equal('texts', await visible('pre'), 5);
    equal('buttons', await visible('button, .launch, .skip'), 0);
    equal('paper', await page.page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    await page.close();
    recorder.judged(1);
  });
}

async function withinView({ page }: OpenPage): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = [...document.body.querySelectorAll('*')].filter((element) =>
      element.checkVisibility() && !element.closest('pre > *, .unseen, .skip') && element.getBoundingClientRect().right > width + 0.5);
    return { scrolls: document.documentElement.scrollWidth > width, over: over.map((element) => `${element.tagName} ${element.className}`).join() };
  });
  equal('scrolls sideways', wide.scrolls, false);
  equal('too wide', wide.over, '');
}
