import { accessOf } from './build-access';
import { bucketOf } from './build-buckets';
import { Access, constructOf, grantBeside } from './build-construct';
import { keyOf } from './build-keys';
import { DATA, Stacks } from './environment';
import { LateValues } from './late-values';
import { exchanged } from './site';
import { World } from './world';
import { S3Access, VendorS3HandOff } from '../../../src';
import { DeployedTemplate } from '../../support/deployed-template';
import { DeploymentValues } from '../../support/intrinsics';
import { CUSTOMER, Declaration } from '../meaning/declaration';

/** Makes the app that a customer would write for a declaration, and "deploys" it. */
export function build(declared: Declaration): World {
  const stacks = new Stacks(declared);
  const { access: stack, data, dataAccount, dataRegion, site } = stacks;
  const declaration = exchanged(declared, site);
  const late = new LateValues(stack, declaration);
  const keys = declaration.keys.map((key, i) => keyOf(stacks, late, key, `Key${i}`));
  const buckets = declaration.buckets.map((bucket) => bucketOf(stacks, late, bucket, stacks.idOf('Bucket', bucket), keys));
  const access = declaration.access.map((one) => accessOf(one, declaration, stacks, late, buckets, keys));
  const first = access.length - (declaration.addedLater ?? 0);
  const construct = constructOf(stack, declaration, late, access.slice(0, first));
  addLater(construct, declaration, access.slice(first));
  grantBeside(construct, declared, buckets[declaration.access[0].bucket], site);

  const ofData = data === stack ? undefined : DeployedTemplate.of(data, { ...site, account: dataAccount, region: dataRegion });
  const template = DeployedTemplate.of(stack, { ...site, account: CUSTOMER, parameters: late.values, ...told(ofData) });
  const handOffs: VendorS3HandOff[] = template.intrinsics.evaluate(stack.resolve(construct.handOffs));
  return new World(declared, template, {
    site,
    keyArns: keys.map((key) => (key.stack === data && ofData ? ofData : template).intrinsics.evaluate(key.stack.resolve(key.keyArn))),
    data: ofData ?? template,
    dataAccount,
    warnings: warningsIn(stacks),
    handOffs,
  });
}

function addLater(construct: Access, { addedSingly }: Declaration, access: readonly S3Access[]): void {
  if (addedSingly) {
    access.forEach((one) => construct.addAccess(one));
  } else if (access.length > 0) {
    construct.addAccess(...access);
  }
}

/** What a stack tells others of itself: by exports, by what the CDK carries to another region, or by the names of its outputs. */
function told(template: DeployedTemplate | undefined): Pick<DeploymentValues, 'imports' | 'outputs'> {
  const outputs = Object.entries(template?.outputs ?? {});
  const writers = template?.ids('Custom::CrossRegionExportWriter') ?? [];
  const exported: Array<Record<string, string>> = writers
    .map((id) => template!.intrinsics.evaluate(template!.json.Resources[id].Properties!.WriterProps.exports));
  return {
    imports: Object.assign({}, Object.fromEntries(outputs.flatMap(([, { Value, Export }]) => (Export ? [[Export.Name, Value]] : []))), ...exported),
    outputs: { [DATA]: Object.fromEntries(outputs.map(([id, { Value }]) => [id, Value])) },
  };
}

/** All that the author of the app was warned of. */
function warningsIn({ app }: Stacks): string[] {
  return app.node.findAll().flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data)));
}
