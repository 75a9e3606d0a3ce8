import { Account } from './account';
import { Clients } from './clients';
import { Emulator } from './emulator';
import { liveThrough } from './lifecycle';
import { setParameters } from './parameters';
import { Afresh, upgradeAll } from './upgrade';
import { findDamages } from './vacuity';
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
    const afresh: Afresh = async (title, run) => {
      await emulator.reset();
      await account.bootstrap();
      try {
        await run();
      } catch (e) {
        recorder.check(`${title}: runs to its end`, `${e instanceof Error ? e.stack : e}\n${emulator.tail()}`);
      }
    };
    for (const vendorCase of CASES) {
      await afresh(vendorCase.title, () => liveThrough(account, vendorCase, recorder));
    }
    await afresh('parameters', () => setParameters(account, recorder));
    await upgradeAll(account, emulator.schemas, recorder, afresh);
    await findDamages(account, recorder, afresh);
    notes(emulator).forEach((text) => recorder.note(text));
  } finally {
    await emulator.stop();
  }
  publish([recorder.finish()]);
}

/** What a reader of the report should know of the emulator. */
function notes({ version }: Emulator): string[] {
  return [
    `Emulated by ${version}, with the AWS SDK's own clients for CloudFormation, IAM, S3 and KMS. It judges nothing: conditions and trust are judged, ` +
      'from the documents read back, by iam-simulate and the second evaluator.',
    'moto lacks bucket policies, groups and secrets in CloudFormation, updates trust policies, group membership, key policies and managed policies not at all, ' +
      'replaces users and access keys at every update, and evaluates what Fn::Sub has put in once more: test/proof/deploy/extension/ closes these gaps, and takes from AWS\'s resource schemas which ' +
      'properties replace a resource. A type or property that nobody would honour is an error there.',
    'moto\'s change sets say what is added, modified and removed, and nothing about replacement: that is seen by the IDs which IAM gave, and by comparison of the templates.',
    'Not emulated: whether a principal in a trust policy exists, quotas, the checks of CloudFormation\'s rules, waiting periods of secrets and keys.',
  ];
}

void main();
