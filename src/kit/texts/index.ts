/** What a kit says, in every form; runs in a browser. */
export { awsCli } from './aws-cli';
export { htmlButton, markdownBadge } from './buttons';
export { cdkSnippet } from './cdk-snippet';
export { escapeHtml } from './html';
export { codeBlock, codeSpan, escapeMarkdown, table } from './markdown';
export { PLACEHOLDERS, placeholdersIn, policyFiles, policyName } from './policy-files';
export { terraform } from './terraform';
