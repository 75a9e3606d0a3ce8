/** The files of a kit. */
export { KIT_FILES, kitFiles, POLICIES } from './kit-files';
export { templateYaml } from './template-yaml';
export { POLICY_FILES, writeKit } from './write-kit';
