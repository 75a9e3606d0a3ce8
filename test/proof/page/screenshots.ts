import { mkdirSync, statSync } from 'fs';
import { join, resolve } from 'path';
import { BrowserContextOptions } from 'playwright-core';
import { HeadlessBrowser } from './browser';
import { pageOf } from './kit-page';
import { PageDeclaration } from './page-case';
import { Vendors } from '../../../src';

const IMAGES = resolve(__dirname, '..', '..', '..', 'docs', 'images');

const MAX_BYTES = 200 * 1024;

const DECLARATION: PageDeclaration = {
  title: '', externalId: 'k3j-2f9a-acme', buckets: [{ bucketName: 'acme-videos', prefix: 'raw/2026' }],
};

const SHOTS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: { width: 1200, height: 1140 }, colorScheme: 'light' },
  dark: { viewport: { width: 1200, height: 1140 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
};

/** Writes the pictures of the docs. */
export async function takeScreenshots(browser: HeadlessBrowser): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  for (const [name, context] of Object.entries(SHOTS)) {
    const page = await browser.open(pageOf(Vendors.cloudglue()), { context });
    await page.fill(DECLARATION);
    await page.page.getByRole('tab', { name: 'Permissions' }).click();
    await page.page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      scrollTo(0, 0);
    });
    const path = join(IMAGES, `setup-page-${name}.png`);
    await page.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    await page.close();
    const { size } = statSync(path);
    if (size > MAX_BYTES) {
      throw new Error(`${path} has ${size} bytes, more than ${MAX_BYTES}`);
    }
  }
}
