/* eslint-disable @typescript-eslint/no-require-imports */
import type { Command } from 'commander';
import type { Io } from '../terminal';

/** Makes a command; what it prints goes to the `Io`. */
type CommandFactory = (io: Io) => Command;

/** The commands, in the order of the help. Each is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => CommandFactory>> = {
  kit: () => (require('./kit') as typeof import('./kit')).kitCommand,
  template: () => (require('./template') as typeof import('./template')).templateCommand,
  link: () => (require('./link') as typeof import('./link')).linkCommand,
  policies: () => (require('./policies') as typeof import('./policies')).policiesCommand,
  publish: () => (require('./publish') as typeof import('./publish')).publishCommand,
  verify: () => (require('./verify') as typeof import('./verify')).verifyCommand,
  vendors: () => (require('./vendors') as typeof import('./vendors')).vendorsCommand,
  init: () => (require('./init') as typeof import('./init')).initCommand,
};
