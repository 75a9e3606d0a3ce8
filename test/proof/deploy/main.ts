import { Account } from './account';
import { Clients } from './clients';
import { Emulator } from './emulator';
import { deployKits } from './kits/main';
import { liveThrough } from './lifecycle';
import { APPERATE_LIFE } from './lives/apperate';
import { CLOUDGLUE_LIFE } from './lives/cloudglue';
import { COACTIVE_BUCKETS_LIFE, COACTIVE_LIFE } from './lives/coactive';
import { CREATIVE_FORCE_LIFE } from './lives/creative-force';
import { HOTGLUE_LIFE, HOTGLUE_USER_LIFE } from './lives/hotglue';
import { setParameters } from './parameters';
import { publishKits } from './publish';
import { Afresh, upgradeAll } from './upgrade';
import { findDamages } from './vacuity';
import { deployWorlds } from './worlds/main';
import { DAMAGES } from '../plants/deploy/damage';
import { LEFTOVERS } from '../plants/deploy/leftovers';
import { publish } from '../report/publish';
import { Recorder } from '../report/recorder';

const CASES = [CLOUDGLUE_LIFE, HOTGLUE_LIFE, HOTGLUE_USER_LIFE, COACTIVE_LIFE, COACTIVE_BUCKETS_LIFE, CREATIVE_FORCE_LIFE, APPERATE_LIFE];

async function main(): Promise<void> {
  // Its rules are the matter of another part, and cost seconds.
  process.env.CDK_VALIDATION = 'false';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const recorder = new Recorder('deploy');
  try {
    const emulator = await Emulator.start();
    try {
      await proveOn(emulator, recorder);
    } finally {
      await emulator.stop();
    }
  } catch (e) {
    // Without an emulator nothing is shown, and a result of an earlier run must not stand in for it.
    recorder.check('the emulated account is there', e instanceof Error ? e.message : String(e));
  }
  publish([recorder.finish()]);
}

async function proveOn(emulator: Emulator, recorder: Recorder): Promise<void> {
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
  for (const life of CASES) {
    await afresh(life.title, () => liveThrough(account, life, recorder));
  }
  await afresh('parameters', () => setParameters(account, recorder));
  await afresh('published kit', () => publishKits(account, emulator.endpoint, recorder));
  await upgradeAll(account, emulator.schemas, recorder, afresh);
  await findDamages(account, recorder, afresh);
  await deployKits(account, recorder, afresh);
  await deployWorlds(emulator.endpoint, recorder, afresh);
  notes(emulator).forEach((text) => recorder.note(text));
}

/** What a reader of the report should know of the emulator. */
function notes({ version }: Emulator): string[] {
  return [
    `Emulated by ${version}, and asked through the AWS SDK's clients for CloudFormation, IAM, S3 and KMS. It judges nothing: conditions and ` +
      'trust are judged by iam-simulate and the second evaluator, from the documents read back.',
    `${DAMAGES.length} damages behind CloudFormation's back, ${LEFTOVERS.length} leftovers of a deletion, and replaced roles, users and access keys are planted; ` +
      'that each is found is a check of its own.',
    'moto knows no bucket policies, groups and secrets in CloudFormation; it updates no trust policy, group membership, key policy or managed ' +
      'policy; it replaces access keys, and users with a name, at every update; and it evaluates once more what Fn::Sub has put in. ' +
      '`test/proof/deploy/extension/` closes these gaps. What replaces a resource there comes from AWS\'s resource schemas; a type or property ' +
      'that nobody would honour is an error.',
    'moto\'s change sets tell what is added, modified and removed, and nothing about replacement. That shows in the IDs that IAM gave, and in ' +
      'the comparison of templates.',
    'A deleted stack leaves the policy of a retained key as it was. Where it names the vendor (access by bucket policy) it still does; the data ' +
      'stays shut, for the bucket policy is gone. To clear it, remove the construct before deleting the stack.',
    'moto tells accounts apart by a header, and lets partitions be told by the region: random worlds go to two accounts, and to aws, aws-cn and aws-us-gov. ' +
      'That a role may be assumed to read an output of another account is not judged, only that it is there.',
    'Not emulated: whether a principal exists (of random worlds, those in the accounts of the app are looked for), quotas, the waiting periods of deleted secrets and keys; templates of ' +
      'more than 51,200 bytes, which the CDK\'s own tool uploads first.',
  ];
}

void main();
