import { Component } from 'projen';
import { TypeScriptProject } from 'projen/lib/typescript';

const PROOF = 'test/proof';

/** What the meaning may import: itself, what vendors' guides say, and a list of addresses of Node.js. */
const MEANING = ['meaning', 'vendors'].map((part) => `./${PROOF}/${part}`);

/** Everything that the proof uses of this repository beside itself. */
const OUTSIDE = ['./src/index.ts', './test/support', './test/vendors/published', './build-tools'];

/**
 * Keeps the proof apart from what it judges: evidence that leans on it is none. Everything may use the public API, packages, and
 * what tests share; the meaning of a declaration may use nothing at all.
 */
export class ProofBoundaries extends Component {
  constructor(project: TypeScriptProject) {
    super(project);
    project.eslint?.addOverride({
      files: [`${PROOF}/**`],
      rules: {
        'no-restricted-imports': ['error', {
          patterns: [{
            // Also where nothing is there that the rule below could resolve, such as what is compiled.
            regex: '^\\.{1,2}/(.*/)?(src/(?!index$)|lib(/|$))', message: 'The proof uses the library as its users do: its index, its program, the files of a kit.',
          }],
        }],
        'import/no-restricted-paths': ['error', {
          zones: [{
            target: `./${PROOF}`,
            from: '.',
            except: [`./${PROOF}`, './node_modules', ...OUTSIDE],
            message: 'The proof imports itself, the public API, what tests share, and packages.',
          }],
        }],
      },
    });
    // Must come after the override above: for a file that both match, the last one wins.
    project.eslint?.addOverride({
      files: [`${PROOF}/meaning/**`, `${PROOF}/vendors/**`],
      rules: {
        'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|net$)', message: 'The meaning of a declaration needs no package.' }] }],
        'import/no-restricted-paths': ['error', {
          zones: MEANING.map((target) => ({
            target, from: '.', except: MEANING, message: 'The meaning of a declaration is stated apart from the library, and from all that judges it.',
          })),
        }],
        'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'The meaning imports statically.' }],
      },
    });
  }
}
