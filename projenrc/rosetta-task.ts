import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { scriptCommand } from './script-task';

/** Compiles every example that users read. */
export class RosettaTask extends Component {
  constructor(project: NodeProject) {
    super(project);
    const task = project.addTask('rosetta', {
      description: 'Compile the examples in README.md, doc comments and docs/ (needs a compiled assembly)',
    });
    // Also writes the translated examples next to the assembly, for the packages in other languages.
    task.execArgs(['jsii-rosetta', 'extract', '--strict', '.jsii']);
    task.execArgs(scriptCommand('build-tools/compile-docs-snippets.ts'));
    project.postCompileTask.spawn(task);
  }
}
