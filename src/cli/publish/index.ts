/** Uploading a kit. */
export { parseKitAddress, publishedTemplateUrl } from './kit-address';
export { publishKit, type PublishOptions, type PublishResult } from './publish-kit';
export { renderPublished } from './render-published';
