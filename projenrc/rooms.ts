/** A folder of the product: what its files may import, and what others may see of it. */
export interface Room {
  readonly path: string;
  /** The rooms that its files may import, through their faces. Only such as stand above it in the list, so that there are no circles. */
  readonly imports: readonly string[];
  /** Whether it runs in a browser: no packages, no Node.js modules, nothing global that is Node.js's own. */
  readonly pure: boolean;
  /** Whether it is a program: nobody imports it, so it has no face. */
  readonly program: boolean;
}

/** The pure core. Each part of it knows those above it. */
const CORE = ['base', 'aws', 'pattern', 'document', 'write', 'grant', 'vendor', 'vendor/catalogue', 'request'].map((name) => `src/policy/${name}`);

/** What a kit says, in a browser, too. */
const TEXTS = ['src/kit/form', 'src/kit/texts'];

/** What CDK values are, and how they become input of the core. */
const CDK = ['src/cdk/report', 'src/cdk/input', 'src/cdk/tokens'];

/** All rooms: those further down know those further up, never the other way round. A folder that is not listed fails a test. */
export const ROOMS: readonly Room[] = [
  ...CORE.map((path, i) => pure(path, CORE.slice(0, i))),

  room('src/cdk/report', CORE),
  room('src/cdk/input', CORE, 'src/cdk/report'),
  room('src/cdk/tokens', CORE, 'src/cdk/report', 'src/cdk/input'),
  room('src/api', CORE, CDK),
  room('src/cdk/bind', CORE, CDK, 'src/api'),
  room('src/cdk/resources', CORE, CDK, 'src/api', 'src/cdk/bind'),
  room('src/constructs', CORE, CDK, 'src/api', 'src/cdk/bind', 'src/cdk/resources'),

  pure('src/kit/form', CORE),
  pure('src/kit/texts', CORE, 'src/kit/form'),
  pure('src/kit/texts/guide', CORE, TEXTS),
  room('src/kit/files', CORE, TEXTS, 'src/kit/texts/guide'),
  room('src/kit/stack', CORE, 'src/cdk/report', 'src/cdk/input', 'src/api', 'src/kit/form', 'src/kit/files'),

  room('src/cli/terminal', CORE),
  room('src/cli/options', CORE, 'src/api', 'src/cli/terminal'),
  room('src/cli/aws', CORE, 'src/cli/terminal'),
  room('src/cli/init', 'src/api', 'src/cli/terminal'),
  room('src/cli/verify', CORE, 'src/cli/terminal', 'src/cli/options', 'src/cli/aws'),
  room('src/cli/publish', CORE, 'src/kit/form', 'src/kit/files', 'src/cli/terminal', 'src/cli/aws'),
  room('src/cli/run', CORE, 'src/api', 'src/constructs', 'src/kit/form', 'src/kit/stack',
    'src/cli/terminal', 'src/cli/options', 'src/cli/aws', 'src/cli/publish'),
  room('src/cli/commands', CORE, TEXTS, 'src/kit/files',
    'src/cli/terminal', 'src/cli/options', 'src/cli/aws', 'src/cli/init', 'src/cli/verify', 'src/cli/publish', 'src/cli/run'),
  { ...room('src/cli', 'src/cli/terminal', 'src/cli/options', 'src/cli/commands'), program: true },

  room('src', 'src/api', 'src/constructs', 'src/kit/stack'),
  { ...pure('page', CORE, TEXTS), program: true },
];

function room(path: string, ...imports: ReadonlyArray<string | readonly string[]>): Room {
  return { path, imports: imports.flat(), pure: false, program: false };
}

function pure(path: string, ...imports: ReadonlyArray<string | readonly string[]>): Room {
  return { ...room(path, ...imports), pure: true };
}
