const asyncHooks = require('async_hooks');
const { mkdtempSync, readdirSync, rmSync } = require('fs');
const { createRequire } = require('module');
const { tmpdir } = require('os');
const { join } = require('path');

/** The one that Jest itself uses. */
const { default: Runtime } = createRequire(require.resolve('jest'))('jest-runtime');

const CDK = /^(aws-cdk-lib|constructs)(\/|$)/;

const storages = new Set();

// Before Node.js 24 each storage in use makes all promises of its process slower, and Jest leaves one behind with each file of tests.
asyncHooks.AsyncLocalStorage = class extends asyncHooks.AsyncLocalStorage {
  constructor(...options) {
    super(...options);
    storages.add(this);
  }
};

// The CDK removes what it has synthesized when the process ends, and Jest does not wait that long. It is removed with each file.
const temporary = mkdtempSync(join(tmpdir(), 'tests-'));
process.env.TMPDIR = temporary;
process.on('exit', (code) => {
  rmSync(temporary, { recursive: true, force: true });
  if (process.send) {
    // A worker. Jest does not wait either until its heap has been taken down in good order.
    process.reallyExit(code);
  }
});

/**
 * Gives each file of tests modules of its own, as Jest does, but for the CDK: a process loads that once. Jest would compile it anew
 * for each file, which costs more than most of them take to run.
 *
 * So tests must leave the CDK's own classes as they are; and the CDK reads the environment of the process, which test/global-setup.ts
 * prepares, not the copy that a file of tests has.
 */
module.exports = class extends Runtime {
  requireModuleOrMock(from, name) {
    return CDK.test(name) ? createRequire(from)(name) : super.requireModuleOrMock(from, name);
  }

  teardown() {
    super.teardown();
    storages.forEach((storage) => storage.disable());
    storages.clear();
    readdirSync(temporary).forEach((name) => rmSync(join(temporary, name), { recursive: true, force: true }));
  }
};
