import { escapeHtml } from './html';
import { escapeMarkdown } from './markdown';
import { fail } from '../../policy/base';

/**
 * AWS's own button. Customers know it from AWS's guides, and a badge without an image would be a mere link; where it does not
 * load, the label is shown.
 */
const IMAGE = 'https://s3.amazonaws.com/cloudformation-examples/cloudformation-launch-stack.png';

const LABEL = 'Launch stack';

/** In the style sheet of a page that is not known: all that makes it a button is in it. */
const STYLE = 'display:inline-block;padding:8px 16px;border-radius:4px;background:#0b5cad;color:#fff;font:bold 14px/20px sans-serif;text-decoration:none';

/** A launch link as Markdown. */
export function markdownBadge(link: string, label: string = LABEL): string {
  return `[![${escapeMarkdown(label)}](${IMAGE})](${checkLink(link).replace(/[()<>\\]/g, percent)})`;
}

/** A launch link as plain HTML, which loads nothing. */
export function htmlButton(link: string, label: string = LABEL): string {
  return `<a href="${escapeHtml(checkLink(link))}" target="_blank" rel="noopener noreferrer" style="${STYLE}">${escapeHtml(label)}</a>`;
}

/** Refuses what would run as a script when clicked. */
function checkLink(link: string): string {
  if (!/^https:\/\/[!-~]+$/.test(link)) {
    fail('LaunchLinkInvalid', 'link', link, 'give an address that starts with https://, in ASCII');
  }
  return link;
}

function percent(c: string): string {
  return `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
}
