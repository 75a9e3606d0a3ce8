/** Every shape of template: what the outside linters are shown, with a place that is known and with one that is left to the deployment. */
import { join } from 'path';
import { App, Stack } from 'aws-cdk-lib';
import { tryApp } from './stacks';
import { addCrossAccount, addPartition, OTHER_SCENES } from '../../../test/proof/lint/gallery/others';
import { ROLE_SCENES } from '../../../test/proof/lint/gallery/roles';
import { ENV } from '../../../test/proof/lint/gallery/stacks';
import { VENDOR_SCENES } from '../../../test/proof/lint/gallery/vendors';

const [out] = process.argv.slice(2);

function add(name: string, build: (app: App) => void): void {
  tryApp(join(out, name), (outdir) => {
    const app = new App({ outdir, analyticsReporting: false, treeMetadata: false });
    build(app);
    return app;
  });
}

for (const [name, scene] of Object.entries({ ...VENDOR_SCENES, ...ROLE_SCENES, ...OTHER_SCENES })) {
  add(`known/${name}`, (app) => scene(new Stack(app, name, { env: ENV })));
  add(`anywhere/${name}`, (app) => scene(new Stack(app, name)));
}
add('CrossAccount', addCrossAccount);
for (const region of ['cn-north-1', 'us-gov-west-1', 'eusc-de-east-1']) {
  add(region, (app) => addPartition(app, 'Partition', region));
}
