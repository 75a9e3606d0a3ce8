import { Component } from 'projen';
import { TypeScriptProject } from 'projen/lib/typescript';

const POLICY_CORE = 'src/private/policy';
const SETUP = 'src/one-click/setup';

/** Keeps the imports of `src/` inside their borders (see "Architecture" in docs/architecture.md). */
export class LintBoundaries extends Component {
  constructor(project: TypeScriptProject) {
    super(project);

    project.eslint?.addOverride({
      files: ['src/**'],
      rules: {
        'no-restricted-imports': ['error', {
          patterns: [
            { group: ['@cloud-copilot/*'], message: 'AGPL-3.0: for tests only.' },
            { group: ['cdk-nag', 'cdk-nag/*'], message: 'It would become a dependency of every user. Implement IPolicyValidationPlugin instead.' },
          ],
        }],
      },
    });

    // The texts of the kit run in the set-up page too, and know nothing but the core.
    project.eslint?.addOverride({
      files: [`${SETUP}/**`, 'page/**'],
      rules: {
        'no-restricted-imports': ['error', {
          patterns: [{ regex: '^[^.]', message: 'This runs in a browser: no CDK, no packages, no Node.js modules.' }],
        }],
        'import/no-restricted-paths': ['error', {
          zones: [
            { target: `./${SETUP}`, from: '.', except: [`./${SETUP}`, `./${POLICY_CORE}`], message: 'The texts of the kit import the policy core only.' },
            { target: './page', from: '.', except: ['./page', `./${SETUP}`, `./${POLICY_CORE}`], message: 'The page imports the texts of the kit and the policy core only.' },
          ],
        }],
        'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname', '__filename'],
      },
    });

    // Must come after the first override: for a file that both match, the last one wins.
    project.eslint?.addOverride({
      files: [`${POLICY_CORE}/**`],
      rules: {
        // Anything that does not start with a dot is a package or a Node.js module.
        'no-restricted-imports': ['error', {
          patterns: [{ regex: '^[^.]', message: 'The policy core is plain TypeScript: no CDK, no packages, no Node.js modules.' }],
        }],
        // Resolves relative imports, so that "../" is judged by where it leads, at any depth.
        'import/no-restricted-paths': ['error', {
          zones: [{
            target: `./${POLICY_CORE}`,
            from: '.',
            except: [`./${POLICY_CORE}`],
            message: 'The policy core imports nothing but itself.',
          }],
        }],
        'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'The policy core imports statically.' }],
        // The core also runs in a browser.
        'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname', '__filename'],
      },
    });
  }
}
