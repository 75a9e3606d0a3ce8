import { mkdirSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

/** Where the kits of these tests are published. */
export const TO = 's3://acme-kits/aws/s3';

/** The address of the template of a version there. */
export const urlOf = (version: string) => `https://acme-kits.s3.eu-west-1.amazonaws.com/aws/s3/${version}/template.json`;

/** What a kit consists of, as far as publishing looks at it. */
export function kitContents(version: string | null = '1.2.0', templateUrl: string | null = urlOf('1.2.0')): Record<string, string> {
  return {
    'template.json': '{"Resources":{}}\n',
    'template.yaml': 'Resources: {}\n',
    'setup.html': `<!doctype html>{"templateUrl":${JSON.stringify(templateUrl)}}\n`,
    'SETUP.md': '# Set-up\n',
    'policies/trust.json': '{}\n',
    'policies/read-folder.json': '{}\n',
    'launch-links.json': JSON.stringify({ templateUrl, version, stackName: 'acme', regions: {} }),
  };
}

/** Writes files into a folder. */
export function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
