import { HeadlessBrowser } from './browser';
import { pageOf } from './kit-page';
import { OpenPage } from './open-page';
import { CASES } from './page-case';
import { Vendors } from '../../../src';
import { Recorder } from '../report/recorder';

/** Shows that all text, and the edges of all fields, stand out as WCAG 2 AA asks, in both colour schemes. */
export async function standOut(browser: HeadlessBrowser, recorder: Recorder): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.open(pageOf(Vendors.hotglue()), { context: { colorScheme } });
    await recorder.attempt(`${colorScheme}: an empty form, all of it called wrong, is readable`, async () => {
      await page.page.locator('.launch').click({ force: true });
      await readable(page, recorder);
    });
    await recorder.attempt(`${colorScheme}: a form that is filled in, while nobody can assume the role, is readable`, async () => {
      await page.fill(CASES[1].declarations[3]);
      await readable(page, recorder);
    });
    await recorder.attempt(`${colorScheme}: text that does not stand out would be noticed`, async () => {
      await page.page.locator('#intro p').first().evaluate((element) => {
        element.style.color = matchMedia('(prefers-color-scheme: dark)').matches ? '#555' : '#999';
      });
      if ((await faint(page)).faint.length === 0) {
        throw new Error('it was not');
      }
      recorder.judged(1);
    });
    await page.close();
  }
}

async function readable(page: OpenPage, recorder: Recorder): Promise<void> {
  // Colours that change slowly would be caught half-way.
  const { faint: found, judged } = await faint(page);
  recorder.judged(judged);
  if (found.length > 0 || judged < 20) {
    throw new Error(`of ${judged}:\n${found.join('\n')}`);
  }
}

async function faint({ page }: OpenPage): Promise<{ faint: string[]; judged: number }> {
  return page.evaluate(() => {
    const channels = (color: string) => {
      const [r, g, b, a = 1] = color.match(/[\d.]+/g)!.map(Number);
      return { rgb: [r, g, b], a };
    };
    const luminance = (rgb: number[]) => {
      const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const over = (top: { rgb: number[]; a: number }, below: number[]) => top.rgb.map((c, i) => c * top.a + below[i] * (1 - top.a));
    const background = (element: Element | null): number[] =>
      (element === null ? [255, 255, 255] : over(channels(getComputedStyle(element).backgroundColor), background(element.parentElement)));
    const ratio = (a: number[], b: number[]) => {
      const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    const found: string[] = [];
    let judged = 0;
    const judge = (what: string, foreground: string, behind: number[], least: number) => {
      judged++;
      const reached = ratio(over(channels(foreground), behind), behind);
      if (reached < least) {
        found.push(`${what}: ${reached.toFixed(2)} instead of ${least}`);
      }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement!;
      if (node.textContent!.trim() !== '' && parent.checkVisibility() && !parent.matches('script, noscript, option')) {
        const { color, fontSize, fontWeight } = getComputedStyle(parent);
        const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
        judge(node.textContent!.slice(0, 60), color, background(parent), large ? 3 : 4.5);
      }
    }
    for (const field of document.querySelectorAll('input, select')) {
      const { color, borderTopColor } = getComputedStyle(field);
      judge(`text of ${field.id}`, color, background(field), 4.5);
      judge(`edge of ${field.id}`, borderTopColor, background(field.parentElement), 3);
    }
    return { faint: found, judged };
  });
}
