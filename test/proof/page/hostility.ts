import { ADDRESS, HeadlessBrowser } from './browser';
import { difference } from './canonical';
import { equal } from './equal';
import { HOSTILE } from './hostile-values';
import { pageOf, withFacts } from './kit-page';
import { OpenPage } from './open-page';
import { CASES, PageDeclaration } from './page-case';
import { synthesized } from './synthesized';
import { Vendor, Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

const LABELS = ['AWS account ID', 'External ID', 'Principal of', 'Role name', 'Bucket name', 'Folder', 'KMS key ARN'];

const HOTGLUE = CASES.find(({ name }) => name === 'hotglue')!;

/** Shows that nothing typed, linked or written into the facts runs, loads or leaves. */
export async function resist(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await typed(browser, recorder);
  await linked(browser, recorder);
  await defined(browser, recorder);
}

async function typed(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  const page = await browser.open(pageOf(Vendors.hotglue()));
  for (const [title, value] of Object.entries(HOSTILE)) {
    await recorder.attempt(`${title}, in every field: is text`, async () => {
      for (const label of LABELS) {
        await page.field(label).fill(value);
      }
      await behaves(page);
      recorder.judged(LABELS.length);
    });
  }
  const declaration = (prefix: string): PageDeclaration => ({ title: '', externalId: 'tenant-1', buckets: [{ bucketName: 'acme-orders', prefix }] });
  await page.fill(declaration(''));
  for (const [title, value] of Object.entries(HOSTILE)) {
    // A folder may be called almost anything; then all texts are shown, with that name in them.
    await recorder.attempt(`${title}, as a folder: is refused, or shown as the construct writes it`, async () => {
      await page.field('Folder').fill(value);
      if ((await page.texts('trust')).length === 0) {
        refuses(() => synthesized(HOTGLUE, declaration(value)));
      } else {
        const differs = difference('permissions', (await page.policies()).permissions, synthesized(HOTGLUE, declaration(value)).permissions);
        equal('difference', differs, undefined);
      }
      await behaves(page);
      recorder.judged(1);
    });
  }
  await page.close();
}

async function linked(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await recorder.attempt('an external ID in the address is filled in, and in the policy', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), { address: `${ADDRESS}?utm=1&externalId=a%2Bb%3Dc%2Fd` });
    equal('field', await page.field('External ID').inputValue(), 'a+b=c/d');
    equal('called wrong', await page.page.locator('[aria-invalid]').count(), 0);
    await page.fill({ title: '', externalId: 'a+b=c/d', buckets: [{ bucketName: 'acme-orders' }] });
    equal('trust', JSON.stringify((await page.policies()).trust).includes('"sts:ExternalId":"a+b=c/d"'), true);
    await behaves(page);
    await page.close();
    recorder.judged(1);
  });
  await recorder.attempt('an external ID in the address that is none is called wrong at once', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()), { address: `${ADDRESS}?externalId=%3Cimg%3E` });
    equal('aria-invalid', await page.field('External ID').getAttribute('aria-invalid'), 'true');
    await page.close();
    recorder.judged(1);
  });
  await recorder.attempt('a vendor that sends no external ID: the address changes nothing', async () => {
    const page = await browser.open(pageOf(Vendors.coactive({ roleArn: 'arn:aws:iam::123456789012:role/x' })), { address: `${ADDRESS}?externalId=abc` });
    equal('fields', await page.field('External ID').count(), 0);
    await behaves(page);
    await page.close();
    recorder.judged(1);
  });
}

/** The facts are the vendor's own, and still text: whoever makes kits for many vendors may not trust each of them. */
async function defined(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  for (const [title, value] of Object.entries(HOSTILE)) {
    await recorder.attempt(`${title}, in the facts and in the address: is text`, async () => {
      const kit = kitOf(value);
      const file = withFacts(kit.page, (facts) => ({
        ...facts,
        vendor: { ...facts.vendor, name: value, documentationUrl: value },
        stackName: value,
        version: value,
        templateUrl: value,
        regions: ['eu-west-1', value],
      }));
      // As a browser decodes what is no text.
      const formed = value.replace(/\p{Cs}/gu, '\ufffd');
      const page = await browser.open(file, { address: new URL(`?externalId=${encodeURIComponent(formed)}#${encodeURIComponent(formed)}`, ADDRESS).href });
      equal('title', await page.page.title(), `Connect S3 to ${kit.name}`.replace(/[\t\n\f\r ]+/g, ' '));
      equal('heading', await page.page.locator('h1').textContent(), `Connect S3 to ${value}`);
      equal('external ID', await page.field('External ID').inputValue(), formed);
      equal('links', await page.page.locator('a[href]:not([href^="#"]):not([href^="https://"])').count(), 0);
      await page.field('Region').selectOption({ index: 2 });
      await behaves(page);
      await page.close();
      recorder.judged(1);
    });
  }
}

/** The kit of a vendor of a hostile name or, where the library takes no such name, of an honest vendor. */
function kitOf(name: string): { readonly name: string; readonly page: string } {
  const honest = Vendors.hotglue();
  let vendor: Vendor;
  try {
    vendor = Vendor.fromDefinition({ ...honest.definition, name });
  } catch {
    return { name: honest.definition.name, page: pageOf(honest) };
  }
  return { name, page: pageOf(vendor) };
}

async function behaves(page: OpenPage): Promise<void> {
  const found = await page.misbehaviour();
  if (found.length > 0) {
    throw new Error(found.join('\n'));
  }
}

function refuses(run: () => void): void {
  try {
    run();
  } catch {
    return;
  }
  throw new Error('the page refuses what the construct takes');
}
