import { PublishResult } from './publish-kit';
import { oneLine } from '../../policy/base';

/** What was published, in words. */
export function renderPublished({ bucket, files, dryRun, pruned, left, prunable, templateUrl, pageUrl }: PublishResult): string {
  return [
    ...files.map(({ key, contentType, bytes, done }) => `${done.padEnd(9)}  s3://${bucket}/${key}  (${contentType}, ${bytes} bytes)`),
    ...pruned.map((key) => `deleted    s3://${bucket}/${key}`),
    ...left.map((name) => (prunable.includes(name)
      ? `of an earlier kit, and still there: ${oneLine(name)}; "publish" with --prune deletes it`
      : `no part of a kit, left where it is: ${oneLine(name)}`)),
    '',
    `Template: ${templateUrl}`,
    `Page:     ${pageUrl}`,
    ...dryRun ? ['Nothing was uploaded. Nobody was asked what an earlier kit has left among the latest files.'] : [],
  ].join('\n');
}
