/** Templates in YAML. */
export { templateYaml } from './template-yaml';
