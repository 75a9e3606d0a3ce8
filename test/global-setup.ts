import { bundle } from '../build-tools/bundle/bundle';

/** What all tests find there. */
export default function globalSetup(): void {
  // The CDK's built-in template validator costs seconds in every process.
  process.env.CDK_VALIDATION ??= 'false';
  // The CDK writes down where each resource was made. No test reads that, and under Jest each look at the stack is slow.
  process.env.CDK_CONTEXT_JSON = JSON.stringify({
    ...JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}'),
    'aws:cdk:disable-creation-stack-traces': true,
  });
  // Tests read the set-up page and the AWS SDK where the package keeps them; so they are built before, from what is there now.
  bundle();
}
