import { randomBytes } from 'crypto';
import { Command } from 'commander';
import { show } from '../../policy/base';
import { checkEndpoint, chosenRegion } from '../aws';
import { CommandError, examples, EXIT, Io, PROGRAM } from '../terminal';
import { AwsAttempts, checkTarget, exitCode, renderJson, renderTable, stopSignal, verify, VerifyInput } from '../verify';

interface Options extends Omit<VerifyInput, 'externalId'> {
  /** `false` for `--no-external-id`. */
  readonly externalId?: string | false;
  readonly region?: string;
  readonly timeout: string;
  readonly endpointUrl?: string;
  readonly json?: boolean;
}

const ABOUT = `Show that a customer's role lets the vendor do what was agreed on, and no more.

${[
  'Run it with the vendor\'s credentials. It assumes the role with the right external ID, and shows that it is refused without one and',
  'with wrong ones. Then it lists, writes, reads and deletes inside the folder and around it, in folders that nobody has as well, and expects',
  'refusal wherever nothing was agreed on. Where writing was agreed on, it writes a small object with a name that nobody else uses, tries to',
  'delete it, and says so if it stays. Elsewhere it sends one that S3 has to throw away, for its digest is wrong. It never replaces or deletes',
  'anything else.',
].join(' ')}`;

const RESULTS = `
What the rows mean:
  pass   as agreed
  FAIL   not as agreed
  note   tried, but shows nothing, or leaves something to do
  skip   not tried
  ERROR  failed for another reason than permissions: network, throttling, credentials, time

The command ends with 1 if anything failed the check, else with 3 if there was an error or nothing of what was agreed on was seen to
work, else with 0.
`;

/** `verify`: what AWS asks every vendor to do with a customer's role. */
export function verifyCommand(io: Io): Command {
  return new Command('verify')
    .summary('show that a customer\'s role allows what was agreed on, and no more')
    .description(ABOUT)
    .requiredOption('--role-arn <arn>', 'the role that the customer made')
    .option('--external-id <id>', 'the external ID of that customer')
    .option('--no-external-id', 'for a vendor that sends none')
    .requiredOption('--bucket <name>', 'the customer\'s bucket')
    .option('--prefix <folder>', 'the folder that was agreed on')
    .option('--whole-bucket', 'in place of --prefix: the whole bucket was agreed on')
    .option('--mode <mode>', 'what was agreed on: read, write or readWrite', 'read')
    .option('--listing <verdict>', 'whether listing was agreed on: allowed or refused (default: allowed with reading)')
    .option('--outside <folder>', 'another folder of the bucket, which must be closed')
    .option('--object <key>', 'an object inside that is there, to read (default: one that the listing shows)')
    .option('--delete', 'say that deleting inside the folder was agreed on (no mode includes it)')
    .option('--region <region>', 'the region to ask first (default: that of the environment or profile, else one of the role\'s partition)')
    .option('--timeout <seconds>', 'the time for everything but cleaning up', '60')
    .option('--endpoint-url <url>', 'what stands in for STS and S3')
    .addHelpText('after', RESULTS + examples(
      'verify --role-arn arn:aws:iam::111122223333:role/acme --external-id k3J-2f9a --bucket my-bucket --prefix raw',
      `AWS_PROFILE=vendor ${PROGRAM} verify --role-arn … --no-external-id --bucket my-bucket --prefix in --mode write --json`,
    ).replace(`$ ${PROGRAM} AWS_PROFILE`, '$ AWS_PROFILE'))
    .action((options: Options) => run(io, options));
}

async function run(io: Io, { externalId, region, timeout, endpointUrl, json, ...input }: Options): Promise<void> {
  if (externalId === undefined) {
    throw new CommandError(EXIT.usage, '--external-id is missing; give the ID that was agreed on with the customer, or --no-external-id for a vendor that sends none');
  }
  const seconds = Number(timeout);
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600)) {
    throw new CommandError(EXIT.usage, `--timeout: received ${show(timeout)}; give a whole number of seconds from 1 to 3600`);
  }
  const target = checkTarget({ ...input, externalId: externalId === false ? undefined : externalId });
  const where = { region: chosenRegion(region), endpointUrl: checkEndpoint(endpointUrl) };
  const stop = stopSignal(seconds);
  const attempts = new AwsAttempts({ ...where, roleArn: target.roleArn, bucket: target.bucket, signal: stop.signal });
  try {
    const report = await verify(target, attempts, { nonce: `.vendor-s3-access-verify-${randomBytes(8).toString('hex')}`, signal: stop.signal });
    io.out(json ? renderJson(report) : renderTable(report, io.colors));
    if (exitCode(report) !== EXIT.success) {
      // The report has said everything.
      throw new CommandError(exitCode(report), '');
    }
  } finally {
    attempts.close();
    stop.release();
  }
}
