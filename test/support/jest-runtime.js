const { createRequire } = require('module');

/** The one that Jest itself uses. */
const { default: Runtime } = createRequire(require.resolve('jest'))('jest-runtime');

const CDK = /^(aws-cdk-lib|constructs)(\/|$)/;

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
};
