/** The files of a kit. */
export { KIT_FILES, POLICIES } from './kit-files';
export { POLICY_FILES } from './write-kit';
