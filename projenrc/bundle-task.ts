import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask } from './script-task';

/**
 * Builds `assets/`, the set-up page with the policy core in it and the AWS SDK of the command line; and puts what jsii has compiled into
 * few files, which are loaded on first use.
 */
export class BundleTask extends Component {
  constructor(project: NodeProject) {
    super(project);
    const task = addScriptTask(project, 'bundle', {
      description: 'Build the set-up page and the AWS SDK of the command line into assets/',
      script: 'build-tools/bundle/main.ts',
    });
    project.compileTask.prependSpawn(task);
    project.compileTask.spawn(addScriptTask(project, 'bundle:library', {
      description: 'Put the compiled library into few files that are loaded on first use',
      script: 'build-tools/library/main.ts',
    }));
    project.gitignore.exclude('/assets/');
    project.npmignore?.include('/assets/', '/bin/', '/schema/');
  }
}
