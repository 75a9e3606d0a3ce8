import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask } from './script-task';

/** Checks the published package as users of Python, Java and Go have it. */
export class BindingsTask extends Component {
  constructor(project: NodeProject) {
    super(project);
    const task = addScriptTask(project, 'bindings', {
      description: 'Build the library for Python, Java and Go, and compare what they say with TypeScript (needs Python 3, Java with Maven, and Go)',
      script: 'test/bindings/main.ts',
    });
    task.prependSpawn(project.compileTask);
  }
}
