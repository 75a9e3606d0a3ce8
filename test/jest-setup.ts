// CDK's built-in template validator costs seconds in every process. A test file that wants it
// sets this variable to 'true' itself: Jest gives each file its own copy of the environment.
process.env.CDK_VALIDATION ??= 'false';

// The CDK writes down where each resource was made. No test reads that, and under Jest each look at the stack is slow.
process.env.CDK_CONTEXT_JSON = JSON.stringify({
  ...JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}'),
  'aws:cdk:disable-creation-stack-traces': true,
});
