import { App, CfnResource, Stack } from 'aws-cdk-lib';

/** An app with a property that does not exist. */
export function faultyApp(outdir: string): App {
  const app = new App({ outdir, analyticsReporting: false });
  new CfnResource(new Stack(app, 'Planted'), 'Group', { type: 'AWS::IAM::Group', properties: { NoSuchProperty: true } });
  return app;
}
