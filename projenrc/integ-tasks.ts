import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { scriptCommand } from './script-task';

const RUNNER = ['integ-runner', '--directory', 'integ', '--language', 'typescript'];

/** Any region will do: snapshots do not depend on it. */
const REGION = 'eu-west-1';
const OFFLINE = [...RUNNER, '--parallel-regions', REGION];

/** Integration tests: templates reviewed as snapshots, and deployed to a real account on request. */
export class IntegTasks extends Component {
  constructor(project: NodeProject) {
    super(project);

    // `typecheck` covers integ/ too, so checking types here would only double the time.
    const env = { TS_NODE_TRANSPILE_ONLY: '1' };
    // Without a region the runner asks the metadata service of an EC2 instance, which times out after seconds.
    const offlineEnv = { ...env, AWS_REGION: REGION };

    project.addTask('integ', {
      description: 'Verify the integration snapshots (offline)',
      env: offlineEnv,
      execArgs: [...OFFLINE, '$@'],
      receiveArgs: true,
    });
    const update = project.addTask('integ:update', {
      description: 'Write the integration snapshots anew (offline, nothing is deployed), and keep them in integ/history',
      env: offlineEnv,
      execArgs: [...OFFLINE, '--dry-run', '--force', '$@'],
      receiveArgs: true,
    });
    // Upgrades from every version that somebody may have deployed are tested.
    update.execArgs(scriptCommand('test/proof/deploy/archive.ts'));
    project.addTask('integ:deploy', {
      description: 'Deploy the changed integration tests to the current AWS account, then destroy them',
      env,
      execArgs: [...RUNNER, '--update-on-failed', '$@'],
      receiveArgs: true,
    });
  }
}
