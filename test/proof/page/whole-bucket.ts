import { HeadlessBrowser } from './browser';
import { difference } from './canonical';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { CASES, PageDeclaration } from './page-case';
import { synthesized } from './synthesized';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

const CLOUDGLUE = CASES.find(({ name }) => name === 'Cloudglue')!;
const IN_FOLDER: PageDeclaration = { title: '', externalId: 'acme-7f3k', buckets: [{ bucketName: 'acme-videos', prefix: 'raw' }] };
const WHOLE: PageDeclaration = { ...IN_FOLDER, buckets: [{ bucketName: 'acme-videos' }] };

/** Shows that a whole bucket is opened only by choosing it, and that whoever has chosen it sees so. */
export async function choose(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  const page = await browser.open(pageOf(Vendors.cloudglue()));
  await page.fill(IN_FOLDER);
  await recorder.attempt('nothing is chosen at first, and without a folder nothing is granted', async () => {
    equal('chosen', await page.field('The whole bucket', 0).isChecked(), false);
    await page.field('Folder', 0).fill('');
    await page.field('Folder', 0).blur();
    equal('texts', (await page.texts('permissions')).length, 0);
    equal('launch', await page.launch(), null);
    equal('summary', (await page.page.locator('.summary li').allInnerTexts()).join(), 'Folder: ScopeMissing');
    await page.field('Folder', 0).fill('raw');
    await shows(page, IN_FOLDER, 'raw');
    recorder.judged(3);
  });
  await recorder.attempt('a whole bucket that is chosen is granted, handed over to the template, and said in words', async () => {
    await page.field('The whole bucket', 0).check();
    equal('folder in use', await page.field('Folder', 0).isEnabled(), false);
    equal('called wrong', await page.page.locator('[aria-invalid]').count(), 0);
    await shows(page, WHOLE, '*');
    equal('note', await noteOf(page), 'The access of Cloudglue covers everything in this bucket, also what is put there later.');
    recorder.judged(3);
  });
  await recorder.attempt('one that is chosen no more is closed again, to the folder that was typed before', async () => {
    await page.field('The whole bucket', 0).uncheck();
    equal('folder', await page.field('Folder', 0).inputValue(), 'raw');
    await shows(page, IN_FOLDER, 'raw');
    equal('note', (await noteOf(page)).startsWith('Such as '), true);
    recorder.judged(2);
  });
  await recorder.attempt('the choice is that of its own bucket', async () => {
    await page.setBuckets(2);
    await page.field('Bucket name', 1).fill('acme-cuts');
    await page.field('The whole bucket', 1).check();
    equal('first chosen', await page.field('The whole bucket', 0).isChecked(), false);
    await page.page.getByRole('button', { name: 'Remove bucket 1', exact: true }).click();
    equal('the one that stays', await page.field('The whole bucket', 0).isChecked(), true);
    await shows(page, { ...WHOLE, buckets: [{ bucketName: 'acme-cuts' }] }, '*');
    recorder.judged(2);
  });
  await recorder.attempt('one that was chosen is not chosen any more for whoever leaves the page and comes back', async () => {
    await page.leaveAndReturn();
    equal('chosen', await page.field('The whole bucket', 0).isChecked(), false);
    equal('folder in use', await page.field('Folder', 0).isEnabled(), true);
    equal('note', (await noteOf(page)).startsWith('Such as '), true);
    equal('texts', (await page.texts('permissions')).length, 0);
    recorder.judged(1);
  });
  await recorder.attempt('nor is a mode that was chosen', async () => {
    const modes = await page.field('Access', 0).locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value')!));
    await page.field('Access', 0).selectOption(modes[1]);
    await page.leaveAndReturn();
    equal('mode', await page.field('Access', 0).inputValue(), modes[0]);
    recorder.judged(1);
  });
  const quiet = await page.misbehaviour();
  recorder.check('a choice asks for nothing and complains of nothing', quiet.length === 0 ? undefined : quiet.join('\n'));
  await page.close();
}

async function shows(page: OpenPage, declaration: PageDeclaration, folder: string): Promise<void> {
  equal('difference', difference('permissions', (await page.policies()).permissions, synthesized(CLOUDGLUE, declaration).permissions), undefined);
  const query = new URLSearchParams(new URL((await page.launch())!).hash.replace(/^[^?]*\?/, ''));
  equal('folder handed over', query.get('param_Prefix'), folder);
}

/** What stands under the folder, for eyes and for screen readers. */
async function noteOf(page: OpenPage): Promise<string> {
  const described = (await page.field('The whole bucket', 0).getAttribute('aria-describedby'))!;
  return page.page.locator(`[id="${described}"]`).innerText();
}
