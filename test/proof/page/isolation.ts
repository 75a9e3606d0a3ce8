import { HeadlessBrowser } from './browser';
import { equal } from './equal';
import { pageOf, TEMPLATE_URL } from './kit-page';
import { CASES } from './page-case';
import { Vendors } from '../../../src';
import { ATTACKS } from '../plants/page/attacks';
import { Recorder } from '../report/recorder';

/** An address that nothing of the page may ask for, one for each attack. */
const outside = (name: string) => `https://outside.example/${encodeURIComponent(name)}`;

/** Shows that the page's own policy keeps out what its code would never let in, and that the launch button tells nobody anything. */
export async function isolate(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  await recorder.attempt('attacks on the page run to their end', async () => {
    const guarded = await throughs(browser, (html) => html);
    const open = await throughs(browser, (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    for (const attack of Object.keys(ATTACKS)) {
      recorder.judged(2);
      recorder.check(`${attack}, put into the page: is kept out`, guarded.has(attack) ? 'it got through' : undefined);
      recorder.check(`${attack}, put into the page without its policy: gets through, so this test would see it`, open.has(attack) ? undefined : 'it did not');
    }
  });
  await recorder.attempt('the launch button asks for the console alone, in another tab, and says neither from where nor what for', async () => {
    const page = await browser.open(pageOf(Vendors.cloudglue()));
    await page.fill(CASES[0].declarations[0]);
    await page.page.locator('.launch').click();
    await page.context.waitForEvent('page', { predicate: (other) => other !== page.page, timeout: 3000 }).catch(() => undefined);
    await page.page.waitForTimeout(200);
    equal('requests', page.requests.filter((request) => !request.endsWith('/favicon.ico')).join('\n'),
      'GET https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1');
    equal('referrer', page.referrers.filter((referrer) => referrer !== undefined).join(), '');
    const [, other] = page.context.pages();
    equal('opener', await other.evaluate(() => window.opener === null), true);
    equal('the page', page.page.url(), page.address);
    await page.close();
    recorder.judged(1);
  });
  await beside(browser, recorder);
}

/** Runs all attacks, and says which ones ran what they brought, or asked for something outside. */
async function throughs(browser: HeadlessBrowser, change: (html: string) => string): Promise<Set<string>> {
  const page = await browser.open(pageOf(Vendors.cloudglue()), { change });
  const ran: string[] = [];
  await page.page.exposeFunction('tell', (name: string) => ran.push(name));
  for (const [name, attack] of Object.entries(ATTACKS)) {
    await page.page.evaluate(attack, { url: outside(name), code: `tell('${name}')` }).catch(() => undefined);
    await page.page.waitForTimeout(50);
  }
  await page.page.waitForTimeout(200);
  await page.close();
  const asked = Object.keys(ATTACKS).filter((name) => page.requests.some((request) => request.includes(outside(name))));
  return new Set([...ran, ...asked]);
}

/** A kit that does not know its own address yet. */
async function beside(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  const file = pageOf(Vendors.cloudglue(), { templateUrl: undefined });
  const places: Readonly<Record<string, string | null>> = {
    'https://example-kits.s3.us-east-1.amazonaws.com/1.0.0/setup.html?externalId=abc#x': TEMPLATE_URL,
    'https://setup.vendor.example/setup.html': null,
    'http://example-kits.s3.us-east-1.amazonaws.com/setup.html': null,
    'https://s3.us-east-1.amazonaws.com.vendor.example/kits/setup.html': null,
  };
  for (const [address, template] of Object.entries(places)) {
    await recorder.attempt(`without an address of the template, the page at ${address} launches ${template ?? 'nothing'}`, async () => {
      const page = await browser.open(file, { address });
      await page.fill(CASES[0].declarations[0]);
      const link = await page.launch();
      equal('template', link && new URLSearchParams(new URL(link).hash.replace(/^[^?]*/, '')).get('templateURL'), template);
      equal('reason', (await page.page.locator('#launch-reason').innerText()).includes('no address yet'), template === null);
      equal('policies', (await page.policies()).permissions.length, 1);
      await page.close();
      recorder.judged(1);
    });
  }
}
