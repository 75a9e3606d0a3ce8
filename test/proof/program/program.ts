import { execFile } from 'child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { buildSync } from 'esbuild';

const ROOT = resolve(__dirname, '..', '..', '..');

/** How the program ended. */
export interface Ended {
  readonly code: number;
  /** What it has printed, to either stream. */
  readonly printed: string;
}

/** The command line as it is published: a package that is compiled from today's sources, and asked by its `bin` alone. */
export class Program {
  /** Compiles it, once for a process, which takes it away at its end. */
  public static get(): Program {
    return this.made ??= new Program(compile());
  }

  private static made?: Program;

  private constructor(private readonly folder: string) {
  }

  /** Runs a command. */
  public async run(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Promise<Ended> {
    return new Promise((done, fail) => {
      const options = { env: { ...environment, CDK_VALIDATION: 'false' }, maxBuffer: 64 * 2 ** 20 };
      execFile(process.execPath, [join(this.folder, 'bin', 'vendor-s3-access'), ...args], options, (error, out, err) => {
        if (error !== null && typeof error.code !== 'number') {
          fail(error);
        } else {
          done({ code: error === null ? 0 : error.code as number, printed: out + err });
        }
      });
    });
  }
}

function compile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-s3-access-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const source = join(ROOT, 'src');
  const entryPoints = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(source, file));
  buildSync({ entryPoints, outdir: join(folder, 'lib'), outbase: source, format: 'cjs', platform: 'node' });
  for (const part of ['bin', 'schema', 'package.json']) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  for (const part of ['assets', 'node_modules']) {
    symlinkSync(join(ROOT, part), join(folder, part));
  }
  return folder;
}
