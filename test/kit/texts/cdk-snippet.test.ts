import * as cdk from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ts from 'typescript';
import * as library from '../../../src';
import { Setup } from '../../../src/kit/form';
import { cdkSnippet } from '../../../src/kit/texts';
import { bucketOf, documentsOf, factsOf, FIVE, HOSTILE, HOSTILE_PREFIXES, inputFor, KEY, setupOf } from '../setup-support';

const PACKAGES: Readonly<Record<string, unknown>> = {
  'aws-cdk-lib': cdk,
  'aws-cdk-lib/aws-kms': kms,
  'aws-cdk-lib/aws-s3': s3,
  'cdk-vendor-s3-access': library,
};

/** The stack of a snippet, run as a customer would. */
function stackOf(snippet: string): Stack {
  const { outputText, diagnostics } = ts.transpileModule(snippet, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  expect(diagnostics).toEqual([]);
  const seen: { app?: App } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('require', 'exports', 'seen', `${outputText}\nseen.app = app;`)((name: string) => PACKAGES[name], {}, seen);
  const [stack] = seen.app!.node.children.filter((child) => child instanceof Stack);
  return stack as Stack;
}

function expectSame(setup: Setup): Stack {
  const stack = stackOf(cdkSnippet(setup));
  const { account, region } = stack;
  const documents = documentsOf(stack, { account, region });
  expect(account).toBe(setup.accountId);
  expect(region).toBe(setup.region);
  expect(documents.trust).toEqual(setup.trust);
  expect(documents.permissions).toEqual([setup.inlinePolicy, ...setup.managedPolicies]);
  expect(documents.roleName).toBe(setup.roleName);
  return stack;
}

const custom = factsOf(HOSTILE);
const hostile = setupOf({ ...custom, slots: 8 }, inputFor(custom, '', {
  roleName: '-=x,@+', externalId: '=@,/:', buckets: HOSTILE_PREFIXES.slice(0, 8).map((prefix, i) => bucketOf({ bucketName: `bucket-${i}`, prefix, mode: 'readWrite' })),
}));
const two = [bucketOf({ prefix: 'raw/2025', keyArn: KEY }), bucketOf({ bucketName: 'ledger' })];

const FACTORIES = {
  apperate: 'Vendors.apperate({ userArn: \'arn:aws:iam::999988887777:user/ingest\' })',
  cloudglue: 'Vendors.cloudglue()',
  coactive: 'Vendors.coactive({ roleArn: \'arn:aws:iam::999988887777:role/vendor/ingest\' })',
  creativeForce: 'Vendors.creativeForce()',
  hotglue: 'Vendors.hotglue({ principalArn: \'arn:aws:iam::999988887777:role/vendor/ingest\' })',
};

describe.each(Object.entries(FIVE))('%s', (name, { facts, principalArn }) => {
  test('is made by its factory, and the app by what it says', () => {
    const setup = setupOf(facts, inputFor(facts, principalArn, { buckets: two }));
    expect(cdkSnippet(setup)).toContain(`vendor: ${FACTORIES[name as keyof typeof FACTORIES]},`);
    expectSame(setup);
  });

  test('is made of its definition where that is not the catalogue\'s own', () => {
    const setup = setupOf({ ...facts, catalogue: undefined }, inputFor(facts, principalArn, { buckets: two }));
    expect(cdkSnippet(setup)).toContain('vendor: Vendor.fromDefinition({');
    expect(cdkSnippet(setup)).not.toContain('Vendors');
    expectSame(setup);
  });
});

test.each(['apperate', 'coactive', 'hotglue'])('%s is pending until it has named its principal', (name) => {
  const { facts } = FIVE[name];
  const setup = setupOf(facts, inputFor(facts, '', { externalId: '' }));
  const stack = expectSame(setup);
  expect(setup.pending).toBe(true);
  expect(stack.stackName).toBe('VendorAccess');
  expect(cdkSnippet(setup)).toContain(name === 'coactive' ? 'Vendor.fromDefinition(' : `Vendors.${name}()`);
});

test('a vendor of its own, with every field and hostile text', () => {
  const stack = expectSame(hostile);
  expect(cdkSnippet(hostile)).not.toMatch(/<\/script|<!--/);
  expect(stack).toBeDefined();
});

test.each(HOSTILE_PREFIXES)('prefix %j', (prefix) => {
  const { facts } = FIVE.creativeForce;
  expectSame(setupOf(facts, inputFor(facts, '', { buckets: [bucketOf({ prefix })] })));
});

test('text that only a definition can hold', () => {
  const values = ['__proto__', 'constructor', 'a.b'];
  const facts = factsOf({ name: 'A\'b\u2020"c\\', accounts: ['999988887777'], pathVariables: JSON.parse('{"__proto__":"*","constructor":"??","a.b":"*"}') });
  const snippet = cdkSnippet(setupOf({ ...facts, vendor: { ...facts.vendor, pathVariables: JSON.parse('{"__proto__":"*","constructor":"??","a.b":"*"}') } }, inputFor(facts, '')));
  let seen: any;
  jest.spyOn(library.Vendor, 'fromDefinition').mockImplementationOnce((definition) => {
    seen = definition;
    return library.Vendors.creativeForce();
  });
  stackOf(snippet);
  expect(seen.name).toBe('A\'b\u2020"c\\');
  expect(Object.keys(seen.pathVariables)).toEqual(values);
});

test('a snippet says nothing that needs no saying', () => {
  const { facts } = FIVE.cloudglue;
  expect(cdkSnippet(setupOf(facts, inputFor(facts, '', { externalId: 'k3J-2f9a' })))).toBe(`import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { S3Access, VendorS3AccessRole, Vendors } from 'cdk-vendor-s3-access';

const app = new App();
const stack = new Stack(app, 'VendorAccess', {
  env: { account: '111122223333', region: 'eu-west-1' },
});

const bucket1 = Bucket.fromBucketName(stack, 'Bucket1', 'orders');

new VendorS3AccessRole(stack, 'Access', {
  vendor: Vendors.cloudglue(),
  externalId: 'k3J-2f9a',
  access: [S3Access.read(bucket1, { wholeBucket: true })],
});
`);
});

test('the snippets are right to the compiler', () => {
  const snippets = [hostile, ...Object.values(FIVE).flatMap(({ facts, principalArn }) => [facts, { ...facts, catalogue: undefined }].map((one) =>
    setupOf(one, inputFor(one, principalArn, { buckets: two }))))].map(cdkSnippet);
  const files = Object.fromEntries(snippets.map((snippet, i) => [`${process.cwd()}/snippet-${i}.ts`, snippet]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    noUnusedLocals: true,
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2022,
    ignoreDeprecations: '6.0',
    types: ['node'],
    paths: {
      'cdk-vendor-s3-access': [`${process.cwd()}/src/index.ts`],
      // Where the root finds what the snippets take from it, without the types of all services.
      'aws-cdk-lib': [`${process.cwd()}/node_modules/aws-cdk-lib/core/index.d.ts`],
    },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name in files || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    (name in files ? ts.createSourceFile(name, files[name], version) : getSourceFile(name, version, ...rest));
  const program = ts.createProgram(Object.keys(files), options, host);
  const wrong = Object.keys(files).flatMap((name) => {
    const file = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
}, 60000);
