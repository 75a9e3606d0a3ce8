import { PublishResult } from './publish-kit';
import { oneLine } from '../../policy/base';

/** What was published, in words. */
export function renderPublished({ bucket, files, dryRun, left, templateUrl, pageUrl }: PublishResult): string {
  return [
    ...files.map(({ key, contentType, bytes, done }) => `${done.padEnd(9)}  s3://${bucket}/${key}  (${contentType}, ${bytes} bytes)`),
    ...left.map((name) => `no part of a kit, left where it is: ${oneLine(name)}`),
    '',
    `Template: ${templateUrl}`,
    `Page:     ${pageUrl}`,
    ...dryRun ? ['Nothing was uploaded.'] : [],
  ].join('\n');
}
