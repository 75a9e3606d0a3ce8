/** The commands. */
export { COMMANDS } from './commands';
