import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask } from './script-task';

/** The proof: evidence, by judges that are not the library, that what is declared is what the vendor can do. */
export class ProofTasks extends Component {
  constructor(project: NodeProject) {
    super(project);

    addScriptTask(project, 'prove', {
      description: 'Prove what needs only Node.js: random worlds, the solver, KMS, hostile use, excess (-- --probes N for more)',
      script: 'test/proof/main.ts',
    });
    addScriptTask(project, 'prove:plants', {
      description: 'Plant bugs in the library\'s source, each of which the random worlds or the tests have to find (-- --only NAME)',
      script: 'test/proof/planting/main.ts',
    });
    const deploy = addScriptTask(project, 'prove:deploy', {
      description: 'Prove on an emulated deployment (makes a virtual environment; needs Python 3)',
      script: 'test/proof/deploy/main.ts',
    });
    const lint = addScriptTask(project, 'prove:lint', {
      description: 'Check all templates with outside linters (makes a virtual environment; needs Python 3)',
      script: 'test/proof/lint/main.ts',
    });
    const versions = addScriptTask(project, 'prove:versions', {
      description: 'Synthesize every shape with the oldest CDK, a newer and the newest one, with all feature flags and the validator',
      script: 'test/proof/versions/main.ts',
    });
    // A kit holds the set-up page.
    [deploy, lint, versions].forEach((task) => task.prependSpawn(project.tasks.tryFind('bundle')!));
    addScriptTask(project, 'prove:page', {
      description: 'Prove in a browser that the set-up page shows what the construct synthesizes (needs Chromium; -- --screenshots for docs/images)',
      script: 'test/proof/page/main.ts',
    });
    addScriptTask(project, 'prove:mutation', {
      description: 'Mutation testing of the policy core (-- --all for constructs and tools as well; -- --since REF for what has changed)',
      script: 'test/proof/mutation/main.ts',
    });
    addScriptTask(project, 'prove:excess', {
      description: 'Measure what published policies, CDK grants and this library allow beyond the need; writes docs/least-privilege.md',
      script: 'test/proof/excess/main.ts',
    });
  }
}
