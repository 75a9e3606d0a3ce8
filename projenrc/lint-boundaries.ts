import { posix } from 'path';
import { Component } from 'projen';
import { TypeScriptProject } from 'projen/lib/typescript';
import { Room, ROOMS } from './rooms';

/** The one file that knows how a reference is spelt. */
const REFERENCES = 'src/policy/base/reference.ts';

/** What no text of a program may hold but in that file, however it is written. */
const MARKS = '\\\\u000[12]|\\\\u\\{0*[12]\\}|\\\\x0[12]|[\\x01\\x02]';

/** Packages that are for tests only. */
const FORBIDDEN_PACKAGES = [
  { regex: '^@cloud-copilot/', message: 'AGPL-3.0: for tests only.' },
  { regex: '^cdk-nag(/|$)', message: 'It would become a dependency of every user. Implement IPolicyValidationPlugin instead.' },
];

/** Keeps the imports of `src/` and `page/` inside their borders (see "Architecture" in docs/architecture.md). */
export class LintBoundaries extends Component {
  constructor(project: TypeScriptProject) {
    super(project);

    for (const room of ROOMS) {
      project.eslint?.addOverride({ files: [`${room.path}/*.ts`], rules: rulesFor(room, { marks: false }) });
    }
    // Must come after the overrides above: for a file that several match, the last one wins.
    const owner = ROOMS.find(({ path }) => path === posix.dirname(REFERENCES))!;
    project.eslint?.addOverride({ files: [REFERENCES], rules: rulesFor(owner, { marks: true }) });
  }
}

/** What lint holds a room to. Paths are judged as they are written, so that a check needs no other file. */
function rulesFor(room: Room, may: { readonly marks: boolean }) {
  const borders = [
    { regex: outside(room), message: `Files of ${room.path} import each other by name, and the faces of ${room.imports.join(', ') || 'no other room'} (projenrc/rooms.ts).` },
    ...(room.pure ? [{ regex: '^[^.]', message: 'This runs in a browser: no CDK, no packages, no Node.js modules.' }] : FORBIDDEN_PACKAGES),
  ];
  return {
    'no-restricted-imports': ['error', { patterns: borders }],
    'no-restricted-syntax': ['error',
      ...borders.map(({ regex, message }) => ({ selector: `${LOADED}[value=/${inSelector(regex)}/]`, message })),
      { selector: 'CallExpression[callee.name="require"][arguments.0.type!="Literal"], ImportExpression[source.type!="Literal"]', message: 'Name what is loaded, as plain text.' },
      ...(room.pure ? [{ selector: 'ImportExpression', message: 'This imports statically.' }] : []),
      ...(may.marks ? [] : [`Literal[raw=/${MARKS}/]`, `TemplateElement[value.raw=/${MARKS}/]`]
        .map((selector) => ({ selector, message: `Only ${REFERENCES} knows how references are spelt.` })))],
    ...(room.pure && { 'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', '__dirname', '__filename'] }),
  };
}

/** A module that is named otherwise than in `import … from`. */
const LOADED = ':matches(CallExpression[callee.name="require"], ImportExpression, TSImportType, TSExternalModuleReference) > Literal';

/** Matches the relative paths that lead out of a room, or into another one, but not through a face that it may import; and to its own face. */
function outside({ path, imports }: Room): string {
  const below = ROOMS.map((other) => posix.relative(path, other.path)).filter((relative) => !/^(\.|$)/.test(relative)).map((relative) => relative.split('/')[0]);
  const faces = imports.map((other) => posix.relative(path, other)).map((relative) => (relative.startsWith('.') ? relative : `./${relative}`));
  const files = `\\./(?!(?:${['index', ...new Set(below)].join('|')})$)[a-z0-9-]+`;
  return `^(?!(?:${[files, ...faces.map((face) => face.replaceAll('.', '\\.'))].join('|')})$)\\.`;
}

/** A pattern in a selector cannot hold the slash that ends it. */
function inSelector(regex: string): string {
  return regex.replaceAll('/', '\\u002F');
}
