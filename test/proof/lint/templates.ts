import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { TemplateFile, TemplateJson } from './finding';
import { ROOT, Workspace } from './workspace';
import { templateYaml } from '../../../src/kit/files';

const SUFFIX = '.template.json';

/** Copies the templates of an app into a folder, nested ones included, under the name of a group. */
export function collectApp(folder: string, group: string, { dir }: Workspace, app: string): TemplateFile[] {
  return collect(folder, `${group}/${app}`, join(dir, 'out', app));
}

/** Copies the templates of the integration snapshots. */
export function collectSnapshots(folder: string): TemplateFile[] {
  const integ = join(ROOT, 'integ');
  return readdirSync(integ).filter((name) => name.endsWith('.snapshot'))
    .flatMap((name) => collect(folder, `integ/${name.replace(/^integ\.|\.ts\.snapshot$/g, '')}`, join(integ, name)));
}

/** Writes a template. */
export function writeTemplate(folder: string, name: string, content: TemplateJson): TemplateFile {
  const path = join(folder, `${name}${SUFFIX}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content, undefined, 1));
  return { name, path, content };
}

/** Writes a template once more, as a kit publishes it for people to read. */
export function writeYaml(folder: string, { name, content }: TemplateFile): TemplateFile {
  const path = join(folder, `${name}.yaml`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, templateYaml(content));
  return { name: `${name}.yaml`, path, content };
}

function collect(folder: string, group: string, from: string): TemplateFile[] {
  const files = readdirSync(from).filter((name) => name.endsWith(SUFFIX));
  if (files.length === 0) {
    throw new Error(`${group} has no templates`);
  }
  return files.map((file) => writeTemplate(folder, `${group}/${basename(file, SUFFIX)}`, JSON.parse(readFileSync(join(from, file), 'utf8'))));
}
