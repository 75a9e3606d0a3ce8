import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { stringify } from 'yaml';
import { TemplateFile, TemplateJson } from './finding';
import { ROOT, Workspace } from './workspace';
import { kitFolder } from '../program/kit-folder';
import { COACTIVE } from '../vendors';

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

/** The template of Coactive's kit: an app has to name its role, the program has the kit ask for it. */
export async function collectCoactive(folder: string): Promise<TemplateFile> {
  const kit = await kitFolder(COACTIVE.id, ['template.json']);
  return writeTemplate(folder, 'program/kits/CoactiveKit', JSON.parse(kit['template.json']));
}

/** Writes a template. */
export function writeTemplate(folder: string, name: string, content: TemplateJson): TemplateFile {
  const path = join(folder, `${name}${SUFFIX}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content, undefined, 1));
  return { name, path, content };
}

/** Writes a template once more, in YAML: as the kit has it, or without short forms. */
export function writeYaml(folder: string, { name, content, yaml }: TemplateFile): TemplateFile {
  const path = join(folder, `${name}.yaml`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, yaml ?? stringify(content, { version: '1.1', aliasDuplicateObjects: false }));
  return { name: `${name}.yaml`, path, content };
}

function collect(folder: string, group: string, from: string): TemplateFile[] {
  const files = readdirSync(from).filter((name) => name.endsWith(SUFFIX));
  if (files.length === 0) {
    throw new Error(`${group} has no templates`);
  }
  return files.map((file) => {
    const id = basename(file, SUFFIX);
    const kit = join(from, `${id}.kit`, 'template.yaml');
    const written = writeTemplate(folder, `${group}/${id}`, JSON.parse(readFileSync(join(from, file), 'utf8')));
    return existsSync(kit) ? { ...written, yaml: readFileSync(kit, 'utf8') } : written;
  });
}
