import { readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { filesIn } from './outputs';

/** Takes out of outputs what must differ: where things lay on this machine, by the name of the place, and the code of the set-up page. */
export function tidy(outputs: string, places: Readonly<Record<string, string>>): void {
  for (const file of filesIn(outputs).map((name) => join(outputs, name))) {
    const before = readFileSync(file, 'utf8');
    const after = withoutPlaces(basename(file) === 'setup.html' ? withoutScript(before) : before, places);
    if (after !== before) {
      writeFileSync(file, after);
    }
  }
}

/**
 * The page without its script, which is bundled and minified and so changes with every name. The facts that it works on are data, and
 * stay. The hash of the script in the policy of the page goes, too, and so does the size of the page where it is told.
 */
function withoutScript(page: string): string {
  return page.replace(/<script>[^]*?<\/script>/g, '<script></script>').replace(/script-src '[^']*'/, 'script-src');
}

function withoutPlaces(text: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places)
    .reduce((rest, [name, path]) => rest.replaceAll(path, `<${name}>`), text)
    // What mkdtemp made of a name.
    .replace(/(<temporary>\/[\w-]+-)\w{6}\b/g, '$1')
    .replace(/\bsetup\.html \(\d+ bytes\)/g, 'setup.html');
}
