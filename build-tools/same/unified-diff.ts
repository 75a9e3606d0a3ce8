import { spawnSync } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { withTempDir } from '../temp-dir';

/** The lines in which two texts differ, with those around them. JSON on one long line is spread, if that shows the difference. */
export function unifiedDiff(before: string, after: string): string {
  const [spreadBefore, spreadAfter] = [spread(before), spread(after)];
  return spreadBefore === spreadAfter ? diff(before, after) : diff(spreadBefore, spreadAfter);
}

function spread(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}

function diff(before: string, after: string): string {
  return withTempDir('diff', (dir) => {
    writeFileSync(join(dir, 'before'), before);
    writeFileSync(join(dir, 'after'), after);
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', '--no-ext-diff', '--text', 'before', 'after'],
      { cwd: dir, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    // The lines above the first hunk say nothing but the names of these files.
    return stdout.slice(stdout.indexOf('\n@@') + 1);
  });
}
