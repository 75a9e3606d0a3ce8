/** Uploading a kit. */
export { parseLocation, publishedTemplateUrl } from './location';
export { publishKit, type PublishOptions, type PublishResult } from './publish-kit';
export { renderPublished } from './render-published';
