/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from 'commander';
import type { Io } from './terminal';

/** Makes a command; what it prints goes to the `Io`. */
export type CommandFactory = (io: Io) => Command;

/** The commands, in the order of the help. Each is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => CommandFactory>> = {
  kit: () => (require('./commands/kit') as typeof import('./commands/kit')).kitCommand,
  template: () => (require('./commands/template') as typeof import('./commands/template')).templateCommand,
  link: () => (require('./commands/link') as typeof import('./commands/link')).linkCommand,
  policies: () => (require('./commands/policies') as typeof import('./commands/policies')).policiesCommand,
  publish: () => (require('./commands/publish') as typeof import('./commands/publish')).publishCommand,
  verify: () => (require('./commands/verify') as typeof import('./commands/verify')).verifyCommand,
  vendors: () => (require('./commands/vendors') as typeof import('./commands/vendors')).vendorsCommand,
  init: () => (require('./commands/init') as typeof import('./commands/init')).initCommand,
};
