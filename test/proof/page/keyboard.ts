import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

/** Shows that a set-up is made without a mouse. */
export async function type(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  const page = await browser.open(pageOf(Vendors.hotglue()), { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  const { keyboard } = page.page;
  await recorder.attempt('the first stop leads past the heading to the form', async () => {
    await keyboard.press('Tab');
    equal('focused', await focused(page), 'Skip to the form');
    await keyboard.press('Enter');
    equal('focused', await page.page.evaluate(() => document.activeElement!.id), 'setup');
    // The address has a fragment now, and nothing else has changed.
    await page.page.evaluate(() => history.replaceState(null, '', location.pathname));
    recorder.judged(1);
  });
  await recorder.attempt('a set-up is typed with keys alone', async () => {
    const typed = ['111122223333', 'eu', 'tenant-1', 'arn:aws:iam::123456789012:role/x', '', 'acme-orders', '', 'incoming', '', ''];
    for (const text of typed) {
      await keyboard.press('Tab');
      await keyboard.type(text);
    }
    await keyboard.press('Enter');
    equal('address', page.page.url(), page.address);
    equal('policies', (await page.policies()).permissions.length, 1);
    recorder.judged(typed.length);
  });
  await recorder.attempt('a whole bucket is opened, and closed again, with Space', async () => {
    await page.field('The whole bucket', 0).focus();
    await keyboard.press('Space');
    equal('folder in use', await page.field('Folder', 0).isEnabled(), false);
    await keyboard.press('Tab');
    equal('focused', await page.field('Access', 0).evaluate((element) => element === document.activeElement), true);
    await keyboard.press('Shift+Tab');
    await keyboard.press('Space');
    equal('folder', await page.field('Folder', 0).inputValue(), 'incoming');
    await page.field('KMS key ARN', 0).focus();
    recorder.judged(2);
  });
  await recorder.attempt('a bucket is added with Enter and removed with Space, and the focus goes along', async () => {
    await keyboard.press('Tab');
    equal('focused', await focused(page), 'Add a bucket');
    await keyboard.press('Enter');
    equal('focused', await page.field('Bucket name', 1).evaluate((element) => element === document.activeElement), true);
    await keyboard.press('Shift+Tab');
    equal('focused', await focused(page), 'Remove bucket 2');
    await keyboard.press('Space');
    equal('buckets', await page.page.locator('fieldset.bucket').count(), 1);
    equal('focused', await page.field('Bucket name', 0).evaluate((element) => element === document.activeElement), true);
    recorder.judged(2);
  });
  await recorder.attempt('arrows, Home and End go through the tabs, which are one stop', async () => {
    await page.page.getByRole('tab', { name: 'Trust policy' }).focus();
    for (const [key, name] of [['ArrowRight', 'Permissions'], ['End', 'Terraform'], ['ArrowRight', 'Trust policy'], ['ArrowLeft', 'Terraform'], ['Home', 'Trust policy']]) {
      await keyboard.press(key);
      equal(key, await focused(page), name);
      equal('panels', (await page.page.locator('[role="tabpanel"]:not([hidden])').getAttribute('aria-labelledby')), await page.page.evaluate(() => document.activeElement!.id));
    }
    equal('stops', await page.page.locator('[role="tab"][tabindex="0"]').count(), 1);
    recorder.judged(5);
  });
  await recorder.attempt('a text is copied with Space', async () => {
    await keyboard.press('Tab');
    equal('focused', await focused(page), 'Copy trust policy');
    await keyboard.press('Space');
    await page.page.waitForFunction(() => document.getElementById('announcer')!.textContent!.startsWith('Copied'));
    equal('clipboard', await page.page.evaluate(async () => navigator.clipboard.readText()), (await page.texts('trust'))[0]);
    recorder.judged(1);
  });
  await recorder.attempt('Tab reaches all that can be used, in the order of the page, and shows where it is', async () => walk(page, recorder));
  await page.close();

  await recorder.attempt('Enter on the button that leads nowhere goes to the first field that is wrong', async () => {
    const empty = await browser.open(pageOf(Vendors.hotglue()));
    await empty.page.locator('.launch').focus();
    await empty.page.keyboard.press('Enter');
    equal('focused', await empty.page.evaluate(() => document.activeElement!.id), 'account-id');
    await empty.close();
    recorder.judged(1);
  });
}

async function walk(page: OpenPage, recorder: Recorder): Promise<void> {
  const usable = await page.page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    getSelection()!.removeAllRanges();
    const all = [...document.querySelectorAll<HTMLElement>('a[href], a[tabindex="0"], button, input, select, pre')];
    const stops = all.filter((element) => element.checkVisibility() && element.tabIndex === 0);
    stops.forEach((element, i) => element.setAttribute('data-stop', String(i)));
    return stops.length;
  });
  await page.page.locator('h1').click();
  const reached: number[] = [];
  // The heading comes after the first stop.
  for (let i = 1; i < usable; i++) {
    await page.page.keyboard.press('Tab');
    const { stop, outline } = await page.page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return { stop: Number(document.activeElement!.getAttribute('data-stop') ?? -1), outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
    });
    reached.push(stop);
    if (outline < 2) {
      throw new Error(`stop ${stop} does not show that it has the focus`);
    }
  }
  equal('stops', reached.join(), Array.from({ length: usable - 1 }, (_, i) => i + 1).join());
  recorder.judged(usable);
}

async function focused(page: OpenPage): Promise<string> {
  return page.page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent!);
}
