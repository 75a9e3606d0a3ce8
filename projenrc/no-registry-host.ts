import { readFileSync } from 'fs';
import { join } from 'path';
import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';

const RELEASE_WORKFLOW = '.github/workflows/release.yml';

/** Where the publishing step stands in the `release_npm` job. */
const PUBLISH_STEP = 9;

/**
 * Leaves the choice of the npm registry to the machine that publishes.
 *
 * The publisher's default is the public registry, so naming it in the workflow adds nothing.
 */
export class NoRegistryHost extends Component {
  constructor(project: NodeProject) {
    super(project);
    project.tryFindObjectFile(RELEASE_WORKFLOW)
      ?.addDeletionOverride(`jobs.release_npm.steps.${PUBLISH_STEP}.env.NPM_REGISTRY`);
  }

  /** The override goes by position, so a projen update can make it miss without a word. */
  public postSynthesize(): void {
    if (readFileSync(join(this.project.outdir, RELEASE_WORKFLOW), 'utf8').includes('NPM_REGISTRY')) {
      throw new Error(`${RELEASE_WORKFLOW} still sets NPM_REGISTRY: adjust PUBLISH_STEP in projenrc/no-registry-host.ts`);
    }
  }
}
