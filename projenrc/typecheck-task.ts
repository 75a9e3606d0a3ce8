import { Component } from 'projen';
import { TypeScriptProject } from 'projen/lib/typescript';

/**
 * Type-checks everything that jsii does not compile: tests, examples, tools.
 *
 * ts-jest and ts-node only transpile here, which is fast, so nothing else would notice a wrong type.
 */
export class TypecheckTask extends Component {
  constructor(project: TypeScriptProject) {
    super(project);
    project.addTask('typecheck', {
      description: 'Type-check sources, tests, examples and tools',
      execArgs: ['tsc', '--noEmit', '-p', project.tsconfigDev.fileName],
    });
  }
}
