import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask } from './script-task';

/** Builds `assets/`: the set-up page with the policy core in it, and the AWS SDK of the command line. */
export class BundleTask extends Component {
  constructor(project: NodeProject) {
    super(project);
    const task = addScriptTask(project, 'bundle', {
      description: 'Build the set-up page and the AWS SDK of the command line into assets/',
      script: 'build-tools/bundle/main.ts',
    });
    project.compileTask.prependSpawn(task);
    project.gitignore.exclude('/assets/');
    project.npmignore?.include('/assets/', '/bin/', '/schema/');
  }
}
