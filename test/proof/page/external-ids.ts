import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { PageDeclaration } from './page-case';
import { OneClickExternalId, Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

const WITHOUT: PageDeclaration = { title: '', buckets: [{ bucketName: 'acme-videos' }] };

/** Shows what the page does about an external ID that the customer, the vendor, or the stack thinks up. */
export async function agreeOnIds(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await recorder.attempt('an ID that the stack makes: launching needs none, a set-up by hand does', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue(), { externalId: OneClickExternalId.STACK_ID }));
    await page.fill(WITHOUT);
    equal('parameters', new URL((await page.launch())!).hash.includes('param_ExternalId'), false);
    equal('texts', (await page.texts('trust')).length, 0);
    equal('required', await page.field('External ID').getAttribute('aria-required'), null);
    await page.field('External ID').fill('acme-7f3k');
    equal('parameters, with one', new URL((await page.launch())!).hash.includes('param_ExternalId=acme-7f3k'), true);
    equal('texts, with one', (await page.texts('trust')).length, 1);
    await page.field('External ID').fill('not one');
    equal('launch, with a bad one', await page.launch(), null);
    await page.close();
    recorder.judged(3);
  });
  await recorder.attempt('an ID that the customer chooses: launching needs it, and the page can suggest one', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()));
    await page.fill(WITHOUT);
    equal('launch', await page.launch(), null);
    const suggested = new Set<string>();
    for (let i = 0; i < 5; i++) {
      await page.page.getByRole('button', { name: 'Suggest one' }).click();
      suggested.add(await page.field('External ID').inputValue());
    }
    equal('different ones', suggested.size, 5);
    equal('long enough', [...suggested].every((id) => /^[a-z0-9]{26}$/.test(id)), true);
    equal('trust', JSON.stringify((await page.policies()).trust).includes(`"sts:ExternalId":"${[...suggested].at(-1)}"`), true);
    await page.close();
    recorder.judged(5);
  });
  await recorder.attempt('an ID that the vendor issues: the page suggests none, and says where it comes from', async () => {
    const page = await browser.open(pageOf(Vendors.creativeForce()));
    equal('suggestions', await page.page.getByRole('button', { name: 'Suggest one' }).count(), 0);
    equal('hint', (await page.page.locator('#external-id-hint').innerText()).startsWith('Creative Force issues it'), true);
    await page.close();
    recorder.judged(1);
  });
}
