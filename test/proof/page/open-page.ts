import { BrowserContext, Locator, Page } from 'playwright-core';
import { PageDeclaration } from './page-case';
import { RolePolicies } from './synthesized';
import { CUSTOMER, REGION } from '../../support/deployed-template';

/** The views, by the ID of their panel. */
export type ViewId = 'trust' | 'permissions' | 'cli' | 'cdk' | 'terraform';

/** A set-up page in a browser, seen as its user sees it, and all that it did beside. */
export class OpenPage {
  /** How often the page itself may still be asked for. */
  public expected = 1;
  /** Everything else that was asked for. */
  public readonly requests: string[] = [];
  public readonly referrers: Array<string | undefined> = [];
  /** What the console of the browser tells: errors, violations of the page's policy. */
  public readonly complaints: string[] = [];
  public readonly dialogs: string[] = [];

  constructor(public readonly context: BrowserContext, public readonly page: Page, public readonly address: string) {
    page.on('console', (message) => this.complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('dialog', async (dialog) => {
      this.dialogs.push(dialog.message());
      await dialog.dismiss();
    });
  }

  /** A field by its label; of a bucket by its place, from 0. */
  public field(label: string, bucket?: number): Locator {
    const within = bucket === undefined ? this.page.locator('#setup') : this.page.locator('fieldset.bucket').nth(bucket);
    return within.getByLabel(label, { exact: false }).and(this.page.locator('input, select'));
  }

  /** Fills in everything, as told. */
  public async fill({ account = CUSTOMER, region = REGION, externalId, principalArn, roleName, buckets }: PageDeclaration): Promise<void> {
    await this.field('AWS account ID').fill(account);
    await this.field('Region').selectOption(region);
    for (const [label, value] of [['External ID', externalId], ['Principal of', principalArn], ['Role name', roleName]] as const) {
      await this.fillIfThere(label, value ?? '');
    }
    await this.setBuckets(buckets.length);
    for (const [i, { bucketName, prefix, mode = 'read', keyArn = '' }] of buckets.entries()) {
      await this.field('Bucket name', i).fill(bucketName);
      await this.field('The whole bucket', i).setChecked(prefix === undefined);
      if (prefix !== undefined) {
        await this.field('Folder', i).fill(prefix);
      }
      await this.field('KMS key ARN', i).fill(keyArn);
      const access = this.field('Access', i);
      if (await access.count() > 0) {
        await access.selectOption(mode);
      }
    }
  }

  /** Adds and removes buckets until there are so many. */
  public async setBuckets(count: number): Promise<void> {
    const buckets = this.page.locator('fieldset.bucket');
    for (let there = await buckets.count(); there !== count; there = await buckets.count()) {
      if (there < count) {
        await this.page.getByRole('button', { name: 'Add a bucket' }).click();
      } else {
        await this.page.getByRole('button', { name: `Remove bucket ${there}`, exact: true }).click();
      }
    }
  }

  /** The texts of one view; none while the form is not complete. */
  public async texts(view: ViewId): Promise<string[]> {
    return this.page.locator(`#panel-${view} code`).allTextContents();
  }

  /** The policies that are shown. */
  public async policies(): Promise<RolePolicies> {
    const [trust] = await this.texts('trust');
    if (trust === undefined) {
      throw new Error(`no policy is shown; the page says: ${await this.page.locator('.summary').innerText()}`);
    }
    const named = await this.page.locator('#panel-permissions pre').evaluateAll((all) =>
      all.map((pre): [string, string] => [pre.getAttribute('aria-label')!, pre.textContent!]));
    const handedOff = named.filter(([name]) => name.startsWith('statements for'));
    return {
      trust: JSON.parse(trust),
      permissions: named.filter(([name]) => /^(permission|inline|managed) policy( \d+)?$/.test(name)).map(([, text]) => JSON.parse(text)),
      handOffs: Object.fromEntries(handedOff.map(([name, text]) => [/arn:\S+(?=,)/.exec(name)![0], JSON.parse(text)])),
    };
  }

  /** Where the launch button leads; null if it leads nowhere. */
  public async launch(): Promise<string | null> {
    return this.page.locator('.launch').getAttribute('href');
  }

  /** All that should not have happened. */
  public async misbehaviour(): Promise<string[]> {
    const inside = await this.page.evaluate(() => ({
      marker: 'pwned' in window ? ['a script of somebody else ran'] : [],
      strangers: [...document.querySelectorAll('img, svg, iframe, object, embed, video, audio, form form, script:not(#facts):not(:last-child), [onerror], [onload]')]
        .map(({ outerHTML }) => `an element that is not the page's: ${outerHTML.slice(0, 100)}`),
      scripts: document.scripts.length === 2 ? [] : [`${document.scripts.length} scripts`],
      kept: localStorage.length + sessionStorage.length > 0 || document.cookie !== '' ? ['something was stored'] : [],
    }));
    const address = this.page.url() === this.address ? [] : [`the page went to ${this.page.url()}`];
    return [
      ...Object.values(inside).flat(), ...address,
      ...this.requests.map((request) => `a request: ${request}`),
      ...this.complaints.map((text) => `console: ${text}`),
      ...this.dialogs.map((text) => `a dialog: ${text}`),
    ];
  }

  /** Leaves the page for another, and comes back. */
  public async leaveAndReturn(): Promise<void> {
    await this.page.goto('about:blank');
    this.expected++;
    await this.page.goBack();
  }

  public async close(): Promise<void> {
    await this.context.close();
  }

  private async fillIfThere(label: string, value: string): Promise<void> {
    const field = this.field(label);
    if (await field.count() > 0) {
      await field.fill(value);
    } else if (value !== '') {
      throw new Error(`the page has no field ${label}`);
    }
  }
}
