import { Task } from 'projen';
import { NodeProject } from 'projen/lib/javascript';

export interface ScriptTaskOptions {
  readonly description: string;
  /** Path of the TypeScript file, from the root of the repository. */
  readonly script: string;
}

/** The command that runs a TypeScript file straight from the sources. Types are checked elsewhere, by `typecheck`. */
export function scriptCommand(script: string): string[] {
  return ['ts-node', '--transpile-only', script];
}

/** Adds a task that runs a TypeScript file and hands its arguments on. */
export function addScriptTask(project: NodeProject, name: string, options: ScriptTaskOptions): Task {
  return project.addTask(name, {
    description: options.description,
    execArgs: [...scriptCommand(options.script), '$@'],
    receiveArgs: true,
  });
}
