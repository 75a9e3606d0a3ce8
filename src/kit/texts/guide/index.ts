/** The guide of a kit, in its chapters. */
export { setupGuide } from './setup-guide';
