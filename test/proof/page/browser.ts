import { execFileSync } from 'child_process';
import { Browser, BrowserContextOptions, chromium } from 'playwright-core';
import { OpenPage } from './open-page';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** Where the vendor hosts the page. */
export const ADDRESS = 'https://setup.vendor.example/s3/setup.html';

/** How a page is opened. */
export interface Opening {
  /** Where it is; the query, too. */
  readonly address?: string;
  readonly context?: BrowserContextOptions;
  /** What is done to the file before. */
  readonly change?: (html: string) => string;
  /** Runs before the page's own script. */
  readonly before?: () => void;
}

/** A browser without a screen. */
export class HeadlessBrowser {
  public static async start(): Promise<HeadlessBrowser> {
    return new HeadlessBrowser(await chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS }));
  }

  private constructor(private readonly browser: Browser) {
  }

  public get version(): string {
    return this.browser.version();
  }

  /** Opens a set-up page in a profile of its own; nothing else is there to be reached. */
  public async open(file: string, { address = ADDRESS, context: options, change = (html) => html, before }: Opening = {}): Promise<OpenPage> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(5000);
    const html = change(file);
    const page = await context.newPage();
    const open = new OpenPage(context, page, address);
    await context.route('**/*', async (route) => {
      const asked = route.request();
      if (asked.url() === address.replace(/#.*$/, '') && asked.isNavigationRequest() && open.expected > 0) {
        open.expected--;
        await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
        return;
      }
      open.requests.push(`${asked.method()} ${asked.url()}`);
      open.referrers.push((await asked.allHeaders()).referer);
      await route.fulfill({ body: '', contentType: 'text/plain', headers: { 'access-control-allow-origin': '*' } });
    });
    if (before) {
      await page.addInitScript(before);
    }
    await page.goto(address);
    return open;
  }

  public async stop(): Promise<void> {
    await this.browser.close();
  }
}

function chromiumPath(): string {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error('This part needs Chromium: install it (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to the path of a Chrome or Chromium.');
  }
}
