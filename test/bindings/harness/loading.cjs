/** Put before the program of jsii's kernel: notes each file of the library that Node.js loads there. */
const { appendFileSync } = require('fs');
const { Module } = require('module');

const compile = Module.prototype._compile;

Module.prototype._compile = function noted(content, filename, ...rest) {
  const [, file] = filename.split('/node_modules/cdk-vendor-s3-access/');
  if (file !== undefined) {
    appendFileSync(process.env.LOADED_FILES, `${file}\n`);
  }
  return compile.call(this, content, filename, ...rest);
};
