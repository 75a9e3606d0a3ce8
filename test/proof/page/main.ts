import { tell } from './accessibility';
import { agree } from './agreement';
import { refuse } from './bad-fields';
import { HeadlessBrowser } from './browser';
import { standOut } from './contrast';
import { copy } from './copying';
import { disclose } from './disclosure';
import { agreeOnIds } from './external-ids';
import { resist } from './hostility';
import { isolate } from './isolation';
import { type } from './keyboard';
import { fit } from './layout';
import { takeScreenshots } from './screenshots';
import { choose } from './whole-bucket';
import { bundle } from '../../../build-tools/bundle/bundle';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

/** Asked side by side, as the browser mostly waits; there is but one clipboard, so those who use it are in one list. */
const QUESTIONS = [
  [agree, agreeOnIds, refuse, copy, type],
  [choose, disclose, resist, isolate, tell, standOut, fit],
];

async function main(): Promise<void> {
  // Its rules are the matter of another part, and cost seconds.
  process.env.CDK_VALIDATION = 'false';
  // An older one would be judged in its place.
  bundle();
  const recorder = new Recorder('page');
  await recorder.attempt('the browser is there, and every check runs to its end', async () => {
    const browser = await HeadlessBrowser.start();
    try {
      await Promise.all(QUESTIONS.map(async (questions) => {
        for (const question of questions) {
          await question(browser, recorder);
        }
      }));
      if (process.argv.includes('--screenshots')) {
        await takeScreenshots(browser);
      }
      recorder.note(`Chromium ${browser.version}, headless, driven by playwright-core.`);
    } finally {
      await browser.stop();
    }
  });
  publish([recorder.finish()]);
}

void main();
