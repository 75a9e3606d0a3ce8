import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask } from './script-task';

/** Proves that the published tarball works for somebody who follows the README. */
export class PackTryTask extends Component {
  constructor(project: NodeProject) {
    super(project);
    const task = addScriptTask(project, 'pack:try', {
      description: 'Install the packed library into a scratch app and synthesize the first example of the README',
      script: 'build-tools/pack-try.ts',
    });
    task.prependSpawn(project.compileTask);
  }
}
