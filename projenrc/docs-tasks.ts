import { Component } from 'projen';
import { NodeProject } from 'projen/lib/javascript';
import { addScriptTask, scriptCommand } from './script-task';

/** Pages and data that a command writes. Nobody edits them by hand. */
const GENERATED_PAGES = ['API.md', 'docs/errors.md', 'schema/vendor-definition.schema.json', 'src/policy/aws/region-facts.ts'];

/** Writes the generated pages, and tells when the committed ones are stale. */
export class DocsTasks extends Component {
  constructor(project: NodeProject) {
    super(project);

    const generate = addScriptTask(project, 'docs:generate', {
      description: 'Write the pages under docs/ and the schema that come from the code, and the facts of regions that come from the CDK',
      script: 'build-tools/generate-docs.ts',
    });
    generate.execArgs(scriptCommand('build-tools/generate-schema.ts'));
    generate.execArgs(scriptCommand('build-tools/generate-region-facts.ts'));
    project.postCompileTask.spawn(generate);

    const check = project.addTask('docs:check', {
      description: 'Fail when a generated page differs from what is committed (needs a compiled assembly)',
    });
    check.spawn(generate);
    check.spawn(project.tasks.tryFind('docgen')!);
    check.execArgs(['git', 'diff', '--exit-code', '--', ...GENERATED_PAGES]);
    // A page that was never added shows no difference.
    check.execArgs(['git', 'ls-files', '--error-unmatch', '--', ...GENERATED_PAGES]);
  }
}
