import { agree } from './agreement';
import { refuse } from './bad-fields';
import { HeadlessBrowser } from './browser';
import { resist } from './hostility';
import { isolate } from './isolation';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

const QUESTIONS = [agree, refuse, resist, isolate];

async function main(): Promise<void> {
  // Its rules are the matter of another part, and cost seconds.
  process.env.CDK_VALIDATION = 'false';
  const recorder = new Recorder('page');
  await recorder.attempt('the browser is there, and every check runs to its end', async () => {
    const browser = await HeadlessBrowser.start();
    try {
      for (const question of QUESTIONS) {
        const t = Date.now(); await question(browser, recorder); console.log(question.name, Date.now() - t);
      }
      recorder.note(`Chromium ${browser.version}, headless, driven by playwright-core.`);
    } finally {
      await browser.stop();
    }
  });
  publish([recorder.finish()]);
}

void main();
