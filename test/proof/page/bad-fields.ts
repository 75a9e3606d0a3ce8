import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { PageDeclaration } from './page-case';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

/** A value that does not belong into a field. */
interface BadValue {
  readonly label: string;
  readonly bucket?: number;
  readonly value: string;
  readonly code: string;
}

const GOOD: PageDeclaration = { title: '', externalId: 'tenant-1', buckets: ['acme-orders', 'acme-invoices'].map((bucketName) => ({ bucketName, prefix: 'incoming' })) };

const BAD: readonly BadValue[] = [
  { label: 'AWS account ID', value: '', code: 'AccountIdInvalid' },
  { label: 'AWS account ID', value: '1111 2222 3333', code: 'AccountIdInvalid' },
  { label: 'External ID', value: 'a', code: 'ExternalIdFormat' },
  { label: 'External ID', value: 'two words', code: 'ExternalIdFormat' },
  { label: 'External ID', value: '<your-external-id>', code: 'ExternalIdPlaceholder' },
  { label: 'Principal of', value: 'arn:aws:iam::123:role/x', code: 'ArnInvalid' },
  { label: 'Principal of', value: 'arn:aws:iam::123456789012:role/*', code: 'ArnWildcard' },
  { label: 'Principal of', value: 'arn:aws-cn:iam::123456789012:role/x', code: 'PartitionMismatch' },
  { label: 'Role name', value: 'no blanks', code: 'NameInvalid' },
  { label: 'Bucket name', bucket: 0, value: '', code: 'BucketNameInvalid' },
  { label: 'Bucket name', bucket: 1, value: 's3://acme', code: 'BucketNameInvalid' },
  { label: 'Bucket name', bucket: 1, value: 'acme-orders', code: 'AccessDuplicate' },
  { label: 'Folder', bucket: 0, value: '/incoming', code: 'KeyLeadingSlash' },
  { label: 'Folder', bucket: 1, value: '', code: 'ScopeMissing' },
  // The word for the whole bucket, but in a one-click template only.
  { label: 'Folder', bucket: 0, value: '*', code: 'ScopeMissing' },
  { label: 'KMS key ARN', bucket: 1, value: 'arn:aws:kms:eu-west-1:111122223333:alias/data', code: 'ArnInvalid' },
  { label: 'KMS key ARN', bucket: 0, value: 'arn:aws:kms:eu-west-1:111122223333:key/*', code: 'ArnWildcard' },
  { label: 'KMS key ARN', bucket: 0, value: 'arn:aws:kms:us-east-1:111122223333:key/1', code: 'KmsKeyRegionMismatch' },
];

/** Shows that what is wrong is said at its field, by its code, and that nothing is offered to copy or launch until it is right. */
export async function refuse(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  const page = await browser.open(pageOf(Vendors.hotglue()));
  await recorder.attempt('an empty form: nothing is called wrong before it was touched, and nothing is offered', async () => {
    equal('fields called wrong', await page.page.locator('[aria-invalid]').count(), 0);
    equal('messages', (await page.page.locator('.error').allTextContents()).join(''), '');
    await offersNothing(page);
    recorder.judged(1);
  });
  await recorder.attempt('a field that is being typed into is not called wrong before it was left', async () => {
    const field = page.field('AWS account ID');
    await field.pressSequentially('12');
    equal('aria-invalid', await field.getAttribute('aria-invalid'), null);
    await field.blur();
    await page.page.waitForSelector('#account-id[aria-invalid="true"]');
    recorder.judged(1);
  });
  await recorder.attempt('pressing the button that leads nowhere shows what is wrong, and goes to the first field of it', async () => {
    await page.page.locator('.launch').click({ force: true });
    equal('focused', await page.page.evaluate(() => document.activeElement!.id), 'account-id');
    equal('fields called wrong', await page.page.locator('[aria-invalid]').count(), 4);
    recorder.judged(1);
  });
  await page.fill(GOOD);
  for (const bad of BAD) {
    await recorder.attempt(`${bad.label}${bad.bucket === undefined ? '' : ` of bucket ${bad.bucket + 1}`} ${JSON.stringify(bad.value)}: ${bad.code}`, async () => {
      await refused(page, bad);
      recorder.judged(1);
    });
  }
  await page.close();
}

async function refused(page: OpenPage, { label, bucket, value, code }: BadValue): Promise<void> {
  const field = page.field(label, bucket);
  const before = await field.inputValue();
  await field.fill(value);
  await field.blur();
  equal('aria-invalid', await field.getAttribute('aria-invalid'), 'true');
  const described = (await field.getAttribute('aria-describedby'))!.split(' ');
  const message = (await Promise.all(described.map((id) => page.page.locator(`[id="${id}"]`).innerText()))).at(-1)!;
  if (!message.startsWith(`${code} received `)) {
    throw new Error(`the message is: ${message}`);
  }
  equal('fields called wrong', await page.page.locator('[aria-invalid]').count(), 1);
  const entries = await page.page.locator('.summary li').allInnerTexts();
  if (entries.length !== 1 || !entries[0].includes(label) || !entries[0].endsWith(code) || (bucket !== undefined && !entries[0].includes(`bucket ${bucket + 1}`))) {
    throw new Error(`the summary says: ${entries.join('; ')}`);
  }
  await page.page.locator('.summary a').click();
  equal('the summary leads to the field', await field.evaluate((element) => element === document.activeElement), true);
  // A stack knows its account; everything else must be right before.
  await offersNothing(page, label === 'AWS account ID' && value === '');
  await field.fill(before);
  equal('once corrected, called wrong', await field.getAttribute('aria-invalid'), null);
  equal('once corrected, texts', (await page.texts('trust')).length, 1);
}

async function offersNothing(page: OpenPage, launches = false): Promise<void> {
  for (const view of ['trust', 'permissions', 'cli', 'cdk', 'terraform'] as const) {
    equal(`texts of ${view}`, (await page.texts(view)).length, 0);
  }
  equal('the launch button leads somewhere', await page.launch() !== null, launches);
  equal('the launch button is disabled', await page.page.locator('.launch').getAttribute('aria-disabled'), launches ? null : 'true');
}
