import { App } from 'aws-cdk-lib';
import { addKits } from './kits';
import { addCrossAccount, addPartition, OTHER_SCENES } from './others';
import { ROLE_SCENES } from './roles';
import { addScenes, ENV } from './stacks';
import { VENDOR_SCENES } from './vendors';

/** Apps that between them hold every shape of template that the library can make. */
export const GALLERY: Readonly<Record<string, (outdir: string) => App>> = {
  /** Account and region are known, as in most apps. */
  gallery: (outdir) => {
    const app = new App({ outdir, analyticsReporting: false });
    addScenes(app, { ...VENDOR_SCENES, ...ROLE_SCENES, ...OTHER_SCENES }, ENV);
    addCrossAccount(app);
    addPartition(app, 'China', 'cn-north-1');
    addPartition(app, 'GovCloud', 'us-gov-west-1');
    return app;
  },
  /** They are left to the deployment, as in a template for everybody. */
  anywhere: (outdir) => {
    const app = new App({ outdir, analyticsReporting: false });
    addScenes(app, { ...VENDOR_SCENES, ...OTHER_SCENES });
    return app;
  },
  /** What vendors publish. */
  kits: (outdir) => {
    const app = new App({ outdir, analyticsReporting: false });
    addKits(app);
    return app;
  },
};
