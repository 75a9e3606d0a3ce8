/** What commands have in common. */
export { addPublishingOptions, plannedPublishing, published, publishedText, type PublishingOptions } from './kit-publishing';
export { checkReady } from './ready-check';
export { resolveFacts } from './resolve-facts';
export { oneClick, readyMade } from './synthesis';
