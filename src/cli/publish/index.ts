/** Uploading a kit. */
export { publishKit, type PublishOptions, type PublishResult } from './publish-kit';
