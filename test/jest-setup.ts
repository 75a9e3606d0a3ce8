// CDK's built-in template validator costs seconds in every process. A test file that wants it
// sets this variable to 'true' itself: Jest gives each file its own copy of the environment.
process.env.CDK_VALIDATION ??= 'false';
