/** One-click templates and kits with all that only the construct can choose; the command line makes the others. */
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { tryApp } from './stacks';
import { OneClickExternalId, OneClickStack, OneClickStackProps, Vendors } from '../../../src';

const [out] = process.argv.slice(2);

const CALL_BACK = { callBack: { account: '123456789012', topicName: 'roles-of-customers' }, regions: ['eu-west-1', 'us-east-1'] };

const KITS: Readonly<Record<string, () => OneClickStackProps>> = {
  CallBack: () => ({ vendor: Vendors.cloudglue(), slots: 3, version: '1.2.0', ...CALL_BACK }),
  Derived: () => ({ vendor: Vendors.creativeForce(), slots: 10, externalId: OneClickExternalId.STACK_ID, description: 'Connects a bucket', ...CALL_BACK }),
  Published: () => ({ vendor: Vendors.hotglue(), templateUrl: 'https://acme.s3.eu-west-1.amazonaws.com/kit/template.json', stackName: 'hotglue-access' }),
  Known: () => ({ vendor: Vendors.coactive({ roleArn: 'arn:aws:iam::777788889999:role/coactive-ingest' }), slots: 10 }),
  KnownUser: () => ({ vendor: Vendors.apperate({ userArn: 'arn:aws:iam::123456789012:user/apperate-ws1' }), externalId: OneClickExternalId.ENTERED }),
};

for (const [name, props] of Object.entries(KITS)) {
  tryApp(join(out, name), (outdir) => {
    const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
    new OneClickStack(app, name, props());
    return app;
  });
}
