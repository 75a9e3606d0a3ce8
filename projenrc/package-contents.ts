import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';

export interface PackageContentsOptions {
  /** Folders of TypeScript that only development needs. */
  readonly devdirs: string[];
}

/** What git tracks and what the npm package holds: compiled code, README, API reference and licence. */
export class PackageContents extends Component {
  constructor(project: NodeProject, options: PackageContentsOptions) {
    super(project);

    project.npmignore?.exclude(
      ...options.devdirs.map((dir) => `/${dir}/`),
      '/.ci/',
      '/docs/',
      '/rosetta/',
      '/reports/',
      '/tsconfig.dev.json',
      '/CONTRIBUTING.md',
      '/SECURITY.md',
      '/.gitignore',
      '/.venv/',
      'cdk.out',
      'cdk.*.out',
    );

    project.gitignore.exclude(
      'cdk.out',
      'cdk.*.out',
      'cdk-integ.out.*',
      '.venv/',
      '.jsii.tabl.json',
      '/reports/',
    );
    // Snapshots are cloud assemblies: without this line their `cdk.out` marker file and any log would stay out.
    project.gitignore.include('/integ/**/*.snapshot/**');
    project.annotateGenerated('/integ/**/*.snapshot/**');
  }
}
