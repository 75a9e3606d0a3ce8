import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Program } from './program';

/** Files of a kit that the program makes of a vendor of its catalogue, as texts. */
export async function kitFolder<F extends string>(
  vendorId: string, files: readonly F[], options: readonly string[] = [],
): Promise<Readonly<Record<F, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  try {
    const { code, printed } = await Program.get().run(['kit', '--vendor', vendorId, ...options, '--out', folder]);
    if (code !== 0) {
      throw new Error(`The program made no kit of ${vendorId}: ${printed}`);
    }
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])) as Record<F, string>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
