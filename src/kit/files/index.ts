/** The files of a kit. */
export { KIT_FILES, kitFiles, POLICIES } from './kit-files';
export { POLICY_FILES, writeKit } from './write-kit';
