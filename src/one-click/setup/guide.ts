import { KitFacts } from './facts';
import { escapeMarkdown } from './markdown';

/** The set-up guide in Markdown, for documentation sites. */
export function setupGuide({ vendor }: KitFacts): string {
  return `# Give ${escapeMarkdown(vendor.name)} access to your S3 data\n`;
}
