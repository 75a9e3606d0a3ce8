import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { Argument, Command } from 'commander';
import { draft, installedSchema, SCHEMA, schemaText } from '../init';
import { checkOutFile } from '../options';
import { CommandError, examples, EXIT, Io, print } from '../terminal';

interface InitOptions {
  readonly out: string;
  readonly withSchema?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `init vendor`: the first draft of a definition. */
export function initCommand(io: Io): Command {
  return new Command('init')
    .summary('write the first draft of a vendor\'s definition')
    .description('Write the first draft of a vendor\'s definition: all fields, explained, with a JSON Schema by which editors complete and check it.')
    .addArgument(new Argument('<what>', 'what to write').choices(['vendor']))
    .option('--out <file>', 'where to write it, .yaml or .yml', 'vendor.yaml')
    .option('--with-schema', 'copy the schema next to it, even where the package is installed')
    .option('--force', 'replace what is there')
    .addHelpText('after', examples('init vendor', 'init vendor --out vendors/example.yaml --with-schema'))
    .action((_what: string, options: InitOptions) => {
      checkOutFile(options.out);
      const files = filesFor(options);
      for (const { path, content } of files) {
        // A schema that is there already, as it would be written, is none of somebody else's.
        if (options.force !== true && existsSync(path) && !(basename(path) === SCHEMA && readFileSync(path, 'utf8') === content)) {
          throw new CommandError(EXIT.usage, `${path} is there already; choose another --out, or --force`, 'FileExists');
        }
      }
      for (const { path, content } of files) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
      const written = files.map(({ path }) => path);
      print(io, options.json, { written }, () => written.join('\n'));
    });
}

interface InitFile {
  readonly path: string;
  readonly content: string;
}

/** Where the package is not installed, the schema comes along: an editor could not find it otherwise, and none is fetched. */
function filesFor({ out, withSchema }: InitOptions): InitFile[] {
  if (!/\.ya?ml$/i.test(out)) {
    throw new CommandError(EXIT.usage, `--out: received ${JSON.stringify(out)}; give a .yaml or .yml file, which can hold comments`);
  }
  const folder = dirname(out);
  const schema = schemaText();
  const installed = withSchema ? undefined : installedSchema(folder);
  return [
    { path: out, content: draft(installed ?? `./${SCHEMA}`, basename(out), JSON.parse(schema)) },
    ...(installed === undefined ? [{ path: join(folder, SCHEMA), content: schema }] : []),
  ];
}
