import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

const CALL_BACK = { account: '999988887777', topicName: 'on-role' };

/** Shows that the page says whom a stack tells of the role, before it can be launched, and nothing of the kind where nobody is told. */
export async function disclose(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await recorder.attempt('a stack that tells the vendor says so above its button, and why there are no other regions', async () => {
    const { page, close } = await opened(browser, { callBack: CALL_BACK, regions: ['eu-west-1'] });
    equal('notice', await page.locator('section:has(.launch) .notice').innerText(),
      'When it is created or updated, the stack tells Cloudglue the ARN of the role and the external ID (SNS topic on-role of account 999988887777). '
      + 'It works only in eu-west-1, where this topic is.');
    equal('region', await page.locator('#region-hint').innerText(),
      'Where the buckets lie, and where the stack is made. The stack works only where Cloudglue has its topic, so there are no others.');
    equal('regions', (await page.locator('#region option').allInnerTexts()).join(), 'eu-west-1');
    equal('external ID', (await page.locator('#external-id-hint').innerText()).startsWith('Choose one; the stack tells it to Cloudglue, a set-up by hand does not:'), true);
    await close();
    recorder.judged(4);
  });
  await recorder.attempt('a stack that tells nobody says nothing of it', async () => {
    const { page, close } = await opened(browser, {});
    equal('notices', await page.locator('section:has(.launch) .notice').count(), 0);
    equal('told', (await page.locator('body').innerText()).includes('the stack tells'), false);
    await close();
    recorder.judged(2);
  });
}

async function opened(browser: HeadlessBrowser, different: Parameters<typeof pageOf>[1]) {
  const open = await browser.open(pageOf(Vendors.cloudglue(), different));
  return { page: open.page, close: () => open.close() };
}
