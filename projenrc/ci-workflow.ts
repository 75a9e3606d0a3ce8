import { Component } from 'projen';
import { GithubWorkflow, WorkflowSteps } from 'projen/lib/github';
import { JobPermission } from 'projen/lib/github/workflows-model';
import { TypeScriptProject } from 'projen/lib/typescript';

/** Runs `.ci/run`, the full check, on every pull request and on main. */
export class CiWorkflow extends Component {
  constructor(project: TypeScriptProject) {
    super(project);
    if (!project.github) return;

    const workflow = new GithubWorkflow(project.github, 'ci');
    workflow.on({ pullRequest: {}, push: { branches: ['main'] }, workflowDispatch: {} });
    workflow.addJob('ci', {
      // The oldest supported line of Node.js; the script itself repeats the tests on a newer one.
      steps: [
        WorkflowSteps.checkout(),
        { name: 'Setup Node.js', uses: 'actions/setup-node@v7', with: { 'node-version': '20.x' } },
        { run: '.ci/run' },
      ],
      runsOn: ['ubuntu-latest'],
      permissions: { contents: JobPermission.READ },
      env: { CI: 'true' },
    });
  }
}
