import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { OneClickStack, Vendor } from '../../src';

const VERSION = '1.2.0';

/** A vendor that publishes its set-up: `cdk synth` writes the kit to `ExampleAnalytics.kit` in the output folder. */
export function vendorKitApp(outdir?: string): App {
  const app = new App({ outdir, analyticsReporting: false });
  new OneClickStack(app, 'ExampleAnalytics', {
    vendor: Vendor.fromDefinitionFile(join(__dirname, 'vendor.yaml')),
    slots: 3,
    version: VERSION,
    // `npx cdk-vendor-s3-access publish` puts the kit there.
    templateUrl: `https://example-analytics-setup.s3.us-east-1.amazonaws.com/s3/${VERSION}/template.json`,
    // The vendor learns of a new role without anybody copying its ARN.
    callBack: { account: '123456789012', topicName: 'new-customer-role' },
    // The topic is there in these two.
    regions: ['eu-west-1', 'us-east-1'],
  });
  return app;
}
