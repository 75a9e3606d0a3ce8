import { writeFileSync } from 'fs';
import { join } from 'path';
import { outputOf, runCli } from './run-cli';
import { tempFolder } from './temp-folder';

const folder = tempFolder();

/** The examples of a command's help, as the arguments that a shell would make of them. */
async function examplesOf(name: string): Promise<string[][]> {
  const help = (await outputOf(name, '--help')).replaceAll(/ \\\n */g, ' ');
  return [...help.matchAll(/^ {2}\$ npx cdk-vendor-s3-access (.*)$/gm)].map(([, line]) => line.split(' '));
}

// The others need a role to assume, or a bucket to write to.
test.each(['template', 'policies', 'link', 'vendors', 'kit', 'init'])('the examples of %s work', async (name) => {
  // All but the command that writes it take one.
  name === 'init' || writeFileSync(join(folder(), 'vendor.yaml'), 'name: Acme\naccounts: ["999988887777"]\n');
  const examples = (await examplesOf(name)).filter((args) => !args.includes('--publish'));
  expect(examples.length).toBeGreaterThan(1);
  const here = process.cwd();
  process.chdir(folder());
  try {
    for (const [i, args] of examples.entries()) {
      // What several of them write, each writes for itself.
      const apart = args.map((arg, at) => (args[at - 1] === '--out' ? `${i}-${arg.replaceAll('/', '-')}` : arg));
      const { code, err } = await runCli(...apart);
      expect({ args, code, err }).toEqual({ args, code: 0, err: expect.not.stringContaining('error: ') });
    }
  } finally {
    process.chdir(here);
  }
});
