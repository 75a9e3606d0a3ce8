import { Account } from './account';
import { Clients } from './clients';
import { Emulator } from './emulator';
import { liveThrough } from './lifecycle';
import { APPERATE } from './vendors/apperate';
import { CLOUDGLUE } from './vendors/cloudglue';
import { COACTIVE, COACTIVE_BUCKETS } from './vendors/coactive';
import { CREATIVE_FORCE } from './vendors/creative-force';
import { HOTGLUE, HOTGLUE_USER } from './vendors/hotglue';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

const CASES = [CLOUDGLUE, HOTGLUE, HOTGLUE_USER, COACTIVE, COACTIVE_BUCKETS, CREATIVE_FORCE, APPERATE];

async function main(): Promise<void> {
  // Its rules are the matter of another part, and cost seconds.
  process.env.CDK_VALIDATION = 'false';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const recorder = new Recorder('deploy');
  const emulator = await Emulator.start();
  try {
    const account = new Account(new Clients(emulator.endpoint));
    const afresh = async (title: string, run: () => Promise<void>) => {
      await emulator.reset();
      await account.bootstrap();
      try {
        await run();
      } catch (e) {
        recorder.check(`${title}: runs to its end`, `${e instanceof Error ? e.stack : e} ${JSON.stringify((e as any).$metadata)}\n${emulator.tail()}`);
      }
    };
    for (const vendorCase of CASES) {
      await afresh(vendorCase.title, () => liveThrough(account, vendorCase, recorder));
    }
    recorder.note(`Emulated by ${emulator.version}.`);
  } finally {
    await emulator.stop();
  }
  publish([recorder.finish()]);
}

void main();
