import { agree } from './agreement';
import { HeadlessBrowser } from './browser';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

async function main(): Promise<void> {
  // Its rules are the matter of another part, and cost seconds.
  process.env.CDK_VALIDATION = 'false';
  const recorder = new Recorder('page');
  await recorder.attempt('the browser is there, and every check runs to its end', async () => {
    const browser = await HeadlessBrowser.start();
    try {
      await agree(browser, recorder);
      recorder.note(`Chromium ${browser.version}, headless, driven by playwright-core.`);
    } finally {
      await browser.stop();
    }
  });
  publish([recorder.finish()]);
}

void main();
